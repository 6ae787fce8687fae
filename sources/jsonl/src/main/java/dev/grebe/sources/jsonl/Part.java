package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.RandomInput;
import java.util.concurrent.atomic.LongAdder;

/** A split: the lines of a file that start in {@code [start, end)}; of a gzip file, all. */
record Part(LineFile file, long start, long end) {
    /**
     * Opens the lines.
     *
     * @throws DataException if the file is not what was listed
     */
    Lines lines(Limits limits, LongAdder bytesRead) {
        RandomInput input = file.open();
        try {
            // One byte earlier: a line that starts at `start` is told by the newline before it.
            long from = Math.max(0, start - 1);
            ByteStream stream = new StoredBytes(input, from, file.slice().size(), bytesRead);
            if (file.isGzip(input)) {
                Lines.Origin origin = new Lines.Origin(place(), 0, Long.MAX_VALUE, false);
                return new Lines(new Gunzip(stream, file.slice().path()), origin, limits, false);
            }
            return new Lines(stream, new Lines.Origin(place(), from, end, start > 0), limits, file.grew());
        } catch (DataException e) {
            input.close();
            throw e;
        }
    }

    Place place() {
        return new Place(file.slice().path(), () -> start == 0 ? 0 : file.linesBefore(start));
    }
}
