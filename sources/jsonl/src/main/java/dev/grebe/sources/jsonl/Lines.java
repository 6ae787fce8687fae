package dev.grebe.sources.jsonl;

import dev.grebe.plugin.TextInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** One record a line. A blank line is empty. */
final class Lines extends Records {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long NEWLINES = '\n' * ONES;

    private final long end;
    private final int longest;
    private final boolean unfinishedLast;
    private final int chunkBytes;

    private int consumed;
    /** Where the buffer's first byte stands in the text. */
    private long offset;

    private long before;

    /**
     * What of a text is wanted.
     *
     * @param start of the input, in the text
     * @param end lines that start here or later belong to another
     * @param skipFirst whether the bytes up to the first newline belong to another
     * @param unfinishedLast whether a last line without newline is still being written, and so none
     */
    record Range(long start, long end, boolean skipFirst, boolean unfinishedLast) {}

    /** @param longest bytes of a line that is read */
    Lines(TextInput input, Range range, int chunkBytes, int longest) {
        super(input, chunkBytes);
        this.end = range.end();
        this.longest = longest;
        this.unfinishedLast = range.unfinishedLast();
        this.chunkBytes = chunkBytes;
        this.offset = range.start();
        if (range.skipFirst()) {
            skipFirstLine();
        }
    }

    @Override
    boolean next() {
        before += count;
        count = 0;
        if (offset + consumed >= end) {
            return false;
        }
        System.arraycopy(buffer, consumed, buffer, 0, filled - consumed);
        offset += consumed;
        filled -= consumed;
        consumed = 0;
        int searched = 0;
        while (true) {
            boolean more = fill(wanted());
            int cut = lastNewline(searched, filled) + 1;
            if (cut > 0) {
                split(cut);
                return true;
            } else if (!more) {
                return splitLast();
            }
            searched = filled;
            if (filled > longest) {
                return skipLong();
            } else if (isFull()) {
                grow();
            }
        }
    }

    /** Behind the end only the rest of one line is needed. */
    private int wanted() {
        return (int) Math.min(Math.max(end - offset, filled + chunkBytes / 16 + 1), buffer.length);
    }

    private boolean splitLast() {
        if (filled == 0 || unfinishedLast) {
            return false;
        }
        split(filled);
        return true;
    }

    private void skipFirstLine() {
        while (fill(buffer.length) || filled > 0) {
            int newline = firstNewline(0);
            if (newline >= 0) {
                consumed = newline + 1;
                return;
            }
            offset += filled;
            filled = 0;
        }
    }

    /** Leaves out all of a line but its start. */
    private boolean skipLong() {
        int kept = Math.min(filled, KEPT_BYTES);
        while (true) {
            offset += filled - kept;
            filled = kept;
            if (isFull()) {
                grow();
            }
            boolean more = fill(buffer.length);
            int newline = firstNewline(kept);
            if (newline >= 0 || !more) {
                consumed = newline < 0 ? filled : newline + 1;
                break;
            }
        }
        if (consumed == filled && unfinishedLast && buffer[consumed - 1] != '\n') {
            return false;
        }
        add(0, kept, false, true);
        return true;
    }

    private int firstNewline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int lastNewline(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Finds the lines in the first {@code to} bytes, eight bytes at a time. */
    private void split(int to) {
        int start = 0;
        long high = 0;
        int at = 0;
        while (at < to && offset + start < end) {
            if (at + Long.BYTES <= to) {
                long word = (long) LONGS.get(buffer, at);
                long different = word ^ NEWLINES;
                // Marks at and maybe behind the first newline are right only up to it, so one is taken at a time.
                long found = (different - ONES) & ~different & HIGH;
                if (found == 0) {
                    high |= word & HIGH;
                    at += Long.BYTES;
                    continue;
                }
                int bytes = Long.numberOfTrailingZeros(found) >>> 3;
                high |= word & HIGH & ~(-1L << (bytes * Byte.SIZE));
                at += bytes;
            } else if (buffer[at] != '\n') {
                high |= buffer[at++] & 0x80;
                continue;
            }
            add(start, at, high == 0, at - start > longest);
            at++;
            start = at;
            high = 0;
        }
        if (start < to && at >= to && offset + start < end) {
            add(start, to, high == 0, to - start > longest);
            start = to;
        }
        consumed = start;
    }

    @Override
    long line(int record) {
        return before + record;
    }

    @Override
    String noun() {
        return "line";
    }
}
