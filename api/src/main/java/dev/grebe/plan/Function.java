package dev.grebe.plan;

import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;

import java.util.List;

/**
 * The scalar functions and operators: one closed list over which every engine switches exhaustively. A constant states
 * its name in KQL, what becomes of nulls, what a call costs and what it takes; its Javadoc states what it returns. All
 * are total: a value that has no result gives null ({@code ""} for STRING), never an error.
 *
 * <p>Where KQL has several ways to say one thing there is one constant: aliases, optional arguments, and arguments of
 * near types are the front end's matter, which writes conversions and defaults out. Text is compared by code points,
 * without normalisation; "A-Z folded" folds nothing else.
 *
 * @see <a href="https://learn.microsoft.com/en-us/kusto/query/scalar-functions">KQL scalar functions</a>: the page of a
 *     function is named for it
 */
public enum Function {
    // Comparison.

    /**
     * {@code ==} of two values of one type. Two nulls give null, one null false (Kusto's null-values page; its
     * logical-operators page contradicts). STRING case-sensitive; DOUBLE as IEEE 754: NaN equals nothing.
     */
    EQUAL("==", Nulls.OWN, Cost.CHEAP, Signature.comparable()),
    /** {@code !=}: the negation of {@link #EQUAL}; two nulls give null, one null true. */
    NOT_EQUAL("!=", Nulls.OWN, Cost.CHEAP, Signature.comparable()),
    /**
     * {@code ==} of a DYNAMIC and a BOOL, LONG, DOUBLE or STRING: true if the DYNAMIC holds a value of that type (for LONG
     * and DOUBLE: any number) that is equal. Never converts: {@code "5"} is not 5, 1 is not true. A number without
     * fraction and exponent that fits is a LONG, any other the nearest DOUBLE; LONG meets DOUBLE as DOUBLE. A null
     * DYNAMIC equals {@code ""}; beside other types two nulls give null, one null false.
     */
    DYNAMIC_EQUAL("==", Nulls.OWN, Cost.TEXT, Signature.dynamicAndScalar()),
    /** {@code =~}: text equal when A-Z are folded to a-z, nothing else. */
    EQUAL_IGNORING_CASE("=~", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code <} of two values of one type, not STRING (as in KQL); false if either is NaN. */
    LESS("<", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code <=}, as {@link #LESS}. */
    LESS_OR_EQUAL("<=", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code >}, as {@link #LESS}. */
    GREATER(">", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code >=}, as {@link #LESS}. */
    GREATER_OR_EQUAL(">=", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /**
     * {@code in} of a BOOL, LONG, DOUBLE or STRING and an array: whether it equals an element, as {@link #DYNAMIC_EQUAL}.
     * Elements of arrays inside count too, at any depth; nulls equal nothing; what is no array is an array of itself.
     * Never null. For lists that stand in the rule see {@link Expr#in(Object...)}.
     */
    IN_ARRAY("in", Nulls.OWN, Cost.TEXT, Signature.scalarAndDynamic()),
    /** {@code in~}: as {@link #IN_ARRAY}, of text, with A-Z folded; elements that are not text are not equal. */
    IN_ARRAY_IGNORING_CASE("in~", Nulls.OWN, Cost.TEXT, Signature.of(BOOL, STRING, DYNAMIC)),

    // Logic.

    /** {@code and}: false if either is false, else null if either is null, else true. */
    AND("and", Nulls.OWN, Cost.CHEAP, Signature.of(BOOL, BOOL, BOOL)),
    /** {@code or}: true if either is true, else null if either is null, else false. */
    OR("or", Nulls.OWN, Cost.CHEAP, Signature.of(BOOL, BOOL, BOOL)),
    /** {@code not(b)}. */
    NOT("not", Nulls.STRICT, Cost.CHEAP, Signature.of(BOOL, BOOL)),
    /** {@code isnull(v)}: whether the value is null; never null itself, false for every STRING. */
    IS_NULL("isnull", Nulls.OWN, Cost.CHEAP, Signature.any(BOOL)),
    /**
     * {@code case(condition, value, condition, value, .., otherwise)}: the value after the first condition that is true;
     * null is not true. All values are of one type. {@code iff} is the case of one condition. At most 32 conditions.
     */
    CASE("case", Nulls.OWN, Cost.CHEAP, Signature.choice(32)),
    /**
     * {@code coalesce(a, b, ..)}: of 2 to 64 values of one type the first that is neither null nor {@code ""}, nor a
     * DYNAMIC that holds {@code ""}; null, or {@code ""}, if there is none.
     */
    COALESCE("coalesce", Nulls.OWN, Cost.CHEAP, Signature.same("values", Type.values(), 2, 64)),

    // Text that is compared with text of the row; with literals see Expr.Match.

    /** {@code contains}: whether the second text stands anywhere in the first, A-Z folded; {@code ""} does. */
    CONTAINS("contains", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code contains_cs}: as {@link #CONTAINS}, case-sensitive. */
    CONTAINS_CS("contains_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code startswith}: whether the first text begins with the second, A-Z folded. */
    STARTS_WITH("startswith", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code startswith_cs}: as {@link #STARTS_WITH}, case-sensitive. */
    STARTS_WITH_CS("startswith_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code endswith}: whether the first text ends with the second, A-Z folded. */
    ENDS_WITH("endswith", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code endswith_cs}: as {@link #ENDS_WITH}, case-sensitive. */
    ENDS_WITH_CS("endswith_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code has}: as {@link Expr.Match.Op#HAS}, A-Z folded. */
    HAS("has", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code has_cs}: as {@link Expr.Match.Op#HAS}, case-sensitive. */
    HAS_CS("has_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code hasprefix}: as {@link Expr.Match.Op#HAS_PREFIX}, A-Z folded. */
    HAS_PREFIX("hasprefix", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code hasprefix_cs}: as {@link Expr.Match.Op#HAS_PREFIX}, case-sensitive. */
    HAS_PREFIX_CS("hasprefix_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code hassuffix}: as {@link Expr.Match.Op#HAS_SUFFIX}, A-Z folded. */
    HAS_SUFFIX("hassuffix", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code hassuffix_cs}: as {@link Expr.Match.Op#HAS_SUFFIX}, case-sensitive. */
    HAS_SUFFIX_CS("hassuffix_cs", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /**
     * {@code has_any}: whether the text has ({@link #HAS}) the {@link #TO_STRING} of an element of the array. False for no
     * elements; what is no array is an array of itself, null an empty one. Never null.
     */
    HAS_ANY("has_any", Nulls.OWN, Cost.TEXT, Signature.of(BOOL, STRING, DYNAMIC)),
    /** {@code has_all}: as {@link #HAS_ANY}, of every element; true for no elements. */
    HAS_ALL("has_all", Nulls.OWN, Cost.TEXT, Signature.of(BOOL, STRING, DYNAMIC)),
    /**
     * {@code has_any_index(text, array)}: index of the first element whose {@link #TO_STRING} the text has
     * ({@link #HAS}), -1 for none and for what is no array.
     */
    HAS_ANY_INDEX("has_any_index", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING, DYNAMIC)),

    // Numbers.

    /**
     * {@code +}: LONG, DOUBLE, DURATION of one type, TIMESTAMP + DURATION and DURATION + TIMESTAMP. A whole result that
     * does not fit 64 bits is null, and so is a TIMESTAMP outside of the years 1 to 9999.
     */
    ADD("+", Nulls.STRICT, Cost.CHEAP, Signature.sum()),
    /** {@code -}: as {@link #ADD}; TIMESTAMP - DURATION is a TIMESTAMP, TIMESTAMP - TIMESTAMP a DURATION. */
    SUBTRACT("-", Nulls.STRICT, Cost.CHEAP, Signature.difference()),
    /**
     * {@code *}: LONG, DOUBLE; LONG * DURATION exactly; DOUBLE * DURATION the nearest tick of the product of doubles, a
     * tie to the even one. What does not fit 64 bits, and NaN ticks, are null.
     */
    MULTIPLY("*", Nulls.STRICT, Cost.CHEAP, Signature.product()),
    /**
     * {@code /}: LONG truncates towards zero; by 0, and the least LONG by -1, it is null. DOUBLE as IEEE 754. DURATION /
     * DURATION is the DOUBLE quotient of the ticks as doubles. DURATION / LONG truncates as LONG; DURATION / DOUBLE is the
     * nearest tick, a tie to the even one, null where that does not fit.
     */
    DIVIDE("/", Nulls.STRICT, Cost.CHEAP, Signature.quotient()),
    /**
     * {@code %} of two LONG, DOUBLE or DURATION: the r of {@code 0 <= r < abs(divisor)}, also for negatives. By 0: null,
     * NaN for DOUBLE, which otherwise is IEEE 754's remainder truncated towards zero (Java's {@code %}) plus
     * {@code abs(divisor)} where that is negative; a zero result is 0.0, never -0.0.
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/numerical-operators">KQL numerical operators</a>
     */
    MODULO("%", Nulls.STRICT, Cost.CHEAP, Signature.same("numbers or DURATIONs", Signature.NUMERIC, 2, 2)),
    /** Unary {@code -} of a LONG, DOUBLE or DURATION; the least LONG or DURATION gives null. */
    NEGATE("-", Nulls.STRICT, Cost.CHEAP, Signature.same("number or DURATION", Signature.NUMERIC, 1, 1)),
    /** {@code abs(n)} of a LONG, DOUBLE or DURATION; the least LONG or DURATION gives null. */
    ABS("abs", Nulls.STRICT, Cost.CHEAP, Signature.same("number or DURATION", Signature.NUMERIC, 1, 1)),
    /**
     * {@code max_of(a, b, ..)} of 2 to 64 values of one type: the greatest that is not null, null if all are. STRING by
     * unsigned UTF-8 bytes, false before true; NaN is taken only where all others are null or NaN, 0.0 is above -0.0.
     */
    MAX_OF("max_of", Nulls.OWN, Cost.CHEAP, Signature.same("values, not DYNAMIC", Signature.SORTABLE, 2, 64)),
    /** {@code min_of(a, b, ..)}: as {@link #MAX_OF}, the least. */
    MIN_OF("min_of", Nulls.OWN, Cost.CHEAP, Signature.same("values, not DYNAMIC", Signature.SORTABLE, 2, 64)),
    /**
     * {@code round(x, digits)}: the double nearest to x rounded to that many digits after the point (before it, if
     * negative). Halves go away from zero, on the shortest decimal text of x ({@link #TO_STRING}), so
     * {@code round(2.15, 1)} is 2.2. NaN and infinities stay; a zero result is 0.0; digits beyond 400 either way count
     * as 400.
     */
    ROUND("round", Nulls.STRICT, Cost.CHEAP, Signature.of(DOUBLE, DOUBLE, LONG)),
    /** {@code binary_and(a, b)}. */
    BINARY_AND("binary_and", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG, LONG)),
    /** {@code binary_or(a, b)}. */
    BINARY_OR("binary_or", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG, LONG)),
    /** {@code binary_xor(a, b)}. */
    BINARY_XOR("binary_xor", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG, LONG)),
    /** {@code binary_not(a)}. */
    BINARY_NOT("binary_not", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG)),
    /** {@code binary_shift_left(a, n)}: by n modulo 64 bits; null for a negative n. */
    BINARY_SHIFT_LEFT("binary_shift_left", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG, LONG)),
    /** {@code binary_shift_right(a, n)}: as {@link #BINARY_SHIFT_LEFT}; the sign is kept. */
    BINARY_SHIFT_RIGHT("binary_shift_right", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, LONG, LONG)),

    // Times.

    /**
     * {@code datetime_diff(period, a, b)}: a - b in clock boundaries crossed, so 00.9 s to 10.1 s is 10 seconds, not 9.
     * The period is a literal, one of {@link Period}; weeks start on Sunday, nanoseconds are ticks times 100 (null if
     * that does not fit).
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/datetime-diff-function">KQL datetime_diff</a> (its
     *     examples fit boundary counting and rounding up; its older text says "calendarian difference")
     */
    DATETIME_DIFF("datetime_diff", Nulls.STRICT, Cost.CHEAP, Signature.period(LONG, TIMESTAMP, TIMESTAMP)),
    /**
     * {@code datetime_add(period, n, t)}: t moved by n of the literal {@link Period}. Years, quarters and months keep the
     * day of the month, or take its last where that month is shorter; nanoseconds are floored to ticks. Null outside of
     * the years 1 to 9999, and where n periods do not fit.
     */
    DATETIME_ADD("datetime_add", Nulls.STRICT, Cost.CHEAP, Signature.period(TIMESTAMP, LONG, TIMESTAMP)),
    /** {@code datetime_part(part, t)}: the literal part, one of {@link DatePart}. */
    DATETIME_PART("datetime_part", Nulls.STRICT, Cost.CHEAP, Signature.part(LONG, TIMESTAMP)),
    /**
     * {@code bin(v, size)}: down to a multiple of size, for negatives too; TIMESTAMP counts from 0001-01-01. Null for a
     * size of 0 or less, or where the result does not fit as in {@link #ADD}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/bin-function">KQL bin</a>
     */
    BIN("bin", Nulls.STRICT, Cost.CHEAP, Signature.bin()),
    /**
     * {@code bin_at(v, size, fixed)}: {@code fixed + floor((v - fixed) / size) * size}, of LONG, DOUBLE, DURATION, or a
     * TIMESTAMP, a DURATION and a TIMESTAMP. Null for a size of 0 or less (DOUBLE: not above 0), and where the result does
     * not fit as in {@link #ADD}; what is on the way there may not fit. DOUBLE as the formula says, step by step.
     */
    BIN_AT("bin_at", Nulls.STRICT, Cost.CHEAP, Signature.binAt()),
    /** {@code startofday(t, n)}: midnight of the day of t, n days later; null outside of the years 1 to 9999. */
    START_OF_DAY("startofday", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code startofweek(t, n)}: as {@link #START_OF_DAY}; weeks start on Sunday. */
    START_OF_WEEK("startofweek", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code startofmonth(t, n)}: as {@link #START_OF_DAY}. */
    START_OF_MONTH("startofmonth", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code startofyear(t, n)}: as {@link #START_OF_DAY}. */
    START_OF_YEAR("startofyear", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code endofday(t, n)}: the last tick of the day of t, n days later; null outside of the years 1 to 9999. */
    END_OF_DAY("endofday", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code endofweek(t, n)}: as {@link #END_OF_DAY}; weeks end on Saturday. */
    END_OF_WEEK("endofweek", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code endofmonth(t, n)}: as {@link #END_OF_DAY}. */
    END_OF_MONTH("endofmonth", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code endofyear(t, n)}: as {@link #END_OF_DAY}. */
    END_OF_YEAR("endofyear", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, TIMESTAMP, LONG)),
    /** {@code dayofweek(t)}: whole days since the last Sunday. */
    DAY_OF_WEEK("dayofweek", Nulls.STRICT, Cost.CHEAP, Signature.of(DURATION, TIMESTAMP)),
    /**
     * {@code make_datetime(year, month, day, hour, minute, second)}: null unless the date exists in the years 1 to 9999,
     * the hour is 0 to 23, the minute 0 to 59, and 0 <= second < 60; seconds times ten million are rounded to the nearest
     * tick, a tie to the even one.
     */
    MAKE_DATETIME(
            "make_datetime", Nulls.STRICT, Cost.CHEAP, Signature.of(TIMESTAMP, LONG, LONG, LONG, LONG, LONG, DOUBLE)),
    /**
     * {@code format_datetime(t, format)}: the literal format's parts as text, UTC. {@code d dd} day; {@code f} to
     * {@code fffffff} that many digits of the second's fraction, {@code F} to {@code FFFFFFF} the same without zeros at its
     * end; {@code h hh} hour 1-12, {@code H HH} hour 0-23; {@code m mm} minute; {@code M MM} month; {@code s ss} second;
     * {@code y} year modulo 100, {@code yy} in two digits, {@code yyyy} in four; {@code tt} AM, PM. Doubled letters have two
     * digits. Between them a blank and {@code / - : , . _ [ ]} stand for themselves.
     */
    FORMAT_DATETIME("format_datetime", Nulls.STRICT, Cost.TEXT, Signature.format(TIMESTAMP, Formats.DATETIME)),
    /**
     * {@code format_timespan(d, format)}: {@code d} to {@code dddddddd} days in at least so many digits; {@code f}, {@code F}
     * as in {@link #FORMAT_DATETIME}; {@code H HH}, {@code h hh} hours 0-23; {@code m mm} minutes; {@code s ss} seconds. A
     * negative span is {@code -} and the text of its absolute value.
     */
    FORMAT_TIMESPAN("format_timespan", Nulls.STRICT, Cost.TEXT, Signature.format(DURATION, Formats.TIMESPAN)),
    /**
     * {@code unixtime_seconds_todatetime(n)} of a LONG, exactly, or a DOUBLE, times the ticks of a second and rounded to the
     * nearest, a tie to the even one. Null outside of the years 1 to 9999.
     */
    FROM_UNIX_SECONDS("unixtime_seconds_todatetime", Nulls.STRICT, Cost.CHEAP, Signature.one(TIMESTAMP, LONG, DOUBLE)),
    /** {@code unixtime_milliseconds_todatetime(n)}: as {@link #FROM_UNIX_SECONDS}. */
    FROM_UNIX_MILLISECONDS(
            "unixtime_milliseconds_todatetime", Nulls.STRICT, Cost.CHEAP, Signature.one(TIMESTAMP, LONG, DOUBLE)),
    /** {@code unixtime_microseconds_todatetime(n)}: as {@link #FROM_UNIX_SECONDS}. */
    FROM_UNIX_MICROSECONDS(
            "unixtime_microseconds_todatetime", Nulls.STRICT, Cost.CHEAP, Signature.one(TIMESTAMP, LONG, DOUBLE)),
    /** {@code unixtime_nanoseconds_todatetime(n)}: as {@link #FROM_UNIX_SECONDS}, but divided by 100 and floored. */
    FROM_UNIX_NANOSECONDS(
            "unixtime_nanoseconds_todatetime", Nulls.STRICT, Cost.CHEAP, Signature.one(TIMESTAMP, LONG, DOUBLE)),

    // Conversions: null where there is none.

    /**
     * {@code tostring(v)}: null is {@code ""}; LONG decimal; TIMESTAMP {@code 2017-10-15T12:00:00.0000000Z}; DURATION
     * {@code [-][d.]hh:mm:ss[.fffffff]}; BOOL {@code true}, {@code false}; DOUBLE the shortest digits that read back,
     * {@code 5.0} keeps its point, an exponent outside 1e-5..1e15, {@code NaN}, {@code +inf}, {@code -inf}; DYNAMIC a
     * string bare, all else as compact JSON.
     */
    TO_STRING("tostring", Nulls.OWN, Cost.TEXT, Signature.any(STRING)),
    /**
     * {@code tolong(v)}: true is 1, false 0; DOUBLE truncates towards zero (NaN and what does not fit: null); STRING an
     * optional sign and decimal digits, or {@code 0x} and hexadecimal digits (at most 7fffffffffffffff), nothing else;
     * DYNAMIC as the BOOL or STRING it holds, or as its number: one without fraction and exponent as such, null if it does
     * not fit, any other as the nearest DOUBLE.
     */
    TO_LONG("tolong", Nulls.STRICT, Cost.CHEAP, Signature.one(LONG, BOOL, DOUBLE, STRING, DYNAMIC)),
    /** {@code toint(v)}: as {@link #TO_LONG}, of a LONG too; null outside of 32 bits. */
    TO_INT("toint", Nulls.STRICT, Cost.CHEAP, Signature.one(LONG, BOOL, LONG, DOUBLE, STRING, DYNAMIC)),
    /**
     * {@code todouble(v)}: the nearest double. True is 1.0, false 0.0; STRING an optional sign, digits with an optional
     * point (at least one digit), an optional exponent {@code e} or {@code E}, or {@code NaN}, {@code inf}, {@code +inf},
     * {@code -inf} in any ASCII case, nothing else; DYNAMIC as the BOOL, STRING or number it holds.
     */
    TO_DOUBLE("todouble", Nulls.STRICT, Cost.CHEAP, Signature.one(DOUBLE, BOOL, LONG, STRING, DYNAMIC)),
    /**
     * {@code tobool(v)}: a number that is not 0 (NaN too); STRING {@code true}, {@code false} in any ASCII case, {@code 1},
     * {@code 0}; DYNAMIC as the BOOL, STRING or number it holds.
     */
    TO_BOOL("tobool", Nulls.STRICT, Cost.CHEAP, Signature.one(BOOL, LONG, DOUBLE, STRING, DYNAMIC)),
    /**
     * {@code todatetime(text)}: a date, a time of day or nothing, and, after a time, a zone or nothing (UTC).
     *
     * <ul>
     *   <li>Date and time: {@code yyyy-M-d} and {@code T} or a blank before the time; {@code M/d/yyyy} or
     *       {@code M-d-yyyy} and a blank; {@code [EEE, ]d MMM yy}, {@code [EEEE, ]d-MMM-yy} and a blank, with time of day.
     *       Months and days have one or two digits, {@code yyyy} four, {@code yy} four or two (1970 to 2069); months are
     *       English in three letters, days of the week in three or in full, any ASCII case, not compared with the date.
     *   <li>Time: {@code H:mm[:ss[.f]]}, one or two digits of the hour, any number of {@code f}, those beyond 7 are cut.
     *   <li>Zone: {@code Z}, {@code +hh:mm}, {@code -hh:mm} (at most 14:00), or a blank and {@code GMT}.
     * </ul>
     *
     * Anything else is null, and so is a date that does not exist, a time of day beyond 23:59:59.9999999, and an instant
     * outside of the years 1 to 9999.
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/datetime">KQL datetime</a>
     */
    TO_DATETIME("todatetime", Nulls.STRICT, Cost.TEXT, Signature.of(TIMESTAMP, STRING)),
    /**
     * {@code totimespan(text)}: {@code [-][d.]hh:mm:ss[.f]}, one or two digits of hours (below 24), two of minutes and
     * seconds, any number of {@code f}, those beyond 7 are cut; anything else, and what does not fit, is null.
     */
    TO_TIMESPAN("totimespan", Nulls.STRICT, Cost.TEXT, Signature.of(DURATION, STRING)),
    /**
     * {@code parse_json(text)}: the JSON value as {@link Type#DYNAMIC} text, numbers as written, of equal keys the last
     * value in the place of the first. {@code ""} and {@code null} are null. What is not JSON (RFC 8259, blanks around it
     * allowed) or nested deeper than 200 is a JSON string of the whole text.
     */
    PARSE_JSON("parse_json", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, STRING)),

    // Text: code points count, positions are from 0.

    /** {@code strcat(a, b, ..)}: 1 to 64 texts one after the other. */
    STRCAT("strcat", Nulls.STRICT, Cost.TEXT, Signature.texts(1, 64)),
    /** {@code strcat_delim(delimiter, a, b, ..)}: 2 to 64 texts with the delimiter between them. */
    STRCAT_DELIM("strcat_delim", Nulls.STRICT, Cost.TEXT, Signature.texts(3, 65)),
    /**
     * {@code strcat_array(array, delimiter)}: the {@link #TO_STRING} of the elements with the delimiter between them;
     * {@code ""} for what is no array.
     */
    STRCAT_ARRAY("strcat_array", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, DYNAMIC, STRING)),
    /** {@code strlen(text)}. */
    STRLEN("strlen", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING)),
    /** {@code string_size(text)}: bytes of its UTF-8. */
    STRING_SIZE("string_size", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING)),
    /**
     * {@code substring(text, start, length)}: a negative start counts from the end and is 0 where that is before the
     * beginning; {@code ""} beyond the end and for a length of 0 or less; a length beyond the end takes the rest.
     */
    SUBSTRING("substring", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING, LONG, LONG)),
    /**
     * {@code indexof(text, lookup, start, length, occurrence)}: position of the occurrence, counted from 1, of the lookup
     * within {@code [start, start + length)}; -1 if there is none. A negative start counts from the end and is 0 where that
     * is before the beginning; a length of -1 reaches to the end. Occurrences may overlap; each one after the first is the
     * next within {@code [p + 1, p + 1 + length)}, where p is the position of the one before. {@code ""} occurs everywhere
     * from the start to the end of the range, if the start is not beyond the text. Occurrence 0 is never found; a length
     * below -1 and an occurrence below 0 give null.
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/indexof-function">KQL indexof</a>: its example of a second
     *     occurrence beyond the range is why the range moves
     */
    INDEX_OF("indexof", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING, STRING, LONG, LONG, LONG)),
    /**
     * {@code split(text, delimiter)}: array of the parts between delimiters, from left to right; of the whole text if there
     * is none or it is {@code ""}. With an index: array of that part alone, empty if there is none.
     */
    SPLIT("split", Nulls.STRICT, Cost.TEXT, Signature.split()),
    /**
     * {@code trim(regex, text)}: {@link #TRIM_START} and then {@link #TRIM_END} of what is left. For regular expressions see
     * {@link Expr.Match.Op#REGEX}.
     */
    TRIM("trim", Nulls.STRICT, Cost.TEXT, Signature.regex(STRING, STRING)),
    /** {@code trim_start(regex, text)}: the text without the match of {@code ^(?:regex)+}. */
    TRIM_START("trim_start", Nulls.STRICT, Cost.TEXT, Signature.regex(STRING, STRING)),
    /** {@code trim_end(regex, text)}: the text without the leftmost match of {@code (?:regex)+$}. */
    TRIM_END("trim_end", Nulls.STRICT, Cost.TEXT, Signature.regex(STRING, STRING)),
    /**
     * {@code replace_string(text, lookup, rewrite)}: every lookup, from left to right without overlap, case-sensitive;
     * {@code ""} is never found.
     */
    REPLACE_STRING("replace_string", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING, STRING, STRING)),
    /**
     * {@code replace_regex(text, regex, rewrite)}: every match, from left to right without overlap, empty ones too. In the
     * rewrite {@code \0} is the match, {@code \1} to {@code \9} are its groups ({@code ""} if unmatched or not there); a
     * backslash before anything else stands for that, at the end for itself.
     */
    REPLACE_REGEX("replace_regex", Nulls.STRICT, Cost.TEXT, Signature.replaceRegex()),
    /**
     * {@code extract(regex, group, text)}: the group of the first match, 0 for all of it; {@code ""} if it does not match or
     * the group takes no part. Regex and group are literals; the regex has that group.
     */
    EXTRACT("extract", Nulls.STRICT, Cost.TEXT, Signature.extract()),
    /**
     * {@code extract_all(regex, text, group, ..)}: array of the literal groups of every match, from left to right without
     * overlap: of texts for one group, of arrays for more; an unmatched group is {@code ""}; null if nothing matches. KQL
     * has the groups in an array before the text, and all of them by default.
     */
    EXTRACT_ALL("extract_all", Nulls.STRICT, Cost.TEXT, Signature.extractAll()),
    /** {@code tolower(text)}: each code point by itself (Java's {@code Character.toLowerCase(int)}), no locale. */
    TO_LOWER("tolower", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),
    /** {@code toupper(text)}: as {@link #TO_LOWER}; {@code ß} stays. */
    TO_UPPER("toupper", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),
    /** {@code reverse(text)}: its code points from the last to the first. */
    REVERSE("reverse", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),
    /** {@code countof(text, lookup)}: occurrences, which may overlap; 0 for {@code ""}. */
    COUNT_OF("countof", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING, STRING)),
    /** {@code countof(text, regex, "regex")}: matches without overlap, empty ones too; the arguments as in {@link #TRIM}. */
    COUNT_OF_REGEX("countof", Nulls.STRICT, Cost.TEXT, Signature.regex(LONG, STRING)),
    /**
     * {@code parse_path(text)}: bag of Scheme, RootPath, DirectoryPath, DirectoryName, Filename, Extension and
     * AlternateDataStreamName, in this order, all STRING. {@code /} and {@code \} both separate.
     *
     * <ul>
     *   <li>Scheme: ASCII letters, digits, {@code + - .} after a letter, before {@code ://}; the rest follows that.
     *   <li>RootPath: an ASCII letter and {@code :} at the beginning of the rest.
     *   <li>Filename: what follows the last separator (else the rest, without RootPath), up to its first {@code :};
     *       AlternateDataStreamName: what follows that {@code :}.
     *   <li>Extension: what follows the last {@code .} of Filename.
     *   <li>DirectoryPath: the rest, RootPath included, before the last separator; DirectoryName: what follows the last
     *       separator of DirectoryPath, all of it without one, but {@code ""} where it is RootPath.
     * </ul>
     */
    PARSE_PATH("parse_path", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, STRING)),
    /**
     * {@code parse_command_line(text, "windows")}: array of the arguments as {@code CommandLineToArgvW} splits them. Blanks
     * and tabs separate. The first argument ends at the next blank or tab, or, if it begins with a quote, at the next quote;
     * there are no escapes in it. In later ones 2n backslashes before a quote are n and the quote opens or closes, 2n+1 are n
     * and a quote; two quotes inside quotes are a quote and the quoting goes on; other backslashes are themselves.
     * Blanks at the beginning of the text are no argument; {@code []} for blank text.
     */
    PARSE_COMMAND_LINE("parse_command_line", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, STRING)),
    /**
     * {@code parse_url(text)}: bag of Scheme, Host, Port, Path, Username, Password, Query Parameters and Fragment, in this
     * order, all STRING but Query Parameters, a bag of STRING. The text is {@code scheme://[user[:password]@]host[:port]},
     * then {@code /path}, {@code ?query} and {@code #fragment}, each or none. Scheme as in {@link #PARSE_PATH}; user and host
     * are told apart by the last {@code @} before the path, user and password by the first {@code :}, host and port by the
     * last {@code :} after a {@code ]}, if any; Path is without its first {@code /}. Parameters are separated by
     * {@code &}, key and value by the first {@code =} (none: {@code ""}), empty ones dropped; of equal keys the last value
     * in the place of the first. Nothing is decoded. Without {@code scheme://} all are {@code ""}, the bag is empty.
     */
    PARSE_URL("parse_url", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, STRING)),
    /** {@code hash_md5(text)}: of its UTF-8, in 32 lower-case hexadecimal digits. */
    HASH_MD5("hash_md5", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),
    /** {@code hash_sha1(text)}: of its UTF-8, in 40 lower-case hexadecimal digits. */
    HASH_SHA1("hash_sha1", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),
    /** {@code hash_sha256(text)}: of its UTF-8, in 64 lower-case hexadecimal digits. */
    HASH_SHA256("hash_sha256", Nulls.STRICT, Cost.TEXT, Signature.of(STRING, STRING)),

    // Addresses: an address may have a prefix, /0 to /32 or /128 without leading zeros; other text gives null.

    /**
     * {@code parse_ipv4(text)}: the 32 bits as a number; the prefix masks it. Four numbers 0 to 255 without leading zeros,
     * separated by points, nothing else.
     */
    PARSE_IPV4("parse_ipv4", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, STRING)),
    /** {@code ipv4_is_private(text)}: in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16; a prefix masks the address first. */
    IPV4_IS_PRIVATE("ipv4_is_private", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING)),
    /**
     * {@code ipv4_is_match(a, b, prefix)}: equal in as many bits as the shortest of the three prefixes says; without one of
     * its own an address has 32. Null for a prefix outside 0 to 32.
     */
    IPV4_IS_MATCH("ipv4_is_match", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING, LONG)),
    /**
     * {@code ipv4_is_in_range(address, range)}: equal in as many bits as the range's prefix says. An address with a prefix
     * of its own is masked by it.
     */
    IPV4_IS_IN_RANGE("ipv4_is_in_range", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /**
     * {@code ipv4_is_in_any_range(address, ranges)}: {@link #IPV4_IS_IN_RANGE} of the elements' {@link #TO_STRING}: true if
     * one is true, else null if one is null, else false. Null for what is no array.
     */
    IPV4_IS_IN_ANY_RANGE("ipv4_is_in_any_range", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, DYNAMIC)),
    /**
     * {@code ipv6_is_match(a, b, prefix)}: as {@link #IPV4_IS_MATCH} with 128 bits. Text as in RFC 4291, 2.2, up to four
     * hexadecimal digits a group, without zone; an IPv4 address, alone or after {@code ::}, is {@code ::ffff:a.b.c.d}, its
     * own prefix, at most 32, counts from bit 96.
     */
    IPV6_IS_MATCH("ipv6_is_match", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING, LONG)),
    /** {@code ipv6_is_in_range(address, range)}: as {@link #IPV4_IS_IN_RANGE} and {@link #IPV6_IS_MATCH}. */
    IPV6_IS_IN_RANGE("ipv6_is_in_range", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),

    // DYNAMIC: a JSON null inside is null outside.

    /** {@code d["key"]}: the last value of that key, case-sensitive; null if it is not there or this is no bag. */
    MEMBER("[]", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, DYNAMIC, STRING)),
    /** {@code d[index]}: the element, a negative index counts from the end; null outside, and if this is no array. */
    ELEMENT("[]", Nulls.STRICT, Cost.TEXT, Signature.of(DYNAMIC, DYNAMIC, LONG)),
    /** {@code array_length(d)}: null if this is no array. */
    ARRAY_LENGTH("array_length", Nulls.STRICT, Cost.TEXT, Signature.of(LONG, DYNAMIC)),
    /** {@code array_concat(a, b, ..)} of 1 to 64: the elements of all that are arrays. Never null. */
    ARRAY_CONCAT("array_concat", Nulls.OWN, Cost.TEXT, Signature.same("DYNAMIC values", new Type[] {DYNAMIC}, 1, 64)),
    /**
     * {@code array_index_of(array, value, start, length, occurrence)}: as {@link #INDEX_OF}, of elements that equal the
     * BOOL, LONG, DOUBLE or STRING as in {@link #DYNAMIC_EQUAL}, except that null elements equal nothing. Null if this is no
     * array.
     */
    ARRAY_INDEX_OF("array_index_of", Nulls.STRICT, Cost.TEXT, Signature.arrayIndexOf()),
    /** {@code set_has_element(array, value)}: whether an element equals it as in {@link #ARRAY_INDEX_OF}; null if no array. */
    SET_HAS_ELEMENT("set_has_element", Nulls.STRICT, Cost.TEXT, Signature.dynamicAndScalar()),
    /**
     * {@code bag_pack(key, value, key, value, ..)} of 1 to 64 pairs: a bag in the order of the arguments, of equal keys the
     * last value in the place of the first. A value is written as in {@link #PACK_ARRAY}.
     */
    BAG_PACK("bag_pack", Nulls.OWN, Cost.TEXT, Signature.pairs(64)),
    /**
     * {@code pack_array(a, b, ..)} of 1 to 64: an array. BOOL and LONG as JSON's, DOUBLE as {@link #TO_STRING} writes it;
     * STRING, TIMESTAMP, DURATION, NaN and infinities as a string of that text; DYNAMIC as it is; null as null.
     */
    PACK_ARRAY("pack_array", Nulls.OWN, Cost.TEXT, Signature.values(64));

    /** What a null argument does. */
    public enum Nulls {
        /** Any null argument makes the result null, {@code ""} where that is a STRING. */
        STRICT,
        /** The function's own rule. */
        OWN
    }

    /** What a call costs, so that an engine tries cheap conditions first. */
    public enum Cost {
        /** A few instructions a row. */
        CHEAP,
        /** Reads or makes text. */
        TEXT
    }

    private final String kql;
    private final Nulls nulls;
    private final Cost cost;
    private final Signature signature;

    Function(String kql, Nulls nulls, Cost cost, Signature signature) {
        this.kql = kql;
        this.nulls = nulls;
        this.cost = cost;
        this.signature = signature;
    }

    /** The name or operator in KQL. */
    public String kql() {
        return kql;
    }

    /** What a null argument does. */
    public Nulls nulls() {
        return nulls;
    }

    /** What a call costs, as against those of other functions. */
    public Cost cost() {
        return cost;
    }

    /**
     * The result's type for these arguments.
     *
     * @throws PlanException naming the function, the types found and those expected
     */
    public Type resolve(List<Expr> args) {
        return signature
                .result(args)
                .orElseThrow(() -> new PlanException("%s takes %s, not (%s)"
                        .formatted(
                                kql,
                                signature.expected(),
                                String.join(
                                        ", ",
                                        args.stream()
                                                .map(arg -> arg.type().name())
                                                .toList()))));
    }

    /** The comparison that holds of {@code (b, a)} where this one holds of {@code (a, b)}; itself for all other functions. */
    public Function flipped() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            default -> this;
        };
    }
}
