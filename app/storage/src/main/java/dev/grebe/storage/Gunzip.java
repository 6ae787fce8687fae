package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip members, one after the other. The library's own stream takes what follows a member for the end when
 * it is no member: bytes, and rows, would go unnoticed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gunzip extends Decompressor {
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private boolean inMember;
    private boolean first = true;

    Gunzip(StoredBytes compressed, FileSlice file, long mostBytes) {
        super(compressed, file, "gzip", mostBytes);
    }

    @Override
    int decompress(byte[] target, int offset, int length) {
        while (true) {
            if (!inMember && !beginMember()) {
                return -1;
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                sum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            if (inflater.needsInput()) {
                if (!hasByte()) {
                    throw truncated();
                }
                inflater.setInput(buffer, next, filled - next);
                next = filled;
            }
            int count = inflater.inflate(target, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw damaged("it asks for a dictionary");
            }
            return count;
        } catch (DataFormatException e) {
            throw damaged(e.getMessage());
        }
    }

    private boolean beginMember() {
        if (!hasByte() && !first) {
            return false; // Nothing at all is no gzip file: not even one of no bytes.
        }
        if (required() != MAGIC_1 || required() != MAGIC_2) {
            throw first ? damaged("it has no gzip header") : trailing();
        }
        if (required() != DEFLATE) {
            throw damaged("it has an unknown method");
        }
        int flags = required();
        if ((flags & RESERVED) != 0) {
            throw damaged("it has unknown flags");
        }
        skip(6); // Time, flags of the compressor, system.
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_SUM) != 0) {
            skip(2);
        }
        inflater.reset();
        sum.reset();
        first = false;
        inMember = true;
        return true;
    }

    private void endMember() {
        next -= inflater.getRemaining();
        if (little32() != sum.getValue()) {
            throw damaged("its check sum differs");
        }
        if (little32() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged("its length differs");
        }
        inMember = false;
    }

    private long little32() {
        return required() | required() << 8 | required() << 16 | (long) required() << 24;
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            required();
        }
    }

    private void skipText() {
        for (int read = required(); read != 0; ) {
            read = required();
        }
    }

    @Override
    public void close() {
        inflater.end();
        super.close();
    }
}
