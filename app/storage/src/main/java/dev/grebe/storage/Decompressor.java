package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextInput;
import dev.grebe.plugin.Visible;
import org.jspecify.annotations.Nullable;

/** Compressed bytes on their way to be text: what holds whichever way they were compressed. */
abstract class Decompressor implements TextInput {
    private static final int BUFFER_BYTES = 1 << 16;

    private final StoredBytes compressed;
    private final FileSlice file;
    private final String format;
    private final long mostBytes;
    private long given;

    /** Stored bytes that are not used yet: from {@code next} to {@code filled}. */
    final byte[] buffer = new byte[BUFFER_BYTES];

    int next;
    int filled;

    /**
     * @param format for messages
     * @param mostBytes to be given
     */
    Decompressor(StoredBytes compressed, FileSlice file, String format, long mostBytes) {
        this.compressed = compressed;
        this.file = file;
        this.format = format;
        this.mostBytes = mostBytes;
    }

    /** Decompresses some bytes: at least one; -1 at the end. */
    abstract int decompress(byte[] target, int offset, int length);

    @Override
    public final int read(byte[] target, int offset, int length) {
        int count = decompress(target, offset, length);
        given += Math.max(0, count);
        if (given > mostBytes) {
            throw refused(
                    Reason.LIMIT_EXCEEDED,
                    "it is larger than %d bytes when decompressed, the limit of a compressed file"
                            .formatted(mostBytes));
        }
        return count;
    }

    /** The next stored byte. */
    final int required() {
        if (!hasByte()) {
            throw truncated();
        }
        return buffer[next++] & 0xFF;
    }

    final boolean hasByte() {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, compressed.read(buffer, 0, buffer.length));
        }
        return next < filled;
    }

    /** Has some stored bytes stand in the buffer, one behind the other; false if there are fewer. */
    final boolean fill(int count) {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        while (filled < count) {
            int read = compressed.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    final DataException truncated() {
        return refused(Reason.TRUNCATED, "the %s data ends in the middle".formatted(format));
    }

    final DataException trailing() {
        return refused(Reason.TRAILING_DATA, "bytes that are no %s data follow it".formatted(format));
    }

    /** @param how it is damaged, from a library that may say so in words of its own */
    final DataException damaged(@Nullable String how) {
        String detail = how == null ? "" : ": " + Visible.of(how);
        return refused(Reason.DECOMPRESS, "the %s data is damaged%s".formatted(format, detail));
    }

    final DataException refused(Reason reason, String detail) {
        long at = compressed.bytesRead() - (filled - next);
        return new DataException(new Rejection(file.path(), Rejection.Position.offset(at), "", reason, detail, ""));
    }

    @Override
    public final long bytesRead() {
        return compressed.bytesRead();
    }

    @Override
    public void close() {
        compressed.close();
    }
}
