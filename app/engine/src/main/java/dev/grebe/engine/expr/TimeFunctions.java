package dev.grebe.engine.expr;

import dev.grebe.plan.DatePart;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Period;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.List;

/** Compiles calls of functions of times, and of those that read and write times and spans. */
final class TimeFunctions {
    private static final long TICKS_PER_MICROSECOND = 10;

    private TimeFunctions() {}

    static Evaluator evaluator(Expr.Call call, Values values) {
        List<Operand> args = values.operands(call.args());
        return switch (call.function()) {
            case DATETIME_DIFF -> new DatetimeDiff(period(call), args.get(1), args.get(2));
            case DATETIME_ADD -> Times.moved(period(call), args.get(1), args.get(2));
            case DATETIME_PART -> Times.part(DatePart.find(word(call, 0)).orElseThrow(), args.get(1));
            case START_OF_DAY -> Times.start(Period.DAY, args.get(0), args.get(1));
            case START_OF_WEEK -> Times.start(Period.WEEK, args.get(0), args.get(1));
            case START_OF_MONTH -> Times.start(Period.MONTH, args.get(0), args.get(1));
            case START_OF_YEAR -> Times.start(Period.YEAR, args.get(0), args.get(1));
            case END_OF_DAY -> Times.end(Period.DAY, args.get(0), args.get(1));
            case END_OF_WEEK -> Times.end(Period.WEEK, args.get(0), args.get(1));
            case END_OF_MONTH -> Times.end(Period.MONTH, args.get(0), args.get(1));
            case END_OF_YEAR -> Times.end(Period.YEAR, args.get(0), args.get(1));
            case DAY_OF_WEEK -> Times.dayOfWeek(args.get(0));
            case MAKE_DATETIME -> new MadeTime(args.subList(0, 5), args.get(5));
            case FROM_UNIX_SECONDS -> fromUnix(Ticks.PER_SECOND, call, args);
            case FROM_UNIX_MILLISECONDS -> fromUnix(Ticks.PER_MILLISECOND, call, args);
            case FROM_UNIX_MICROSECONDS -> fromUnix(TICKS_PER_MICROSECOND, call, args);
            case FROM_UNIX_NANOSECONDS ->
                Values.type(call, 0) == Type.LONG
                        ? Times.fromUnixNanos(args.get(0))
                        : Times.fromUnixNanosReal(args.get(0));
            case TO_DATETIME -> TimeReader.times(args.get(0));
            case TO_TIMESPAN -> TimeReader.spans(args.get(0));
            case FORMAT_DATETIME -> TimeFormat.time(args.get(0), word(call, 1));
            case FORMAT_TIMESPAN -> TimeFormat.span(args.get(0), word(call, 1));
            default -> throw new IllegalStateException(call.function() + " is no function of times");
        };
    }

    private static Evaluator fromUnix(long unit, Expr.Call call, List<Operand> args) {
        return Values.type(call, 0) == Type.LONG
                ? Times.fromUnix(unit, args.get(0))
                : Times.fromUnixReal((double) unit, args.get(0));
    }

    private static Period period(Expr.Call call) {
        return Period.find(word(call, 0)).orElseThrow();
    }

    private static String word(Expr.Call call, int index) {
        return String.valueOf(((Expr.Literal) call.args().get(index)).value());
    }
}
