package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.DatePart;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Period;
import dev.grebe.plan.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Functions of times. */
final class TimeFunctions {
    private TimeFunctions() {}

    static void addTo(Functions functions) {
        functions.add(
                "datetime_diff", 3, 3, args -> call(Function.DATETIME_DIFF, period(args), args.time(1), args.time(2)));
        functions.add(
                "datetime_add", 3, 3, args -> call(Function.DATETIME_ADD, period(args), args.whole(1), args.time(2)));
        functions.add("datetime_part", 2, 2, args -> call(Function.DATETIME_PART, part(args), args.time(1)));
        functions.add("hourofday", 1, 1, args -> call(Function.DATETIME_PART, literal("hour"), args.time(0)));
        functions.add("dayofweek", 1, 1, args -> call(Function.DAY_OF_WEEK, args.time(0)));
        addEdge(functions, "startofday", Function.START_OF_DAY);
        addEdge(functions, "startofweek", Function.START_OF_WEEK);
        addEdge(functions, "startofmonth", Function.START_OF_MONTH);
        addEdge(functions, "startofyear", Function.START_OF_YEAR);
        addEdge(functions, "endofday", Function.END_OF_DAY);
        addEdge(functions, "endofweek", Function.END_OF_WEEK);
        addEdge(functions, "endofmonth", Function.END_OF_MONTH);
        addEdge(functions, "endofyear", Function.END_OF_YEAR);
        functions.add("make_datetime", 3, 6, TimeFunctions::makeDatetime);
        functions.add(
                "format_datetime",
                2,
                2,
                args -> call(Function.FORMAT_DATETIME, args.time(0), literal(args.literal(1, "a format"))));
        functions.add(
                "format_timespan",
                2,
                2,
                args -> call(
                        Function.FORMAT_TIMESPAN,
                        args.get(0).exactly(Type.DURATION),
                        literal(args.literal(1, "a format"))));
        addUnix(functions, "unixtime_seconds_todatetime", Function.FROM_UNIX_SECONDS);
        addUnix(functions, "unixtime_milliseconds_todatetime", Function.FROM_UNIX_MILLISECONDS);
        addUnix(functions, "unixtime_microseconds_todatetime", Function.FROM_UNIX_MICROSECONDS);
        addUnix(functions, "unixtime_nanoseconds_todatetime", Function.FROM_UNIX_NANOSECONDS);
    }

    private static Expr period(Args args) {
        return word(args, "period", Period.values());
    }

    private static Expr part(Args args) {
        return word(args, "part", DatePart.values());
    }

    /** One of these names, in any case. */
    private static Expr word(Args args, String what, Enum<?>[] known) {
        String word = args.literal(0, "a " + what).toLowerCase(Locale.ROOT);
        List<String> names = Arrays.stream(known)
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(word)) {
            throw args.get(0)
                    .span()
                    .error("no %s '%s'.%s It is one of %s"
                            .formatted(what, word, Nearest.hint(word, names), String.join(", ", names)));
        }
        return literal(word);
    }

    private static void addEdge(Functions functions, String name, Function function) {
        functions.add(name, 1, 2, args -> call(function, args.time(0), args.whole(1, 0)));
    }

    private static void addUnix(Functions functions, String name, Function function) {
        functions.add(name, 1, 1, args -> call(function, args.get(0).scalar()));
    }

    private static Expr makeDatetime(Args args) {
        if (args.count() == 4) {
            throw args.span().error("make_datetime takes a minute with the hour");
        }
        Expr second = args.count() == 6 ? args.real(5) : literal(0.0);
        return call(
                Function.MAKE_DATETIME,
                args.whole(0),
                args.whole(1),
                args.whole(2),
                args.whole(3, 0),
                args.whole(4, 0),
                second);
    }
}
