package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Function;
import dev.grebe.plan.Period;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random expressions and values; columns are named for their type, so {@code LONG0} and {@code LONG1}. */
final class RandomExpr {
    static final int COLUMNS_OF_A_TYPE = 2;
    private static final List<String> TEXTS = List.of("", "a", "A", "ab", "aB", "b", "c.exe", "C.EXE", "\u00e9", "x y");
    private static final List<String> JSON = List.of("\"a\"", "1", "[1,2]", "{\"a\":1.50}", "\"\\u00e9\\n\"", "true");
    private static final double[] DOUBLES = {
        0.0, -0.0, 1, -1.5, 2.5, 1e300, -1e-9, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final long[] LONGS = {0, 1, -1, 2, 3, 10, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1};

    private final Random random;

    RandomExpr(Random random) {
        this.random = random;
    }

    /** A value; null now and then, never for STRING. */
    @Nullable Object value(Type type) {
        if (type != Type.STRING && random.nextInt(5) == 0) {
            return null;
        }
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case LONG -> LONGS[random.nextInt(LONGS.length)];
            case DOUBLE -> DOUBLES[random.nextInt(DOUBLES.length)];
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case TIMESTAMP -> time();
            case DURATION -> random.nextInt(6) == 0 ? random.nextLong() : random.nextInt(50) * Ticks.PER_SECOND / 4;
            case DYNAMIC -> JSON.get(random.nextInt(JSON.size()));
        };
    }

    private long time() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> Ticks.YEAR_TEN_THOUSAND - 1 - random.nextInt(3);
            case 2 -> Ticks.YEAR_ONE + random.nextInt(3);
            default -> 16_000_000_000_000_000L + random.nextInt(100) * Ticks.PER_SECOND / 4;
        };
    }

    Expr expr(int depth) {
        return expr(pick(Type.values()), depth);
    }

    Expr expr(Type type, int depth) {
        if (depth == 0 || random.nextInt(6) == 0 || type == Type.DYNAMIC) {
            return random.nextInt(4) == 0
                    ? new Expr.Literal(value(type), type)
                    : new Expr.Column(type.name() + random.nextInt(COLUMNS_OF_A_TYPE), type);
        }
        return switch (type) {
            case BOOL -> condition(depth - 1);
            case LONG -> whole(depth - 1);
            case DOUBLE -> real(depth - 1);
            case STRING -> text(depth - 1);
            case TIMESTAMP -> time(depth - 1);
            case DURATION -> span(depth - 1);
            case DYNAMIC -> throw new IllegalStateException("no function gives DYNAMIC");
        };
    }

    private Expr condition(int depth) {
        Type ordered = pick(Type.BOOL, Type.LONG, Type.DOUBLE, Type.TIMESTAMP, Type.DURATION);
        Function order = pick(Function.LESS, Function.LESS_OR_EQUAL, Function.GREATER, Function.GREATER_OR_EQUAL);
        return switch (random.nextInt(8)) {
            case 0 -> expr(Type.BOOL, depth).and(expr(Type.BOOL, depth));
            case 1 -> expr(Type.BOOL, depth).or(expr(Type.BOOL, depth));
            case 2 -> expr(Type.BOOL, depth).not();
            case 3 -> call(Function.IS_NULL, expr(pick(Type.values()), depth));
            case 4 -> call(order, expr(ordered, depth), expr(ordered, depth));
            case 5 -> equality(depth);
            case 6 -> call(Function.EQUAL_IGNORING_CASE, expr(Type.STRING, depth), expr(Type.STRING, depth));
            default -> match(depth);
        };
    }

    private Expr equality(int depth) {
        Type type = pick(Type.BOOL, Type.LONG, Type.DOUBLE, Type.TIMESTAMP, Type.DURATION, Type.STRING);
        return call(pick(Function.EQUAL, Function.NOT_EQUAL), expr(type, depth), expr(type, depth));
    }

    private Expr match(int depth) {
        List<String> literals = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            literals.add(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return new Expr.Match(expr(Type.STRING, depth), pick(Op.values()), random.nextBoolean(), literals);
    }

    private Expr whole(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> call(Function.TO_LONG, expr(Type.BOOL, depth));
            case 1 ->
                call(
                        Function.DATETIME_DIFF,
                        literal(pick(Period.values()).name()),
                        expr(Type.TIMESTAMP, depth),
                        expr(Type.TIMESTAMP, depth));
            default -> ofNumbers(Type.LONG, depth);
        };
    }

    private Expr real(int depth) {
        return random.nextBoolean() ? call(Function.TO_DOUBLE, expr(Type.LONG, depth)) : ofNumbers(Type.DOUBLE, depth);
    }

    private Expr ofNumbers(Type type, int depth) {
        return call(pick(Function.ADD, Function.SUBTRACT, Function.BIN), expr(type, depth), expr(type, depth));
    }

    private Expr time(int depth) {
        Function function = pick(Function.ADD, Function.SUBTRACT, Function.BIN);
        return call(function, expr(Type.TIMESTAMP, depth), expr(Type.DURATION, depth));
    }

    private Expr span(int depth) {
        return random.nextBoolean()
                ? call(Function.SUBTRACT, expr(Type.TIMESTAMP, depth), expr(Type.TIMESTAMP, depth))
                : ofNumbers(Type.DURATION, depth);
    }

    private Expr text(int depth) {
        if (random.nextBoolean()) {
            return call(Function.TO_STRING, expr(pick(Type.values()), depth));
        }
        Expr[] parts = new Expr[1 + random.nextInt(3)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = expr(Type.STRING, depth);
        }
        return call(Function.STRCAT, parts);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
