package dev.grebe.sources.parquet;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Reason;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How stored values become values of the type that the table declares. */
enum Decoding {
    LONG,
    UINT32,
    UINT64,
    LONG_TO_DOUBLE,
    UINT32_TO_DOUBLE,
    UINT64_TO_DOUBLE,
    FLOAT,
    DOUBLE,
    BOOL,
    DAYS,
    MILLIS,
    MICROS,
    NANOS,
    INT96,
    TIME_MILLIS,
    TIME_MICROS,
    TIME_NANOS,
    DECIMAL_TO_LONG,
    DECIMAL_TO_DOUBLE,
    /** ISO 8601 text to ticks; {@code ""}, the missing text, is null. */
    ISO,
    FLOAT16,
    DECIMAL_BYTES_TO_LONG,
    DECIMAL_BYTES_TO_DOUBLE,
    TEXT,
    UUID,
    HEX,
    DECIMAL_BYTES_TO_TEXT,
    LONG_TO_TEXT,
    UINT32_TO_TEXT,
    UINT64_TO_TEXT,
    DECIMAL_TO_TEXT,
    /** Any value to JSON. */
    JSON;

    /** Stands for a number that does not fit, or is no time of years 1 to 9999: no tick, and no long that can fail. */
    static final long BAD = Times.BAD;

    /** Empty if values of this meaning cannot be read as the type. */
    static Optional<Decoding> of(Meaning meaning, Type type) {
        return Optional.ofNullable(
                switch (type) {
                    case BOOL -> meaning == Meaning.BOOL ? BOOL : null;
                    case LONG -> toLong(meaning);
                    case DOUBLE -> toDouble(meaning);
                    case STRING -> toText(meaning);
                    case TIMESTAMP -> toTime(meaning);
                    case DURATION ->
                        switch (meaning) {
                            case TIME_MILLIS -> TIME_MILLIS;
                            case TIME_MICROS -> TIME_MICROS;
                            case TIME_NANOS -> TIME_NANOS;
                            default -> null;
                        };
                    case DYNAMIC -> JSON;
                });
    }

    private static @Nullable Decoding toLong(Meaning meaning) {
        return switch (meaning) {
            case INT32, INT64 -> LONG;
            case UINT32 -> UINT32;
            case UINT64 -> UINT64;
            case DECIMAL32, DECIMAL64 -> DECIMAL_TO_LONG;
            case DECIMAL_BYTES -> DECIMAL_BYTES_TO_LONG;
            default -> null;
        };
    }

    private static @Nullable Decoding toDouble(Meaning meaning) {
        return switch (meaning) {
            case INT32, INT64 -> LONG_TO_DOUBLE;
            case UINT32 -> UINT32_TO_DOUBLE;
            case UINT64 -> UINT64_TO_DOUBLE;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case FLOAT16 -> FLOAT16;
            case DECIMAL32, DECIMAL64 -> DECIMAL_TO_DOUBLE;
            case DECIMAL_BYTES -> DECIMAL_BYTES_TO_DOUBLE;
            default -> null;
        };
    }

    private static @Nullable Decoding toText(Meaning meaning) {
        return switch (meaning) {
            case TEXT, BINARY -> TEXT;
            case BYTES -> HEX;
            case UUID -> UUID;
            case INT32, INT64 -> LONG_TO_TEXT;
            case UINT32 -> UINT32_TO_TEXT;
            case UINT64 -> UINT64_TO_TEXT;
            case DECIMAL32, DECIMAL64 -> DECIMAL_TO_TEXT;
            case DECIMAL_BYTES -> DECIMAL_BYTES_TO_TEXT;
            default -> null;
        };
    }

    private static @Nullable Decoding toTime(Meaning meaning) {
        return switch (meaning) {
            case DATE -> DAYS;
            case MILLIS -> MILLIS;
            case MICROS -> MICROS;
            case NANOS -> NANOS;
            case INT96 -> INT96;
            case TEXT, BINARY -> ISO;
            default -> null;
        };
    }

    /** Whether the result is text. */
    boolean isText() {
        return switch (this) {
            case TEXT,
                    UUID,
                    HEX,
                    DECIMAL_BYTES_TO_TEXT,
                    LONG_TO_TEXT,
                    UINT32_TO_TEXT,
                    UINT64_TO_TEXT,
                    DECIMAL_TO_TEXT -> true;
            default -> false;
        };
    }

    /** Whether stored values are bytes: not numbers of fixed size. */
    boolean isFromBytes() {
        return switch (this) {
            case ISO, FLOAT16, DECIMAL_BYTES_TO_LONG, DECIMAL_BYTES_TO_DOUBLE, TEXT, UUID, HEX, DECIMAL_BYTES_TO_TEXT ->
                true;
            default -> false;
        };
    }

