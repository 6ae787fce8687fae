package dev.grebe.sources.parquet;

import dev.grebe.data.Utf8;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.nio.charset.StandardCharsets;

/**
 * Writes values of one stored column as JSON, exactly as they are stored: numbers with all digits, times as ISO 8601 text
 * or, beyond years 1 to 9999, as the number that is stored; bytes that are no text as hexadecimal digits.
 */
final class LeafJson {
    private final Meaning meaning;
    private final int scale;

    LeafJson(FileColumn column) {
        meaning = column.meaning();
        scale = column.scale();
    }

    /** @param isName whether it is the name of a map's entry, which is a string whatever the value is */
    void write(long value, JsonText out, boolean isName) {
        if (isName && !isQuoted(value)) {
            out.raw('"');
            write(value, out);
            out.raw('"');
        } else {
            write(value, out);
        }
    }

    private boolean isQuoted(long value) {
        return switch (meaning) {
            case DATE, MILLIS, MICROS, NANOS, TIME_MILLIS, TIME_MICROS, TIME_NANOS -> ticks(value) != Times.BAD;
            case FLOAT -> !Float.isFinite(Float.intBitsToFloat((int) value));
            case DOUBLE -> !Double.isFinite(Double.longBitsToDouble(value));
            default -> false;
        };
    }

    private void write(long value, JsonText out) {
        switch (meaning) {
            case BOOL -> out.raw(value == 0 ? "false" : "true");
            case UINT32 -> out.raw(Long.toString(value & 0xffff_ffffL));
            case UINT64 -> out.raw(Long.toUnsignedString(value));
            case DECIMAL32, DECIMAL64 -> out.raw(Decimals.text(value, scale));
            case FLOAT -> {
                float number = Float.intBitsToFloat((int) value);
                out.number(number, Float.toString(number));
            }
            case DOUBLE -> {
                double number = Double.longBitsToDouble(value);
                out.number(number, Double.toString(number));
            }
            case DATE, MILLIS, MICROS, NANOS -> time(value, ticks(value), out);
            case TIME_MILLIS, TIME_MICROS, TIME_NANOS -> span(value, ticks(value), out);
            default -> out.raw(Long.toString(value));
        }
    }

    private long ticks(long value) {
        return switch (meaning) {
            case DATE -> Times.scaled(value, Ticks.PER_DAY);
            case MILLIS -> Times.scaled(value, Ticks.PER_MILLISECOND);
            case MICROS -> Times.scaled(value, Ticks.PER_MILLISECOND / 1000);
            case NANOS -> Times.nanos(value);
            case TIME_MILLIS -> Times.ofDay(value, Ticks.PER_MILLISECOND);
            case TIME_MICROS -> Times.ofDay(value, Ticks.PER_MILLISECOND / 1000);
            case TIME_NANOS -> Times.nanosOfDay(value);
            default -> value;
        };
    }

    private static void time(long stored, long ticks, JsonText out) {
        if (ticks == Times.BAD) {
            out.raw(Long.toString(stored));
        } else {
            out.quoted(Ticks.format(ticks));
        }
    }

    private static void span(long stored, long ticks, JsonText out) {
        if (ticks == Times.BAD) {
            out.raw(Long.toString(stored));
        } else {
            out.quoted(Ticks.formatSpan(ticks));
        }
    }

    void write(byte[] bytes, int from, int length, JsonText out, boolean isName) {
        switch (meaning) {
            case TEXT -> text(bytes, from, length, out);
            case UUID -> out.quoted(Decimals.uuid(bytes, from, length));
            case INT96 -> {
                long ticks = Times.int96(Bits.longAt(bytes, from), Bits.intAt(bytes, from + Long.BYTES));
                out.quoted(ticks == Times.BAD ? Decimals.hex(bytes, from, length) : Ticks.format(ticks));
            }
            case INTERVAL -> interval(bytes, from, length, out);
            case DECIMAL_BYTES, FLOAT16 -> {
                if (isName) {
                    out.raw('"');
                }
                number(bytes, from, length, out);
                if (isName) {
                    out.raw('"');
                }
            }
            default -> out.quoted(Decimals.hex(bytes, from, length));
        }
    }

    private void number(byte[] bytes, int from, int length, JsonText out) {
        if (meaning == Meaning.FLOAT16) {
            double half = Decimals.half(bytes, from, length);
            out.number(half, Float.toString((float) half));
        } else {
            out.raw(Decimals.text(Decimals.unscaled(bytes, from, length), scale));
        }
    }

    private static void text(byte[] bytes, int from, int length, JsonText out) {
        if (!Utf8.isValid(bytes, from, from + length)) {
            int shown = Math.min(length, Rejection.LONGEST_RAW);
            throw new BadValue(
                    0,
                    Reason.INVALID_UTF8,
                    Decoding.TEXT.problem(),
                    new String(bytes, from, shown, StandardCharsets.UTF_8));
        }
        out.quoted(bytes, from, length);
    }

    private static void interval(byte[] bytes, int from, int length, JsonText out) {
        if (length != 3 * Integer.BYTES) {
            throw new BadPage("an interval is %d bytes long", length);
        }
        String[] units = {"months", "days", "milliseconds"};
        for (int i = 0; i < units.length; i++) {
            out.raw(i == 0 ? '{' : ',');
            out.quoted(units[i]);
            out.raw(':');
            out.raw(Integer.toUnsignedString(Bits.intAt(bytes, from + i * Integer.BYTES)));
        }
        out.raw('}');
    }
}
