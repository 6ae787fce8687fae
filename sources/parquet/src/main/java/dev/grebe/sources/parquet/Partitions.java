package dev.grebe.sources.parquet;

import dev.grebe.data.IsoTime;
import dev.grebe.plan.Type;
import dev.grebe.plugin.FileSlice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values of partition columns: text in a path, read as the type that the table declares. */
final class Partitions {
    private Partitions() {}

    /** The value; null for {@code ""}, which stands for a missing one, unless the column is a STRING. */
    static @Nullable Object value(FileSlice file, String column, Type type) {
        String text = file.partitions().getOrDefault(column, "");
        if (type == Type.STRING) {
            return text;
        } else if (text.isEmpty()) {
            return null;
        }
        Object value = parse(text, type);
        if (value == null) {
            throw Place.inFile(
                    file.path(),
                    "partition '%s=%s' cannot be read as %s",
                    Place.shown(column),
                    Place.shown(text),
                    type);
        }
        return value;
    }

    private static @Nullable Object parse(String text, Type type) {
        return switch (type) {
            case BOOL -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case LONG -> wholeNumber(text);
            case DOUBLE -> number(text);
            case TIMESTAMP -> time(text);
            case STRING -> text;
            case DURATION, DYNAMIC -> null;
        };
    }

    private static @Nullable Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long time(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long ticks = IsoTime.parse(bytes, 0, bytes.length);
        return ticks == IsoTime.NONE ? null : (Long) ticks;
    }
}
