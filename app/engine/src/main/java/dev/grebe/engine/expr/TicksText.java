package dev.grebe.engine.expr;

import dev.grebe.plan.Ticks;

/** Times and spans as {@link Ticks#format} and {@link Ticks#formatSpan} write them, without an object per value. */
final class TicksText {
    private TicksText() {}

    static void writeTime(long ticks, TextBuffer out) {
        writeYear(Calendar.year(ticks), out);
        out.write((byte) '-');
        out.writeDigits(Calendar.month(ticks), 2);
        out.write((byte) '-');
        out.writeDigits(Calendar.day(ticks), 2);
        out.write((byte) 'T');
        long ofDay = Math.floorMod(ticks, Ticks.PER_DAY);
        writeClock(ofDay, out);
        out.write((byte) '.');
        out.writeDigits(ofDay % Ticks.PER_SECOND, 7);
        out.write((byte) 'Z');
    }

    private static void writeYear(long year, TextBuffer out) {
        if (year < 0 || year > 9_999) {
            out.write((byte) (year < 0 ? '-' : '+'));
        }
        out.writeDigits(year, 4);
    }

    static void writeSpan(long ticks, TextBuffer out) {
        if (ticks < 0) {
            out.write((byte) '-');
        }
        // Signs are dropped part by part: the least long has no positive counterpart.
        long days = ticks / Ticks.PER_DAY;
        long ofDay = Math.abs(ticks % Ticks.PER_DAY);
        if (days != 0) {
            out.writeDigits(days, 1);
            out.write((byte) '.');
        }
        writeClock(ofDay, out);
        if (ofDay % Ticks.PER_SECOND != 0) {
            out.write((byte) '.');
            out.writeDigits(ofDay % Ticks.PER_SECOND, 7);
        }
    }

    private static void writeClock(long ofDay, TextBuffer out) {
        long seconds = ofDay / Ticks.PER_SECOND;
        out.writeDigits(seconds / 3_600, 2);
        out.write((byte) ':');
        out.writeDigits(seconds / 60 % 60, 2);
        out.write((byte) ':');
        out.writeDigits(seconds % 60, 2);
    }
}
