package dev.grebe.sources.csv;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;
import java.util.Optional;

/**
 * A split: the records of a file that start in {@code [start, end)}, or all.
 *
 * @param end {@link Long#MAX_VALUE} for all
 */
record Part(TextFile file, long start, long end) {
    private static final int COUNT_BYTES = 1 << 16;
    private static final int HEADER_BYTES = 1 << 14;

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
     * A part's records, the first of them the one behind the header.
     *
     * @param header empty if the file is one that grew and had none when it was listed
     */
    record Opened(Records records, Optional<Header> header) {}

    /** @throws DataException if the file is not what was listed, or has no header that can be read */
    Opened open(CsvSettings settings, int chunkBytes) {
        if (start == 0) {
            return openFirst(settings, chunkBytes, end);
        }
        Optional<Header> header = header(settings);
        // One byte earlier: a record that starts at `start` is told by the newline before it.
        TextInput input = file.open(start - 1);
        try {
            Records.Range range = new Records.Range(start - 1, end, true, file.grew());
            return new Opened(records(input, range, settings, chunkBytes), header);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private Optional<Header> header(CsvSettings settings) {
        Opened first = openFirst(settings, HEADER_BYTES, Long.MAX_VALUE);
        first.records().close();
        return first.header();
    }

    private Opened openFirst(CsvSettings settings, int chunkBytes, long until) {
        TextInput input = file.open(0);
        try {
            Records.Range range = new Records.Range(0, until, false, file.grew());
            Records records = records(input, range, settings, chunkBytes);
            Optional<Header> header = Header.read(records, path(), settings);
            if (header.isEmpty() && !file.grew()) {
                throw new DataException(
                        Rejection.ofFile(path(), Reason.EMPTY_FILE, "the file is empty where a header is expected"));
            }
            return new Opened(records, header);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static Records records(TextInput input, Records.Range range, CsvSettings settings, int chunkBytes) {
        return new Records(input, range, chunkBytes, (int) settings.limits().rowBytes(), settings.quotedNewlines());
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
}
