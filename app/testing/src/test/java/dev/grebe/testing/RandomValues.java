package dev.grebe.testing;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values where implementations go wrong, from small pools so that they meet. */
final class RandomValues {
    static final long NOON = Ticks.of(Instant.parse("2020-09-20T12:00:00Z"));
    private static final long SECOND = Ticks.PER_SECOND;

    private static final Map<Type, List<@Nullable Object>> POOLS = Map.of(
            Type.BOOL,
            Arrays.asList(true, false, null),
            Type.LONG,
            Arrays.asList(
                    1L,
                    2L,
                    null,
                    0L,
                    3L,
                    -1L,
                    10L,
                    -7L,
                    -2L,
                    31L,
                    2020L,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    (1L << 53) + 1,
                    1_600_618_616_000L),
            Type.DOUBLE,
            Arrays.asList(
                    1.0,
                    0.0,
                    -0.0,
                    null,
                    Double.NaN,
                    2.5,
                    0.1,
                    -0.2,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    1e300,
                    -1e300,
                    Double.MAX_VALUE,
                    1e16,
                    1e-7,
                    Double.MIN_VALUE,
                    9007199254740992.0,
                    2.15,
                    59.99999999,
                    0x1p63),
            Type.STRING,
            List.of(
                    "a",
                    "A",
                    "",
                    "b",
                    "s",
                    "S",
                    "\u017F",
                    "k",
                    "K",
                    "\u212A",
                    "abc",
                    "ABC",
                    "\u00e9",
                    "\u00c9",
                    "i",
                    "I",
                    "\u0131",
                    "\uD83D\uDE00",
                    "\uFFFD",
                    "cmd.exe",
                    "CMD.exe",
                    "a\n\"\\\u0001",
                    "ab",
                    " a",
                    "a b",
                    "a_ab",
                    "b.cmd.exe",
                    "aaa",
                    "\\1-\\0",
                    "\u0664",
                    "x\u00a0y",
                    "5",
                    "10.0.0.1",
                    "[\"a\",1]",
                    "C:\\a b\\c.exe \"x y\""),
            Type.TIMESTAMP,
            Arrays.asList(
                    NOON,
                    NOON + 1,
                    NOON + 9 * SECOND / 10,
                    NOON + SECOND - 1,
                    NOON + SECOND,
                    NOON + 11 * SECOND / 10,
                    NOON - 1,
                    null,
                    NOON + 10 * SECOND,
                    NOON + 109 * SECOND / 10,
                    NOON + 11 * SECOND,
                    NOON + 60 * SECOND,
                    NOON + 61 * SECOND - 1,
                    NOON + 3_600 * SECOND,
                    NOON + Ticks.PER_DAY,
                    NOON - 300 * Ticks.PER_DAY,
                    0L,
                    -1L,
                    Ticks.YEAR_ONE,
                    Ticks.YEAR_TEN_THOUSAND - 1,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE),
            Type.DURATION,
            Arrays.asList(
                    0L,
                    SECOND,
                    null,
                    1L,
                    -1L,
                    10 * SECOND,
                    -SECOND,
                    SECOND / 2,
                    Ticks.PER_DAY,
                    7 * Ticks.PER_DAY,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE),
            Type.DYNAMIC,
            Arrays.asList(
                    "[]",
                    null,
                    "\"a\"",
                    "{\"a\":1.50}",
                    "[1,\"x\",null]",
                    "\"\\u00e9\\n\\ud83d\\ude00\"",
                    "true",
                    "{}",
                    "1",
                    "-0",
                    "2.50",
                    "1e400",
                    "12345678901234567890",
                    "9007199254740993",
                    "\"\"",
                    "\"5\"",
                    "\"\\ud83d\"",
                    "[[1,[\"a\",\"A\"]],\"b\",{\"a\":[]}]",
                    "[\"10.0.0.0/8\",\"ab\",\"b\"]",
                    "{\"a\":{\"b\":\"c\"},\"\":[0],\"a\":[\"\\/\",true]}"));

    private RandomValues() {}

    /** Any value of the type, early ones of the pool more often; never null for STRING. */
    static @Nullable Object any(Type type, Random random) {
        List<@Nullable Object> pool = POOLS.get(type);
        boolean early = random.nextInt(3) > 0;
        return pool.get(random.nextInt(early ? Math.min(4, pool.size()) : pool.size()));
    }

    /** Any value of the type, each as often. */
    static @Nullable Object evenly(Type type, Random random) {
        List<@Nullable Object> pool = POOLS.get(type);
        return pool.get(random.nextInt(pool.size()));
    }

    /** A value of which there are hundreds. */
    static @Nullable Object oneOfMany(Type type, Random random) {
        int number = random.nextInt(400);
        return switch (type) {
            case BOOL, DYNAMIC -> any(type, random);
            case LONG -> (Long) (long) number;
            case DOUBLE -> (Double) (number / 8.0);
            case STRING -> "host-" + number + ".example";
            case TIMESTAMP -> (Long) (NOON + number * SECOND / 4);
            case DURATION -> (Long) (number * SECOND / 4);
        };
    }

    /** A time at which something is likely to happen. */
    static long time(Random random) {
        List<@Nullable Object> pool = POOLS.get(Type.TIMESTAMP);
        Object time = pool.get(random.nextInt(15));
        return time == null ? NOON : (Long) time;
    }

    /** A few values that a column draws from, of which the first is frequent. */
    static List<@Nullable Object> some(Type type, Random random) {
        @Nullable Object[] some = new @Nullable Object[1 + random.nextInt(6)];
        for (int i = 0; i < some.length; i++) {
            some[i] = any(type, random);
        }
        return Arrays.asList(some);
    }
}
