package dev.grebe.testing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.grebe.plan.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times and spans from text: a list of forms, and what the parts may be. */
final class NaiveDates {
    private static final String TIME =
            "(?P<hour>\\d{1,2}):(?P<minute>\\d\\d)(?::(?P<second>\\d\\d)(?:\\.(?P<fraction>\\d+))?)?"
                    + "(?P<zone>Z|[+-]\\d\\d:\\d\\d| GMT)?";
    private static final String YEAR_FIRST = "(?P<year>\\d{4})-(?P<month>\\d{1,2})-(?P<day>\\d{1,2})";
    private static final String SLASHES = "(?P<month>\\d{1,2})/(?P<day>\\d{1,2})/(?P<year>\\d{4})";
    private static final String DASHES = "(?P<month>\\d{1,2})-(?P<day>\\d{1,2})-(?P<year>\\d{4})";
    private static final String NAMED = "(?P<day>\\d{1,2})%1$s(?P<month>[A-Za-z]{3})%1$s(?P<year>\\d{4}|\\d{2})";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(YEAR_FIRST + "(?:[T ]" + TIME + ")?"),
            Pattern.compile(SLASHES + "(?: " + TIME + ")?"),
            Pattern.compile(DASHES + "(?: " + TIME + ")?"),
            Pattern.compile("(?:(?P<shortDay>[A-Za-z]{3}), )?" + NAMED.formatted(" ") + " " + TIME),
            Pattern.compile("(?:(?P<longDay>[A-Za-z]+), )?" + NAMED.formatted("-") + " " + TIME));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final Pattern SPAN = Pattern.compile(
            "(?P<sign>-)?(?:(?P<days>\\d+)\\.)?(?P<hour>\\d{1,2}):(?P<minute>\\d\\d):(?P<second>\\d\\d)(?:\\.(?P<fraction>\\d+))?");
    private static final int MOST_ZONE_MINUTES = 14 * 60;

    private NaiveDates() {}

    static @Nullable Long toDatetime(String text) {
        for (Pattern form : FORMS) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return time(parts);
            }
        }
        return null;
    }

    private static @Nullable Long time(Matcher parts) {
        String year = parts.group("year");
        int fullYear = number(year) + (year.length() == 4 ? 0 : number(year) < 70 ? 2000 : 1900);
        String month = NaiveText.folded(parts.group("month"));
        int monthNumber = MONTHS.contains(month) ? MONTHS.indexOf(month) + 1 : number(month);
        int day = number(parts.group("day"));
        Long clock = clock(parts);
        Long zone = zone(optional(parts, "zone"));
        if (!isDayOfWeek(parts) || !NaiveTime.isDate(fullYear, monthNumber, day) || clock == null || zone == null) {
            return null;
        }
        return NaiveTime.midnight(LocalDate.of(fullYear, monthNumber, day), clock - zone);
    }

    private static boolean isDayOfWeek(Matcher parts) {
        String shortDay = NaiveText.folded(optional(parts, "shortDay"));
        String longDay = NaiveText.folded(optional(parts, "longDay"));
        return (shortDay.isEmpty()
                        || DAYS.stream().anyMatch(name -> name.substring(0, 3).equals(shortDay)))
                && (longDay.isEmpty() || DAYS.contains(longDay));
    }

    /** Ticks since midnight; null beyond the day. */
    private static @Nullable Long clock(Matcher parts) {
        int hour = number(optional(parts, "hour"));
        int minute = number(optional(parts, "minute"));
        int second = number(optional(parts, "second"));
        boolean fits = hour < 24 && minute < 60 && second < 60;
        String digits = (optional(parts, "fraction") + "0000000").substring(0, 7);
        return fits ? ((hour * 60 + minute) * 60 + second) * NaiveTime.SECOND + number(digits) : null;
    }

    /** Ticks by which a zone is ahead of UTC. */
    private static @Nullable Long zone(String zone) {
        if (zone.isEmpty() || zone.equals("Z") || zone.equals(" GMT")) {
            return 0L;
        }
        int minute = number(zone.substring(4));
        int minutes = number(zone.substring(1, 3)) * 60 + minute;
        boolean fits = minute < 60 && minutes <= MOST_ZONE_MINUTES;
        return fits ? (zone.startsWith("-") ? -minutes : minutes) * 60L * NaiveTime.SECOND : null;
    }

    static @Nullable Long toTimespan(String text) {
        Matcher parts = SPAN.matcher(text);
        Long clock = parts.matches() ? clock(parts) : null;
        if (clock == null) {
            return null;
        }
        BigInteger days = new BigInteger("0" + optional(parts, "days"));
        BigInteger ticks = days.multiply(BigInteger.valueOf(NaiveTime.DAY)).add(BigInteger.valueOf(clock));
        return NaiveTime.fitting(optional(parts, "sign").isEmpty() ? ticks : ticks.negate(), Type.DURATION);
    }

    /** What a part matched; empty if it takes none, or the form has no such part. */
    private static String optional(Matcher parts, String name) {
        boolean has = parts.pattern().namedGroups().containsKey(name);
        String group = has ? parts.group(name) : null;
        return group == null ? "" : group;
    }

    private static int number(String digits) {
        return Pattern.matches("\\d+", digits) ? Integer.parseInt(digits) : 0;
    }
}
