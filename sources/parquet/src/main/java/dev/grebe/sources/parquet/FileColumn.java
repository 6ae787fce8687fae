package dev.grebe.sources.parquet;

import dev.grebe.plan.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A top-level column of a file.
 *
 * @param leaf its place among the chunks of a row group; -1 for a group of columns
 * @param label what it is, for messages: {@code INT64 TIMESTAMP(MICROS)}
 */
record FileColumn(String name, int leaf, boolean isOptional, Meaning meaning, String label) {
    /** What its stored values mean. */
    enum Meaning {
        INT32(Type.LONG),
        INT64(Type.LONG),
        FLOAT(Type.DOUBLE),
        DOUBLE(Type.DOUBLE),
        BOOL(Type.BOOL),
        TEXT(Type.STRING),
        DATE(Type.TIMESTAMP),
        MILLIS(Type.TIMESTAMP),
        MICROS(Type.TIMESTAMP),
        NANOS(Type.TIMESTAMP),
        INT96(Type.TIMESTAMP),
        UNSUPPORTED(null);

        private final Optional<Type> type;

        Meaning(@Nullable Type type) {
            this.type = Optional.ofNullable(type);
        }

        /** The type that fits best, if it can be read. */
        Optional<Type> type() {
            return type;
        }
    }
}
