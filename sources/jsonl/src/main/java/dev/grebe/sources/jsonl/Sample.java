package dev.grebe.sources.jsonl;

import dev.grebe.data.IsoTime;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Storage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Guesses columns and types from the first rows of some files; partitions are text. */
final class Sample {
    private static final int FILES = 8;
    private static final int ROWS_OF_A_FILE = 200;

    private final Storage storage;
    private final Limits limits;
    /** Null where all values so far were null. */
    private final Map<String, @Nullable Type> types = new LinkedHashMap<>();

    Sample(Storage storage, Limits limits) {
        this.storage = storage;
        this.limits = limits;
    }

    Schema of(List<FileSlice> files) {
        int step = Math.max(1, (files.size() + FILES - 1) / FILES);
        for (int i = 0; i < files.size(); i += step) {
            read(new LineFile(storage, files.get(i)));
        }
        files.forEach(file -> file.partitions().keySet().forEach(key -> types.put(key, Type.STRING)));
        return new Schema(types.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> new Field(entry.getKey(), entry.getValue() == null ? Type.STRING : entry.getValue()))
                .toList());
    }

    private void read(LineFile file) {
        Part part = new Part(file, 0, file.slice().size());
        int rows = 0;
        try (Lines lines = part.lines(limits, new LongAdder())) {
            while (rows < ROWS_OF_A_FILE && lines.next()) {
                for (int line = 0; line < lines.count() && rows < ROWS_OF_A_FILE; line++) {
                    if (lines.isFirst(line)) {
                        lines.dropMark(line);
                    }
                    if (!lines.isBlank(line)) {
                        read(lines, line, part.place());
                        rows++;
                    }
                }
            }
        }
    }

    private void read(Lines lines, int line, Place place) {
        if (!Json.mayParse(lines.bytes(), lines.start(line), lines.end(line))) {
            throw Diagnosis.of(lines, line, "no object starts here", "JSON_SYNTAX")
                    .at(place);
        }
        try (JsonParser parser = Json.parser(lines.bytes(), lines.start(line), lines.end(line))) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                Type type = type(parser.nextToken(), parser);
                Type known = types.get(name);
                types.put(name, type == null || known == null ? (type == null ? known : type) : common(known, type));
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            throw Diagnosis.of(lines, line, e.getOriginalMessage(), "JSON_SYNTAX")
                    .at(place);
        }
    }

    private static @Nullable Type type(@Nullable JsonToken token, JsonParser parser) {
        if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        } else if (token.isStructStart()) {
            return Type.DYNAMIC;
        } else if (token.isBoolean()) {
            return Type.BOOL;
        } else if (token.isNumeric()) {
            return token == JsonToken.VALUE_NUMBER_INT ? Type.LONG : Type.DOUBLE;
        }
        byte[] text = parser.getString().getBytes(StandardCharsets.UTF_8);
        return IsoTime.parse(text, 0, text.length) == IsoTime.NONE ? Type.STRING : Type.TIMESTAMP;
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
