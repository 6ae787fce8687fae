package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip members, one after the other. The library's own stream takes what follows a member for the end when
 * it is no member: bytes, and rows, would go unnoticed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gunzip implements ByteStream {
    static final int MAGIC_1 = 0x1F;
    static final int MAGIC_2 = 0x8B;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DEFLATE = 8;
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final ByteStream compressed;
    private final String file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private int next;
    private int filled;
    private boolean inMember;
    private boolean first = true;

    /** @param file for messages */
    Gunzip(ByteStream compressed, String file) {
        this.compressed = compressed;
        this.file = file;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        while (true) {
            if (!inMember && !beginMember()) {
                return -1;
            }
            int count = inflate(target, start, length);
            if (count > 0) {
                sum.update(target, start, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
    }

    private int inflate(byte[] target, int start, int length) {
        try {
            if (inflater.needsInput()) {
                if (!hasByte()) {
                    throw truncated();
                }
                inflater.setInput(buffer, next, filled - next);
                next = filled;
            }
            int count = inflater.inflate(target, start, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw damaged("it asks for a dictionary");
            }
            return count;
        } catch (DataFormatException e) {
            throw damaged(e.getMessage() == null ? "it is no deflate stream" : e.getMessage());
        }
    }

    private boolean beginMember() {
        if (!hasByte() && !first) {
            return false; // Nothing at all is no gzip file: not even one of no bytes.
        }
        if (required() != MAGIC_1 || required() != MAGIC_2) {
            throw first
                    ? damaged("it has no gzip header")
                    : new DataException("%s: bytes follow the gzip data (TRAILING_DATA)".formatted(Visible.of(file)));
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

    private int required() {
        if (!hasByte()) {
            throw truncated();
        }
        return buffer[next++] & 0xFF;
    }

    private boolean hasByte() {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, compressed.read(buffer, 0, buffer.length));
        }
        return next < filled;
    }

    private DataException truncated() {
        return new DataException("%s: the gzip data ends in the middle (TRUNCATED)".formatted(Visible.of(file)));
    }

    private DataException damaged(String reason) {
        return new DataException(
                "%s: the gzip data is damaged: %s (DECOMPRESS)".formatted(Visible.of(file), Visible.of(reason)));
    }

    @Override
    public void close() {
        inflater.end();
        compressed.close();
    }
}
