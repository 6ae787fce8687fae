package dev.grebe.sources.csv;

import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records of a text as RFC 4180 has them, one after the other, and where the wanted fields of each are in the buffer:
 * nothing is copied or decoded. Quotes count only at the start of a field; a record ends with {@code \n} or
 * {@code \r\n}. Bytes are looked at eight at a time.
 *
 * <p>FastCSV, which this agrees with on what is well formed, cannot go on behind a field that is broken or does not fit
 * its buffer, and it reads characters: bad UTF-8 and the text of bad rows would be lost in it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Records implements AutoCloseable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long NEWLINES = '\n' * ONES;
    private static final long QUOTES = '"' * ONES;
    /** What is kept of a record that is too long: enough for {@link Rejection#LONGEST_RAW}. */
    private static final int KEPT_BYTES = 4 * Rejection.LONGEST_RAW;

    private static final int INCOMPLETE = -1;

    private final TextInput input;
    private final Range range;
    private final int longest;
    private final boolean quotedNewlines;
    private byte delimiter = ',';
    private long delimiters = ',' * ONES;

    private byte[] buffer;
    private int filled;
    private boolean atEnd;
    /** Where the buffer's first byte stands in the text. */
    private long offset;
    /** Where the next record starts. */
    private int next;
    /** Newlines before it. */
    private long nextLine;

    private int start;
    private int end;
    private long line;
    private int fieldCount;
    private long high;
    private int newlines;
    private Problem problem = Problem.NONE;

    /** Field to slot, -1 for a field that is not wanted. */
    private int[] slots = new int[0];

    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private boolean[] quoted = new boolean[0];
    private boolean[] escaped = new boolean[0];

    /**
     * What of a text is wanted.
     *
     * @param start of the input, in the text
     * @param end records that start here or later belong to another
     * @param skipFirst whether the bytes up to the first newline belong to another
     * @param unfinishedLast whether a last record without newline is still being written, and so none
     */
    record Range(long start, long end, boolean skipFirst, boolean unfinishedLast) {}

    Records(TextInput input, Range range, int chunkBytes, int longest, boolean quotedNewlines) {
        this.input = input;
        this.range = range;
        this.longest = longest;
        this.quotedNewlines = quotedNewlines;
        this.buffer = new byte[chunkBytes];
        this.offset = range.start();
        fill();
        if (range.skipFirst()) {
            skipFirstLine();
        }
    }

    /** Says which fields are wanted: that of index i has slot {@code slots[i]}, or none if that is -1. */
    void want(Delimiter separator, int[] wanted, int count) {
        delimiter = separator.value();
        delimiters = delimiter * ONES;
        slots = wanted.clone();
        starts = new int[count];
        ends = new int[count];
        quoted = new boolean[count];
        escaped = new boolean[count];
    }

    /** Goes to the next record, also if it is blank; false if there is none. */
    boolean next() {
        line = nextLine;
        int behind = INCOMPLETE;
        while (offset + next < range.end()) {
            start = next;
            behind = next == filled ? INCOMPLETE : scan(atEnd);
            if (behind != INCOMPLETE) {
                break;
            }
            if (atEnd) {
                return false;
            }
            if (filled - next > longest) {
                return skipLong();
            }
            refill();
        }
        if (behind == INCOMPLETE || (behind == filled && buffer[behind - 1] != '\n' && range.unfinishedLast())) {
            return false;
        }
        next = behind;
        nextLine = line + newlines;
        problem = end - start > longest ? Problem.TOO_LONG : problem;
        return true;
    }

    private void refill() {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        offset += next;
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        fill();
    }

    private void fill() {
        while (!atEnd && filled < buffer.length) {
            int read = input.read(buffer, filled, buffer.length - filled);
            atEnd = read < 0;
            filled += Math.max(0, read);
        }
    }

    /** Looks for the fields of the record that begins here; where the next one starts. */
    private int scan(boolean isLast) {
        problem = Problem.NONE;
        fieldCount = 0;
        high = 0;
        newlines = 0;
        int at = next;
        while (true) {
            int slot = fieldCount < slots.length ? slots[fieldCount] : -1;
            at = at < filled && buffer[at] == '"' ? scanQuoted(at, slot, isLast) : scanPlain(at, slot);
            if (at == INCOMPLETE || (at == filled && !isLast)) {
                return INCOMPLETE;
            }
            fieldCount++;
            if (at == filled || buffer[at] == '\n') {
                break;
            }
            at++;
        }
        end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
        newlines += at < filled ? 1 : 0;
        return Math.min(at + 1, filled);
    }

    /** Goes to the end of a field without quotes: a delimiter, a newline, or the end of the buffer. */
    private int scanPlain(int from, int slot) {
        int at = plainEnd(from);
        if (slot >= 0) {
            boolean endsRecord = at == filled || buffer[at] == '\n';
            starts[slot] = from;
            ends[slot] = endsRecord && at > from && buffer[at - 1] == '\r' ? at - 1 : at;
            quoted[slot] = false;
            escaped[slot] = false;
        }
        return at;
    }

    private int plainEnd(int from) {
        int at = from;
        while (at + Long.BYTES <= filled) {
            long word = (long) LONGS.get(buffer, at);
            high |= word; // What stands behind the end makes for a check too many, no more.
            long found = zeros(word ^ delimiters) | zeros(word ^ NEWLINES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3); // Right for the first of the marks.
            }
            at += Long.BYTES;
        }
        while (at < filled && buffer[at] != delimiter && buffer[at] != '\n') {
            high |= buffer[at++];
        }
        return at;
    }

    private int scanQuoted(int from, int slot, boolean isLast) {
        boolean hasEscapes = false;
        int at = from + 1;
        while (true) {
            at = quoteOrNewline(at);
            if (at == filled) {
                problem = Problem.OPEN_QUOTE;
                return isLast ? filled : INCOMPLETE;
            } else if (buffer[at] == '\n') {
                if (!quotedNewlines) {
                    problem = Problem.OPEN_QUOTE;
                    return at;
                }
                newlines++;
                at++;
            } else if (at + 1 == filled && !isLast) {
                return INCOMPLETE;
            } else if (at + 1 < filled && buffer[at + 1] == '"') {
                hasEscapes = true;
                at += 2;
            } else {
                break;
            }
        }
        if (slot >= 0) {
            starts[slot] = from + 1;
            ends[slot] = at;
            quoted[slot] = true;
            escaped[slot] = hasEscapes;
        }
        return behindQuote(at + 1);
    }

    /** Goes from behind a closing quote to where the field ends. */
    private int behindQuote(int from) {
        int at = from;
        if (at < filled && buffer[at] == '\r') {
            at++;
            if (at < filled && buffer[at] != '\n') {
                problem = Problem.BEHIND_QUOTE;
            }
        }
        if (at == filled || buffer[at] == delimiter || buffer[at] == '\n') {
            return at;
        }
        problem = Problem.BEHIND_QUOTE;
        return plainEnd(at);
    }

    private int quoteOrNewline(int from) {
        int at = from;
        while (at + Long.BYTES <= filled) {
            long word = (long) LONGS.get(buffer, at);
            high |= word;
            long found = zeros(word ^ QUOTES) | zeros(word ^ NEWLINES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < filled && buffer[at] != '"' && buffer[at] != '\n') {
            high |= buffer[at++];
        }
        return at;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH;
    }

    private void skipFirstLine() {
        while (filled > 0) {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    next = i + 1;
                    return;
                }
            }
            offset += filled;
            filled = 0;
            fill();
        }
    }

    /** Goes over a record that is too long byte by byte, and keeps no more than its start. */
    private boolean skipLong() {
        refill();
        int kept = Math.min(filled, KEPT_BYTES);
        Skipped skipped = new Skipped(delimiter, quotedNewlines);
        int at = 0;
        while (true) {
            while (at < filled && !skipped.endsWith(buffer[at])) {
                at++;
            }
            if (at < filled) {
                next = at + 1;
                break;
            }
            offset += filled - kept;
            filled = kept;
            at = kept;
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            fill();
            if (filled == kept) {
                next = filled;
                break;
            }
        }
        start = 0;
        end = kept;
        nextLine = line + skipped.newlines();
        problem = Problem.TOO_LONG;
        return next < filled || !atEnd || !range.unfinishedLast() || buffer[next - 1] == '\n';
    }

    byte[] bytes() {
        return buffer;
    }

    /** The bytes that were read so far and not given out yet: from {@link #nextStart} to {@link #filled}. */
    int filled() {
        return filled;
    }

    int nextStart() {
        return next;
    }

    /** Leaves bytes out that belong to no record. */
    void skip(int count) {
        next += count;
    }

    /** Lines of this text before the one that the record begins on. */
    long line() {
        return line;
    }

    boolean isBlank() {
        return start == end;
    }

    Problem problem() {
        return problem;
    }

    int fieldCount() {
        return fieldCount;
    }

    boolean isAscii() {
        return (high & HIGH) == 0;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int start(int slot) {
        return starts[slot];
    }

    int length(int slot) {
        return ends[slot] - starts[slot];
    }

    boolean isQuoted(int slot) {
        return quoted[slot];
    }

    /** Whether quotes stand doubled in the field. */
    boolean isEscaped(int slot) {
        return escaped[slot];
    }

    /** The record as it was found, or as much of it as is kept. */
    String raw() {
        return new String(buffer, start, Math.min(end - start, KEPT_BYTES), StandardCharsets.UTF_8);
    }

    int bufferBytes() {
        return buffer.length;
    }

    /** Bytes taken from storage so far. */
    long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() {
        input.close();
    }
}
