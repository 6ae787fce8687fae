package dev.grebe.sources.jsonl;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Guesses columns and types from the first rows of some files; partitions are text. Bad rows and files are passed over
 * if there are good ones.
 */
final class Sample {
    private static final int FILES = 8;
    private static final int ROWS_OF_A_FILE = 200;
    private static final int MOST_COLUMNS = 2_000;
    private static final int MOST_KEYS = 100_000;
    private static final int DEEPEST = 8;
    private static final long LONGEST_NANOS = Duration.ofSeconds(3).toNanos();

    private final Storage storage;
    private final JsonlSettings settings;
    private final Json json;
    private final TimeText times = TimeText.in(ZoneOffset.UTC);
    private final long started = System.nanoTime();
    private final Shape root = new Shape();
    private int mostColumns = MOST_COLUMNS;
    private int deepest = DEEPEST;
    private long longestNanos = LONGEST_NANOS;
    private int columns;
    private long rows;
    private @Nullable DataException failure;

    Sample(Storage storage, JsonlSettings settings) {
        this.storage = storage;
        this.settings = settings;
        this.json = new Json(settings.limits());
    }

    /** What was found at a path; the type is null where all values so far were null. */
    private static final class Shape {
        private @Nullable Type type;
        private final Map<String, Shape> parts = new LinkedHashMap<>();

        void take(Type found) {
            type = type == null ? found : common(type, found);
        }

        void addTo(Map<String, Type> types, String path) {
            parts.forEach((name, part) -> {
                String full = path + name;
                if (!full.isEmpty()) {
                    types.merge(full, part.type == null ? Type.STRING : part.type, Sample::common);
                }
                part.addTo(types, full + ".");
            });
        }
    }

    /** @throws DataException if all that was met is bad */
    Schema of(List<FileSlice> files) {
        int step = Math.max(1, (files.size() + FILES - 1) / FILES);
        for (int i = 0; i < files.size() && !isLate(); i += step) {
            read(files.get(i), ROWS_OF_A_FILE);
        }
        return schema(files);
    }

    /**
     * The keys of the first rows, whatever time that takes; without those inside of objects.
     *
     * @throws DataException if all that was met is bad
     */
    Schema ofFirst(long most, List<FileSlice> files) {
        mostColumns = MOST_KEYS;
        deepest = 1;
        longestNanos = Long.MAX_VALUE;
        for (int i = 0; i < files.size() && rows < most; i++) {
            read(files.get(i), most - rows);
        }
        return schema(files);
    }

    private void read(FileSlice file, long most) {
        try {
            read(Part.whole(storage.text(file, settings.limits().decompressedBytes())), most);
        } catch (DataException e) {
            failure = failure == null ? e : failure;
        }
    }

    private Schema schema(List<FileSlice> files) {
        if (rows == 0 && failure != null) {
            throw failure;
        }
        Map<String, Type> types = new LinkedHashMap<>();
        root.addTo(types, "");
        files.forEach(file -> file.partitions().keySet().forEach(key -> types.put(key, Type.STRING)));
        return new Schema(types.entrySet().stream()
                .map(column -> new Field(column.getKey(), column.getValue()))
                .toList());
    }

    private boolean isLate() {
        return System.nanoTime() - started > longestNanos;
    }

    private void read(Part part, long most) {
        long met = 0;
        try (Records records = part.records(settings.layout(), Portions.DEFAULT, settings.limits())) {
            while (met < most && !isLate() && records.next()) {
                for (int record = 0; record < records.count() && met < most; record++) {
                    if (!records.isBlank(record) && !records.isTooLong(record)) {
                        read(records, record, part);
                        met++;
                    }
                }
            }
        }
    }

    private void read(Records records, int record, Part part) {
        if (!Json.mayParse(records.bytes(), records.start(record), records.end(record))) {
            fail(records, record, part);
            return;
        }
        try (Cursor cursor = json.over(records.bytes(), records.start(record), records.end(record))) {
            cursor.parser().nextToken();
            readObject(cursor.parser(), root, 1);
            rows++;
        } catch (JacksonException e) {
            fail(records, record, part);
        }
    }

    private void fail(Records records, int record, Part part) {
        if (failure == null) {
            BadRow bad = Diagnosis.of(records, record, json);
            failure = new DataException(part.rejection(
                    records.line(record) + 1, bad.column(), bad.reason(), bad.detail(), records.raw(record)));
        }
    }

    private void readObject(JsonParser parser, Shape object, int depth) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Shape part = object.parts.get(name);
            if (part == null && columns < mostColumns) {
                part = new Shape();
                object.parts.put(name, part);
                columns++;
            }
            JsonToken token = parser.nextToken();
            if (part != null) {
                take(part, token, parser);
            }
            if (part != null && token == JsonToken.START_OBJECT && depth < deepest) {
                readObject(parser, part, depth + 1);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void take(Shape part, JsonToken token, JsonParser parser) {
        if (token.isStructStart()) {
            part.take(Type.DYNAMIC);
        } else if (token.isBoolean()) {
            part.take(Type.BOOL);
        } else if (token.isNumeric()) {
            part.take(token == JsonToken.VALUE_NUMBER_INT ? Type.LONG : Type.DOUBLE);
        } else if (token != JsonToken.VALUE_NULL) {
            byte[] text = parser.getString().getBytes(StandardCharsets.UTF_8);
            boolean isTime = times.read(text, 0, text.length) == TimeText.Outcome.TIME;
            part.take(isTime ? Type.TIMESTAMP : Type.STRING);
        }
    }

    private static Type common(Type left, Type right) {
        if (left == right) {
            return left;
        } else if (left == Type.DYNAMIC || right == Type.DYNAMIC) {
            return Type.DYNAMIC;
        }
        boolean numbers = (left == Type.LONG || left == Type.DOUBLE) && (right == Type.LONG || right == Type.DOUBLE);
        return numbers ? Type.DOUBLE : Type.STRING;
    }
}
