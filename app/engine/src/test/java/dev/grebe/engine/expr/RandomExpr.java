package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.call;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random expressions and values; columns are named for their type, so {@code LONG0} and {@code LONG1}. */
final class RandomExpr {
    static final int COLUMNS_OF_A_TYPE = 2;
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "ab",
            "aB",
            "b",
            "c.exe",
            "C.EXE",
            "\u00e9",
            "x y",
            "a;b,,c",
            "42",
            "-0x1f",
            "0x1f",
            "1.5e3",
            "true",
            "null",
            "[1,\"a\",[]]",
            "{\"a\":{\"b\":[1,2]},\"a\":2}",
            "2020-09-20T16:16:56.0190000Z",
            "Sat, 8 Nov 14 15:05 GMT",
            "1.02:03:04.5",
            "10.0.0.1",
            "10.0.0.0/8",
            "::ffff:10.0.0.1/120",
            "https://u:p@h.org:80/p?q=1&q=2#f",
            "C:\\Windows\\a.b.exe",
            "\"a b\" c \\\"d");
    private static final List<String> JSON = List.of(
            "\"a\"",
            "1",
            "[1,2]",
            "{\"a\":1.50}",
            "\"\\u00e9\\n\"",
            "true",
            "\"\"",
            "[]",
            "{}",
            "-1e400",
            "[1,1.0,\"1\",null,true,[2,\"a\"],{\"a\":null}]",
            "{\"a\":{\"b\":\"x\"},\"\":[0]}",
            "12345678901234567890",
            "[\"10.0.0.0/8\",\"ab\",\"b\"]");
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1.5,
        2.5,
        1e300,
        -1e-9,
        0.1,
        2.15,
        59.99999999,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final long[] LONGS = {
        0, 1, -1, 2, 3, 10, -7, 31, 2020, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1
    };

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
            case STRING -> pick(TEXTS);
            case TIMESTAMP -> time();
            case DURATION -> random.nextInt(6) == 0 ? random.nextLong() : random.nextInt(50) * Ticks.PER_SECOND / 4;
            case DYNAMIC -> pick(JSON);
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
        return expr(pick(List.of(Type.values())), depth);
    }

    Expr expr(Type type, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(4) == 0
                    ? new Expr.Literal(value(type), type)
                    : new Expr.Column(type.name() + random.nextInt(COLUMNS_OF_A_TYPE), type);
        }
        if (type == Type.BOOL && random.nextInt(6) == 0) {
            return match(depth - 1);
        }
        RandomCalls.Pattern pattern = pick(RandomCalls.giving(type));
        Expr[] args = pattern.args().stream()
                .map(arg -> RandomCalls.isLiteral(arg)
                        ? RandomCalls.literal(arg, random)
                        : expr(Type.valueOf(arg), depth - 1))
                .toArray(Expr[]::new);
        return call(pattern.function(), args);
    }

    private Expr match(int depth) {
        Op op = pick(List.of(Op.values()));
        List<String> literals = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            literals.add(op == Op.REGEX ? pick(List.of("a", "^[^b]*$", "\\w+\\.", "(?i)E$")) : pick(TEXTS));
        }
        return new Expr.Match(expr(Type.STRING, depth), op, op != Op.REGEX && random.nextBoolean(), literals);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
