package dev.grebe.data;

import dev.grebe.plan.Ticks;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as programs write them: ISO 8601 ({@link IsoTime}), and as Microsoft's portals export them,
 * {@code 10/25/2023, 9:43:21.990 AM}: month, day, year, clock of twelve hours. Makes no objects. Used by one thread.
 *
 * <p>A time without an offset is one of the zone that was stated. An hour that the clocks went through twice is taken
 * the first time, and counted; an hour that they skipped is no time: whoever states such a zone is mistaken. Where no zone
 * was stated, an ISO time is UTC, and counted; the portals' form is local time and cannot be read.
 */
public final class TimeText {
    private static final int NOON = 12;

    private final @Nullable LocalClock clock;
    private final boolean mayAssume;
    private long ticks;
    private long assumed;
    private long ambiguous;

    /** What became of a text. */
    public enum Outcome {
        /** It is the time {@link TimeText#ticks}. */
        TIME,
        /** It is no time in a form that is known, or none of the years 1 to 9999. */
        NO_TIME,
        /** It is a local time, and nobody said of which zone. */
        ZONE_UNKNOWN,
        /** Clocks in the stated zone never showed it: they were set forward over it. */
        SKIPPED
    }

    private TimeText(@Nullable ZoneId zone, boolean mayAssume) {
        this.clock = zone == null ? null : new LocalClock(zone);
        this.mayAssume = mayAssume;
    }

    /** No zone is stated. */
    public static TimeText assumingUtc() {
        return new TimeText(null, true);
    }

    /** No zone is stated, and it is known that times are local: none without an offset can be read. */
    public static TimeText local() {
        return new TimeText(null, false);
    }

    /** Times without an offset are of this zone. */
    public static TimeText in(ZoneId zone) {
        return new TimeText(zone, false);
    }

    /** Reads {@code length} bytes from {@code start}, which are all of a text. */
    public Outcome read(byte[] bytes, int start, int length) {
        long time = IsoTime.parse(bytes, start, length);
        if (time == IsoTime.NONE) {
            time = portalTime(bytes, start, start + length);
            return time == IsoTime.NONE ? Outcome.NO_TIME : local(time);
        }
        if (IsoTime.hasOffset(bytes, start, length)) {
            ticks = time;
            return Outcome.TIME;
        }
        if (!mayAssume) {
            return local(time);
        }
        assumed++;
        ticks = time;
        return Outcome.TIME;
    }

    private Outcome local(long time) {
        if (clock == null) {
            return Outcome.ZONE_UNKNOWN;
        }
        if (!clock.find(time)) {
            return Outcome.SKIPPED;
        }
        ambiguous += clock.isAmbiguous() ? 1 : 0;
        ticks = time - clock.offset();
        return ticks < Ticks.YEAR_ONE || ticks >= Ticks.YEAR_TEN_THOUSAND ? Outcome.NO_TIME : Outcome.TIME;
    }

    /** The time that was read last: ticks since 1970. */
    public long ticks() {
        return ticks;
    }

    /** How many times were taken for UTC. */
    public long assumed() {
        return assumed;
    }

    /** How many times clocks showed twice. */
    public long ambiguous() {
        return ambiguous;
    }

    private static long portalTime(byte[] bytes, int start, int end) {
        int slash = skipDigits(bytes, start, end, 2);
        int second = skipDigits(bytes, slash + 1, end, 2);
        int comma = skipDigits(bytes, second + 1, end, 4);
        if (!isAt(bytes, slash, end, '/') || !isAt(bytes, second, end, '/') || comma - second != 5) {
            return IsoTime.NONE;
        }
        long days = IsoTime.days(
                digits(bytes, second + 1, comma), digits(bytes, start, slash), digits(bytes, slash + 1, second));
        if (days == IsoTime.NONE || !isAt(bytes, comma, end, ',') || !isAt(bytes, comma + 1, end, ' ')) {
            return IsoTime.NONE;
        }
        long clock = portalClock(bytes, comma + 2, end);
        return clock < 0 ? IsoTime.NONE : days * Ticks.PER_DAY + clock;
    }

    /** Ticks since midnight, or -1. */
    private static long portalClock(byte[] bytes, int start, int end) {
        int colon = skipDigits(bytes, start, end, 2);
        int second = colon + 3;
        int fraction = second + 3;
        boolean isClock = isAt(bytes, colon, end, ':')
                && skipDigits(bytes, colon + 1, end, 2) == second
                && isAt(bytes, second, end, ':')
                && skipDigits(bytes, second + 1, end, 2) == fraction;
        int half = end - 2;
        if (!isClock || half <= fraction || bytes[end - 1] != 'M' || (bytes[half] != 'A' && bytes[half] != 'P')) {
            return -1;
        }
        int hour = digits(bytes, start, colon);
        int minute = digits(bytes, colon + 1, second);
        int whole = digits(bytes, second + 1, fraction);
        long part = fraction(bytes, fraction, half);
        if (hour < 1 || hour > NOON || minute > 59 || whole > 59 || part < 0) {
            return -1;
        }
        int hours = hour % NOON + (bytes[half] == 'P' ? NOON : 0);
        return ((hours * 60L + minute) * 60 + whole) * Ticks.PER_SECOND + part;
    }

    /** Ticks of {@code .990 }, or of a space alone (or the narrow one that newer browsers write); -1 if it is neither. */
    private static long fraction(byte[] bytes, int start, int end) {
        int at = start;
        long part = 0;
        if (bytes[at] == '.') {
            long unit = Ticks.PER_SECOND / 10;
            int first = ++at;
            for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                part += (bytes[at] - '0') * unit; // The unit is 0 behind the seventh digit.
                unit /= 10;
            }
            if (at == first) {
                return -1;
            }
        }
        boolean isSpace = end - at == 1 && bytes[at] == ' ';
        boolean isNarrow = end - at == 3
                && bytes[at] == (byte) 0xE2
                && bytes[at + 1] == (byte) 0x80
                && bytes[at + 2] == (byte) 0xAF;
        return isSpace || isNarrow ? part : -1;
    }

    private static boolean isAt(byte[] bytes, int at, int end, char wanted) {
        return at < end && bytes[at] == wanted;
    }

    private static int skipDigits(byte[] bytes, int start, int end, int most) {
        int at = start;
        while (at < end && at - start < most && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** The number; -1 if there is no digit. */
    private static int digits(byte[] bytes, int start, int end) {
        int number = start >= end ? -1 : 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