    boolean isTime() {
        return switch (this) {
            case DAYS, MILLIS, MICROS, NANOS, INT96, ISO, TIME_MILLIS, TIME_MICROS, TIME_NANOS -> true;
            default -> false;
        };
    }

    /** Whether there are stored values that are none of the type: each is looked at then. */
    boolean canFail() {
        return isTime() || isNumberThatCanFail() || this == TEXT || this == JSON;
    }

    private boolean isNumberThatCanFail() {
        return this == UINT64 || this == DECIMAL_TO_LONG || this == DECIMAL_BYTES_TO_LONG;
    }

    /** Whether {@link #BAD} and {@link Times#MISSING} stand among the converted numbers. */
    boolean isMarked() {
        return isTime() || isNumberThatCanFail();
    }

    Reason reason() {
        return isTime() ? Reason.BAD_TIMESTAMP : this == TEXT ? Reason.INVALID_UTF8 : Reason.BAD_NUMBER;
    }

    /** What is wrong with a stored value, in words. */
    String problem() {
        return switch (this) {
            case DAYS, MILLIS, MICROS, NANOS, INT96, ISO -> "the value is no time of years 1 to 9999";
            case TIME_MILLIS, TIME_MICROS, TIME_NANOS -> "the value is no time of a day";
            case TEXT -> "the text is no valid UTF-8";
            default -> "the value is no whole number of 64 bits";
        };
    }

    boolean isDouble() {
        return switch (this) {
            case LONG_TO_DOUBLE,
                    UINT32_TO_DOUBLE,
                    UINT64_TO_DOUBLE,
                    FLOAT,
                    DOUBLE,
                    FLOAT16,
                    DECIMAL_TO_DOUBLE,
                    DECIMAL_BYTES_TO_DOUBLE -> true;
            default -> false;
        };
    }

    /** Turns stored numbers into ticks, whole numbers or the bits of doubles; those that are none into {@link #BAD}. */
    void convert(long[] values, int n, int scale) {
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
            case LONG, DOUBLE, BOOL, INT96 -> {}
            default -> {
                for (int i = 0; i < n; i++) {
                    values[i] = convert(values[i], scale);
                }
            }
        }
    }

    private long convert(long value, int scale) {
        return switch (this) {
            case UINT32 -> value & 0xffff_ffffL;
            case UINT64 -> value < 0 ? BAD : value;
            case UINT32_TO_DOUBLE -> Double.doubleToRawLongBits((double) (value & 0xffff_ffffL));
            case UINT64_TO_DOUBLE -> Double.doubleToRawLongBits(Decimals.unsigned(value));
            case TIME_MILLIS -> Times.ofDay(value, Ticks.PER_MILLISECOND);
            case TIME_MICROS -> Times.ofDay(value, Ticks.PER_MILLISECOND / 1000);
            case TIME_NANOS -> Times.nanosOfDay(value);
            case DECIMAL_TO_LONG -> Decimals.whole(value, scale);
            case DECIMAL_TO_DOUBLE -> Double.doubleToRawLongBits(Decimals.real(value, scale));
            default -> throw new IllegalStateException(this + " converts no numbers");
        };
    }

    /** Turns stored bytes into what {@link #convert} turns numbers into. */
    long number(byte[] bytes, int from, int length, int scale) {
        return switch (this) {
            case ISO -> Times.iso(bytes, from, length);
            case FLOAT16 -> Double.doubleToRawLongBits(Decimals.half(bytes, from, length));
            case DECIMAL_BYTES_TO_LONG -> Decimals.whole(Decimals.unscaled(bytes, from, length), scale);
            case DECIMAL_BYTES_TO_DOUBLE ->
                Double.doubleToRawLongBits(Decimals.real(Decimals.unscaled(bytes, from, length), scale));
            default -> throw new IllegalStateException(this + " converts no bytes");
        };
    }

    /** The text of a stored number. */
    String text(long value, int scale) {
        return switch (this) {
            case LONG_TO_TEXT -> Long.toString(value);
            case UINT32_TO_TEXT -> Long.toString(value & 0xffff_ffffL);
            case UINT64_TO_TEXT -> Long.toUnsignedString(value);
            case DECIMAL_TO_TEXT -> Decimals.text(value, scale);
            default -> throw new IllegalStateException(this + " makes no text of numbers");
        };
    }

    /** The text of stored bytes that are none. */
    String text(byte[] bytes, int from, int length, int scale) {
        return switch (this) {
            case UUID -> Decimals.uuid(bytes, from, length);
            case HEX -> Decimals.hex(bytes, from, length);
            case DECIMAL_BYTES_TO_TEXT -> Decimals.text(Decimals.unscaled(bytes, from, length), scale);
            default -> throw new IllegalStateException(this + " makes no text of bytes");
        };
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
