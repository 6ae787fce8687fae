package dev.grebe.sources.parquet;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.util.Optional;

/** How stored values become values of the type that the table declares. */
enum Decoding {
    LONG,
    LONG_TO_DOUBLE,
    FLOAT,
    DOUBLE,
    BOOL,
    DAYS,
    MILLIS,
    MICROS,
    NANOS,
    INT96,
    /** ISO 8601 text to ticks; {@code ""}, the missing text, is null. */
    ISO,
    TEXT;

    /** Empty if values of this meaning cannot be read as the type. */
    static Optional<Decoding> of(Meaning meaning, Type type) {
        return Optional.ofNullable(
                switch (type) {
                    case BOOL -> meaning == Meaning.BOOL ? BOOL : null;
                    case LONG -> meaning == Meaning.INT32 || meaning == Meaning.INT64 ? LONG : null;
                    case STRING -> meaning == Meaning.TEXT ? TEXT : null;
                    case DOUBLE ->
                        switch (meaning) {
                            case INT32, INT64 -> LONG_TO_DOUBLE;
                            case FLOAT -> FLOAT;
                            case DOUBLE -> DOUBLE;
                            default -> null;
                        };
                    case TIMESTAMP ->
                        switch (meaning) {
                            case DATE -> DAYS;
                            case MILLIS -> MILLIS;
                            case MICROS -> MICROS;
                            case NANOS -> NANOS;
                            case INT96 -> INT96;
                            case TEXT -> ISO;
                            default -> null;
                        };
                    case DURATION, DYNAMIC -> null;
                });
    }

    boolean isTime() {
        return switch (this) {
            case DAYS, MILLIS, MICROS, NANOS, INT96, ISO -> true;
            case LONG, LONG_TO_DOUBLE, FLOAT, DOUBLE, BOOL, TEXT -> false;
        };
    }

    boolean isDouble() {
        return this == LONG_TO_DOUBLE || this == FLOAT || this == DOUBLE;
    }

    /**
     * Turns stored numbers into ticks, whole numbers or the bits of doubles; times that are none into
     * {@link Times#BAD}.
     */
    void convert(long[] values, int n) {
        switch (this) {
            case LONG_TO_DOUBLE -> {
                for (int i = 0; i < n; i++) {
                    values[i] = Double.doubleToRawLongBits((double) values[i]);
                }
            }
            case FLOAT -> {
                for (int i = 0; i < n; i++) {
                    values[i] = Double.doubleToRawLongBits(Float.intBitsToFloat((int) values[i]));
                }
            }
            case DAYS -> scale(values, n, Ticks.PER_DAY);
            case MILLIS -> scale(values, n, Ticks.PER_MILLISECOND);
            case MICROS -> scale(values, n, Ticks.PER_MILLISECOND / 1000);
            case NANOS -> {
                for (int i = 0; i < n; i++) {
                    values[i] = Times.nanos(values[i]);
                }
            }
            case LONG, DOUBLE, BOOL, INT96, ISO, TEXT -> {}
        }
    }

    /** A converted number as {@link Type#literal} has it. */
    Object literal(long converted) {
        if (isDouble()) {
            return Double.longBitsToDouble(converted);
        } else if (this == BOOL) {
            return converted != 0;
        }
        return converted;
    }

    private static void scale(long[] values, int n, long ticks) {
        for (int i = 0; i < n; i++) {
            values[i] = Times.scaled(values[i], ticks);
        }
    }
}
