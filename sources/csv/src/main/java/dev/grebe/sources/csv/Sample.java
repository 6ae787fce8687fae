package dev.grebe.sources.csv;

import dev.grebe.data.NumberText;
import dev.grebe.data.TimeText;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Storage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses columns and types from the first rows of some files; partitions are text. Bad rows and files are passed over
 * if there are good ones.
 */
final class Sample {
    private static final int FILES = 8;
    private static final int ROWS_OF_A_FILE = 200;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final long LONGEST_NANOS = Duration.ofSeconds(3).toNanos();

    private final Storage storage;
    private final CsvSettings settings;
    private final TimeText times = TimeText.in(ZoneOffset.UTC);
    private final long started = System.nanoTime();
    /** Null where all values so far were missing. */
    private final Map<String, @Nullable Type> types = new LinkedHashMap<>();

    private int read;
    private @Nullable DataException failure;

    Sample(Storage storage, CsvSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    /** @throws DataException if no file has a header */
    Schema of(List<FileSlice> files) {
        int step = Math.max(1, (files.size() + FILES - 1) / FILES);
        for (int i = 0; i < files.size() && !isLate(); i += step) {
            try {
                read(Part.whole(storage.text(files.get(i), settings.limits().decompressedBytes())));
            } catch (DataException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (read == 0 && failure != null) {
            throw failure;
        }
        files.forEach(file -> file.partitions().keySet().forEach(key -> types.put(key, Type.STRING)));
        return new Schema(types.entrySet().stream()
                .map(column -> new Field(column.getKey(), column.getValue() == null ? Type.STRING : column.getValue()))
                .toList());
    }

    private boolean isLate() {
        return System.nanoTime() - started > LONGEST_NANOS;
    }

    private void read(Part part) {
        Part.Opened opened = part.open(settings, CHUNK_BYTES);
        try (Records records = opened.records()) {
            if (opened.header().isPresent()) {
                read++;
                read(records, opened.header().get());
            }
        }
    }

    private void read(Records records, Header header) {
        List<String> columns = header.names().stream()
                .map(name -> header.names().contains(Header.stem(name)) ? name : Header.stem(name))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        columns.forEach(column -> types.putIfAbsent(column, null));
        Schema texts = new Schema(
                columns.stream().map(column -> new Field(column, Type.STRING)).toList());
        RowReader reader = new RowReader(texts, Set.of(), header, settings, ROWS_OF_A_FILE);
        reader.prepare(records);
        for (int row = 0; row < ROWS_OF_A_FILE && !isLate() && records.next(); row++) {
            try {
                if (!records.isBlank()) {
                    reader.read(records, row);
                    take(columns, reader, records);
                }
            } catch (BadRow e) {
                // A sample of the others will do; a run tells.
            }
        }
    }

    private void take(List<String> columns, RowReader reader, Records records) {
        for (int i = 0; i < columns.size(); i++) {
            int slot = reader.slotOf(i);
            int length = records.length(slot);
            if (length > 0) {
                Type found = type(records.bytes(), records.start(slot), length);
                types.merge(columns.get(i), found, Sample::common);
            }
        }
    }

    private Type type(byte[] bytes, int start, int length) {
        boolean isCode = length > 1 && bytes[start] == '0' && bytes[start + 1] != '.';
        if (NumberText.isNumber(bytes, start, length) && !isCode) {
            boolean isPlain = NumberText.isWhole(bytes, start, length);
            for (int i = start; i < start + length; i++) {
                isPlain &= bytes[i] != '.';
            }
            return isPlain ? Type.LONG : Type.DOUBLE;
        }
        String text = new String(bytes, start, Math.min(length, 5), StandardCharsets.UTF_8);
        boolean isTruth =
                (length == 4 && text.equalsIgnoreCase("true")) || (length == 5 && text.equalsIgnoreCase("false"));
        if (isTruth) {
            return Type.BOOL;
        }
        return times.read(bytes, start, length) == TimeText.Outcome.TIME ? Type.TIMESTAMP : Type.STRING;
    }

    private static Type common(Type left, Type right) {
        if (left == right) {
            return left;
        }
        boolean numbers = (left == Type.LONG || left == Type.DOUBLE) && (right == Type.LONG || right == Type.DOUBLE);
        return numbers ? Type.DOUBLE : Type.STRING;
    }
}
