package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records of a text, some at a time: {@link #next} fills a buffer with whole ones and says where each starts and
 * ends, without the white space around it.
 */
abstract sealed class Records implements AutoCloseable permits Lines, Elements {
    /** What is kept of a record that is too long: enough for {@link Rejection#LONGEST_RAW}. */
    static final int KEPT_BYTES = 4 * Rejection.LONGEST_RAW;

    private static final byte ASCII = 1;
    private static final byte TOO_LONG = 2;

    private final TextInput input;
    private boolean atEnd;

    byte[] buffer;
    int filled;
    int count;

    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private byte[] marks = new byte[1024];

    Records(TextInput input, int bufferBytes) {
        this.input = input;
        this.buffer = new byte[bufferBytes];
    }

    /**
     * Whether there are more; the ones before are gone.
     *
     * @throws dev.grebe.plugin.DataException if the file is damaged
     */
    abstract boolean next();

    /** On which line a record begins: lines of this text before it. */
    abstract long line(int record);

    /** What a record is, for messages. */
    abstract String noun();

    /** Reads on until the buffer holds so many bytes, or all there are; false if there is nothing more. */
    final boolean fill(int most) {
        int end = Math.min(most, buffer.length);
        int before = filled;
        while (!atEnd && filled < end) {
            int read = input.read(buffer, filled, end - filled);
            atEnd = read < 0;
            filled += Math.max(0, read);
        }
        return filled > before;
    }

    final boolean isFull() {
        return filled == buffer.length;
    }

    final void grow() {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }

    final void add(int start, int end, boolean isAscii, boolean isTooLong) {
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
            marks = Arrays.copyOf(marks, 2 * count);
        }
        starts[count] = from;
        ends[count] = to;
        marks[count] = (byte) ((isAscii ? ASCII : 0) | (isTooLong ? TOO_LONG : 0));
        count++;
    }

    static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }

    final int count() {
        return count;
    }

    final byte[] bytes() {
        return buffer;
    }

    final int start(int record) {
        return starts[record];
    }

    final int end(int record) {
        return ends[record];
    }

    final boolean isBlank(int record) {
        return starts[record] == ends[record];
    }

    final boolean isAscii(int record) {
        return (marks[record] & ASCII) != 0;
    }

    /** Whether it is longer than it may be; only its start is here. */
    final boolean isTooLong(int record) {
        return (marks[record] & TOO_LONG) != 0;
    }

    /** The record as it was found, or as much of it as is kept. */
    final String raw(int record) {
        int length = Math.min(ends[record] - starts[record], KEPT_BYTES);
        return new String(buffer, starts[record], length, StandardCharsets.UTF_8);
    }

    final int bufferBytes() {
        return buffer.length;
    }

    /** Bytes taken from storage so far. */
    final long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public final void close() {
        input.close();
    }
}
