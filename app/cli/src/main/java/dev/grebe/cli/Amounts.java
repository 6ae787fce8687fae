package dev.grebe.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, in every locale the same. */
final class Amounts {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Amounts() {}

    /** {@code 12,345,678}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 812 B}, {@code 1.4 MiB}. */
    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /** {@code 0.42 s}, {@code 12.3 s}, {@code 3:05}, {@code 1:02:03}. */
    static String time(Duration time) {
        double seconds = time.toNanos() / 1e9;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : clock(time);
    }

    /** {@code 0:42}, {@code 3:05}, {@code 1:02:03}. */
    static String clock(Duration time) {
        long hours = time.toHours();
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, time.toMinutesPart(), time.toSecondsPart());
    }
}
