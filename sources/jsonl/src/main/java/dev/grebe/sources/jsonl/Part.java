package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;

/**
 * A split: the records of a file that start in {@code [start, end)}; of a compressed file or an array, all.
 *
 * @param end {@link Long#MAX_VALUE} for all
 */
record Part(TextFile file, long start, long end) {
    private static final int COUNT_BYTES = 1 << 16;

    static Part whole(TextFile file) {
        return new Part(file, 0, Long.MAX_VALUE);
    }

    boolean isWhole() {
        return start == 0 && end == Long.MAX_VALUE;
    }

    String path() {
        return file.slice().path();
    }

    /**
     * Opens the records.
     *
     * @throws dev.grebe.plugin.DataException if the file is not what was listed, or holds no records
     */
    Records records(Layout layout, Portions portions, JsonlLimits limits) {
        // One byte earlier: a line that starts at `start` is told by the newline before it.
        TextInput input = file.open(Math.max(0, start - 1));
        try {
            int longest = (int) limits.lineBytes();
            if (start > 0) {
                Lines.Range range = new Lines.Range(start - 1, end, true, file.grew());
                return new Lines(input, range, portions.chunkBytes(), longest);
            }
            Head head = Head.read(input, path(), layout);
            TextInput text = head.rejoined(input);
            return head.isArray()
                    ? new Elements(text, path(), portions.chunkBytes(), longest, file.grew())
                    : new Lines(
                            text,
                            new Lines.Range(head.mark(), end, false, file.grew()),
                            portions.chunkBytes(),
                            longest);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** How many lines start before this part. Reads them, so it is only for messages. */
    long linesBefore() {
        if (start == 0) {
            return 0;
        }
        long lines = 1;
        byte[] buffer = new byte[COUNT_BYTES];
        try (TextInput input = file.open(0)) {
            long left = start - 1;
            while (left > 0) {
                int count = input.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    break;
                }
                left -= count;
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** @param line of the file, from 1 */
    Rejection rejection(long line, String column, Reason reason, String detail, String raw) {
        return new Rejection(path(), Rejection.Position.line(line), column, reason, detail, raw);
    }
}
