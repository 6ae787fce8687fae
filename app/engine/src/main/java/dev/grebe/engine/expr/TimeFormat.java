package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import java.util.stream.IntStream;

/** {@code format_datetime} and {@code format_timespan}: runs of one letter and what stands between them, as they come. */
final class TimeFormat {
    private static final String SEPARATORS = " /-:,._[]";
    private static final int FRACTION_DIGITS = 7;

    private final char[] letters;
    private final int[] widths;
    private final boolean isSpan;

    /** @param format one that the function's signature has let pass */
    private TimeFormat(String format, boolean isSpan) {
        int[] starts = IntStream.range(0, format.length())
                .filter(at -> at == 0
                        || format.charAt(at) != format.charAt(at - 1)
                        || SEPARATORS.indexOf(format.charAt(at)) >= 0)
                .toArray();
        letters = new char[starts.length];
        widths = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            letters[i] = format.charAt(starts[i]);
            widths[i] = (i + 1 < starts.length ? starts[i + 1] : format.length()) - starts[i];
        }
        this.isSpan = isSpan;
    }

    /** {@link Function#FORMAT_DATETIME}. */
    static Evaluator time(Operand time, String format) {
        return evaluator(time, new TimeFormat(format, false));
    }

    /** {@link Function#FORMAT_TIMESPAN}. */
    static Evaluator span(Operand span, String format) {
        return evaluator(span, new TimeFormat(format, true));
    }

    private static Evaluator evaluator(Operand value, TimeFormat format) {
        TextResults results = new TextResults();
        return (batch, rows) -> {
            Column.Longs ticks = value.longs(batch, rows);
            results.begin(ticks.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                results.beginRow(row);
                if (!ticks.isNull(row)) {
                    format.write(ticks.values()[row], results.text());
                }
                results.endRow(row);
            }
            return results.column();
        };
    }

    private void write(long ticks, TextBuffer out) {
        if (isSpan && ticks < 0) {
            out.write((byte) '-');
        }
        // Of a negative span all parts are those of its absolute value, which may not fit.
        long ofDay = isSpan ? Math.abs(ticks % Ticks.PER_DAY) : Math.floorMod(ticks, Ticks.PER_DAY);
        for (int i = 0; i < letters.length; i++) {
            write(letters[i], widths[i], ticks, ofDay, out);
        }
    }

    private void write(char letter, int width, long ticks, long ofDay, TextBuffer out) {
        long seconds = ofDay / Ticks.PER_SECOND;
        switch (letter) {
            case 'd' -> out.writeDigits(isSpan ? ticks / Ticks.PER_DAY : Calendar.day(ticks), width);
            case 'f' -> out.writeDigits(fraction(ofDay, width), width);
            case 'F' -> writeWithoutZeros(fraction(ofDay, width), width, out);
            case 'H' -> out.writeDigits(seconds / 3_600, width);
            case 'h' -> out.writeDigits(isSpan ? seconds / 3_600 : (seconds / 3_600 + 11) % 12 + 1, width);
            case 'm' -> out.writeDigits(seconds / 60 % 60, width);
            case 's' -> out.writeDigits(seconds % 60, width);
            case 'M' -> out.writeDigits(Calendar.month(ticks), width);
            case 'y' -> out.writeDigits(Math.floorMod(Calendar.year(ticks), width == 4 ? 10_000L : 100L), width);
            case 't' -> out.writeAscii(seconds < 43_200 ? "AM" : "PM");
            default -> out.write((byte) letter);
        }
    }

    /** So many digits of the second's fraction. */
    private static long fraction(long ofDay, int width) {
        long digits = ofDay % Ticks.PER_SECOND;
        for (int i = width; i < FRACTION_DIGITS; i++) {
            digits /= 10;
        }
        return digits;
    }

    private static void writeWithoutZeros(long digits, int width, TextBuffer out) {
        long rest = digits;
        int left = width;
        while (left > 0 && rest % 10 == 0) {
            rest /= 10;
            left--;
        }
        if (left > 0) {
            out.writeDigits(rest, left);
        }
    }
}
