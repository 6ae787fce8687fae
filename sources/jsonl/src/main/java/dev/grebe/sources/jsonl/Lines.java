package dev.grebe.sources.jsonl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The lines of a stream, some at a time: {@link #next} fills a buffer with whole lines and says where each starts and
 * ends. White space around a line is taken away, so a blank line is empty.
 */
final class Lines implements AutoCloseable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long NEWLINES = '\n' * ONES;

    private final ByteStream stream;
    private final Origin origin;
    private final Limits limits;
    private final boolean unfinishedLast;

    private byte[] buffer;
    private int filled;
    private int consumed;
    private boolean atEnd;
    /** Where the buffer's first byte stands in the stream. */
    private long offset;

    private int count;
    private long before;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private boolean[] ascii = new boolean[1024];

    /**
     * Where the lines come from.
     *
     * @param start the stream's first byte, in the file
     * @param end lines that start here or later belong to another
     * @param skipFirst whether the bytes up to the first newline belong to another
     */
    record Origin(Place place, long start, long end, boolean skipFirst) {}

    /** @param unfinishedLast whether a last line without newline is still being written, and so none */
    Lines(ByteStream stream, Origin origin, Limits limits, boolean unfinishedLast) {
        this.stream = stream;
        this.origin = origin;
        this.limits = limits;
        this.unfinishedLast = unfinishedLast;
        this.offset = origin.start();
        this.buffer = new byte[limits.chunkBytes()];
        if (origin.skipFirst()) {
            skipFirstLine();
        }
    }

    /** Whether there are more lines; the ones before are gone. */
    boolean next() {
        before += count;
        count = 0;
        if (offset + consumed >= origin.end()) {
            return false;
        }
        System.arraycopy(buffer, consumed, buffer, 0, filled - consumed);
        offset += consumed;
        filled -= consumed;
        consumed = 0;
        int searched = 0;
        while (true) {
            boolean more = fill();
            int cut = lastNewline(searched, filled) + 1;
            if (cut > 0) {
                split(cut);
                return true;
            }
            if (!more) {
                return splitLast();
            }
            searched = filled;
            requireShort(filled, 0);
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
    }

    private boolean splitLast() {
        if (filled == 0 || unfinishedLast) {
            return false;
        }
        split(filled);
        return true;
    }

    private boolean fill() {
        if (!atEnd && filled < buffer.length) {
            // Behind the end only the rest of one line is needed.
            long wanted = Math.max(origin.end() - offset - filled, limits.chunkBytes() / 16 + 1);
            int read = stream.read(buffer, filled, (int) Math.min(wanted, buffer.length - filled));
            atEnd = read < 0;
            filled += Math.max(0, read);
        }
        return !atEnd;
    }

    private void skipFirstLine() {
        while (fill() || filled > 0) {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    consumed = i + 1;
                    return;
                }
            }
            offset += filled;
            filled = 0;
        }
    }

    private int lastNewline(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Finds the lines in the first {@code end} bytes, eight bytes at a time. */
    private void split(int end) {
        int start = 0;
        long high = 0;
        int at = 0;
        while (at < end && offset + start < origin.end()) {
            if (at + Long.BYTES <= end) {
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
            add(start, at, high == 0);
            at++;
            start = at;
            high = 0;
        }
        if (start < end && at >= end && offset + start < origin.end()) {
            add(start, end, high == 0);
            start = end;
        }
        consumed = start;
    }

    private void add(int start, int end, boolean isAscii) {
        requireShort(end - start, count);
        int from = start;
        int to = end;
        while (from < to && isSpace(buffer[from])) {
            from++;
        }
        while (from < to && isSpace(buffer[to - 1])) {
            to--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            ascii = Arrays.copyOf(ascii, 2 * count);
        }
        starts[count] = from;
        ends[count] = to;
        ascii[count] = isAscii;
        count++;
    }

    private void requireShort(int length, int line) {
        if (length > limits.lineBytes()) {
            throw origin.place()
                    .error(
                            before + line,
                            "the line is longer than %d bytes".formatted(limits.lineBytes()),
                            "LIMIT_EXCEEDED");
        }
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }

    /** Lines in the buffer. */
    int count() {
        return count;
    }

    /** Lines of this stream before those in the buffer. */
    long before() {
        return before;
    }

    byte[] bytes() {
        return buffer;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    boolean isBlank(int line) {
        return starts[line] == ends[line];
    }

    boolean isAscii(int line) {
        return ascii[line];
    }

    /** Whether a line is the first of the file. */
    boolean isFirst(int line) {
        return offset == 0 && line == 0 && before == 0;
    }

    /** Leaves the byte order mark of the first line out. */
    void dropMark(int line) {
        int start = starts[line];
        if (ends[line] - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            starts[line] = start + 3;
        }
    }

    int bufferBytes() {
        return buffer.length;
    }

    @Override
    public void close() {
        stream.close();
    }
}
