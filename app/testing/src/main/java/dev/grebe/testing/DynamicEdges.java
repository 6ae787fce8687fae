package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.TIMESTAMP;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.testing.FunctionExamples.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions of DYNAMIC values give at their edges. */
final class DynamicEdges {
    private static final Expr NOTHING = literal(null, DYNAMIC);
    private static final Expr MIXED = json("[1,1.0,\"1\",null,true,[2],{\"a\":null}]");

    private final List<Example> examples = new ArrayList<>();

    private DynamicEdges() {
        parsing();
        texts();
        keys();
        members();
        elements();
        equality();
        lengths();
        places();
        sets();
        arrays();
        bags();
    }

    static List<Example> all() {
        return new DynamicEdges().examples;
    }

    private void parsing() {
        parsed("{\"a\":[1,2.50,-0,1E+5],\"b\":{}}", " {\"a\" : [ 1 ,2.50,\t-0, 1E+5 ] ,\n\"b\":{ }}\r");
        parsed(null, " null ");
        parsed("[null]", "[null]");
        parsed("\"nul\"", "nul");
        parsed("\" \"", " ");
        parsed("{\"a\":3,\"b\":2}", "{\"a\":1,\"b\":2,\"a\":3}");
        parsed("{\"a\":{\"x\":2}}", "{\"\\u0061\":1,\"a\":{\"x\":1,\"x\":2}}");
        parsed("{\"a\":null}", "{\"a\":1,\"a\":null}");
        for (String wrong : new String[] {
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "-",
            "[1,]",
            "[,1]",
            "{\"a\"}",
            "{a:1}",
            "{\"a\":1,}",
            "[1",
            "]",
            "1 2",
            "True",
            "NaN",
            "'a'",
            "\u00a01"
        }) {
            parsed("\"" + wrong.replace("\"", "\\\"") + "\"", wrong);
        }
        parsed("[".repeat(200) + "]".repeat(200), "[".repeat(200) + "]".repeat(200));
        parsed("\"" + "[".repeat(201) + "]".repeat(201) + "\"", "[".repeat(201) + "]".repeat(201));
    }

    private void texts() {
        parsed("\"\u00e9/\uD83D\uDE00\"", "\"\\u00E9\\/\\ud83d\\ude00\"");
        parsed("\"a\uFFFDb\"", "\"a\\ud83db\"");
        parsed("\"\\\"\\\\\\b\\f\\n\\r\\t\\u001f\\u0000\u007f\"", "\"\\\"\\\\\\b\\f\\n\\r\\t\\u001F\\u0000\u007f\"");
        parsed("\"\\\"a\\tb\\\"\"", "\"a\tb\"");
        parsed("\"\\\"\\\\x\\\"\"", "\"\\x\"");
        parsed("\"\\\"\\\\u12g4\\\"\"", "\"\\u12g4\"");
        parsed("\"\\\"open\"", "\"open");
        parsed("\"\\\"open\\\\\\\"\"", "\"open\\\"");
    }

    private void keys() {
        StringBuilder many = new StringBuilder("{");
        StringBuilder once = new StringBuilder("{");
        for (int i = 0; i < 40; i++) {
            many.append("\"k").append(i % 20).append("\":").append(i).append(',');
            once.append(i < 20 ? "\"k" + i + "\":" + (i + 20) + "," : "");
        }
        parsed(once + "\"z\":{}}", many + "\"z\":{}}");
    }

    private void parsed(@Nullable String json, String text) {
        is(Function.PARSE_JSON, json, text);
    }

    private void members() {
        is(Function.MEMBER, "2", json("{\"a\":1,\"a\":2}"), "a");
        is(Function.MEMBER, null, json("{\"a\":null}"), "a");
        is(Function.MEMBER, "\"x\"", json("{\"\\u0061\\n\":\"x\"}"), "a\n");
        is(Function.MEMBER, "[1,{\"b\":\"]\"}]", json("{\"c\":{\"a\":0},\"a\":[1,{\"b\":\"]\"}]}"), "a");
        is(Function.MEMBER, "{}", json("{\"\":{}}"), "");
        is(Function.MEMBER, null, json("{\"c\":{\"a\":0}}"), "a");
        is(Function.MEMBER, null, json("[\"a\"]"), "a");
        is(Function.MEMBER, null, NOTHING, "a");
    }

    private void elements() {
        is(Function.ELEMENT, "1.0", MIXED, 1);
        is(Function.ELEMENT, "{\"a\":null}", MIXED, -1);
        is(Function.ELEMENT, "1", MIXED, -7);
        is(Function.ELEMENT, null, MIXED, -8);
        is(Function.ELEMENT, null, MIXED, 3);
        is(Function.ELEMENT, null, MIXED, Long.MIN_VALUE);
        is(Function.ELEMENT, null, MIXED, Long.MAX_VALUE);
        is(Function.ELEMENT, null, MIXED, literal(null, LONG));
        is(Function.ELEMENT, null, json("[]"), -1);
        is(Function.ELEMENT, null, json("\"abc\""), 0);
    }

    private void equality() {
        is(Function.DYNAMIC_EQUAL, true, json("1.0"), 1);
        is(Function.DYNAMIC_EQUAL, true, json("10e-1"), 1);
        is(Function.DYNAMIC_EQUAL, false, json("9007199254740993"), 9_007_199_254_740_992L);
        is(Function.DYNAMIC_EQUAL, true, json("9007199254740993"), 9_007_199_254_740_992.0);
        is(Function.DYNAMIC_EQUAL, true, json("9223372036854775808"), Long.MAX_VALUE);
        is(Function.DYNAMIC_EQUAL, false, json("true"), 1);
        is(Function.DYNAMIC_EQUAL, true, json("true"), true);
        is(Function.DYNAMIC_EQUAL, false, json("\"true\""), true);
        is(Function.DYNAMIC_EQUAL, true, json("\"\\u0061\""), "a");
        is(Function.DYNAMIC_EQUAL, false, json("[\"a\"]"), "a");
        is(Function.DYNAMIC_EQUAL, true, NOTHING, "");
        is(Function.DYNAMIC_EQUAL, true, json("\"\""), "");
        is(Function.DYNAMIC_EQUAL, false, NOTHING, 0);
        is(Function.DYNAMIC_EQUAL, null, NOTHING, literal(null, LONG));
        is(Function.DYNAMIC_EQUAL, false, json("0"), literal(null, LONG));
        is(Function.DYNAMIC_EQUAL, false, json("\"NaN\""), Double.NaN);
    }

    private void lengths() {
        is(Function.ARRAY_LENGTH, 7L, MIXED);
        is(Function.ARRAY_LENGTH, 1L, json("[[1,2,\",\"]]"));
        is(Function.ARRAY_LENGTH, null, json("1"));
    }

    private void places() {
        index(0L, MIXED, 1, 0, -1, 1);
        index(1L, MIXED, 1, 0, -1, 2);
        index(1L, MIXED, 1.0, 1, 1, 1);
        index(-1L, MIXED, 1, 2, -1, 1);
        index(2L, MIXED, "1", -5, -1, 1);
        index(0L, MIXED, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1);
        index(-1L, MIXED, 1, Long.MAX_VALUE, Long.MAX_VALUE, 1);
        index(-1L, MIXED, 1, 0, 0, 1);
        index(-1L, MIXED, 1, 0, -1, 0);
        index(-1L, MIXED, "", 0, -1, 1);
        index(null, MIXED, 1, 0, -2, 1);
        index(null, MIXED, 1, 0, -1, -1);
        index(null, MIXED, literal(null, BOOL), 0, -1, 1);
        index(null, json("{}"), 1, 0, -1, 1);
    }

    private void index(@Nullable Long value, Expr array, Object searched, long start, long length, long occurrence) {
        is(Function.ARRAY_INDEX_OF, value, array, searched, start, length, occurrence);
    }

    private void sets() {
        is(Function.SET_HAS_ELEMENT, true, MIXED, true);
        is(Function.SET_HAS_ELEMENT, false, MIXED, 2);
        is(Function.SET_HAS_ELEMENT, false, MIXED, "");
        is(Function.SET_HAS_ELEMENT, null, MIXED, literal(null, DOUBLE));
        is(Function.SET_HAS_ELEMENT, null, json("{\"a\":1}"), "a");
    }

    private void arrays() {
        is(Function.ARRAY_CONCAT, "[]", NOTHING);
        is(Function.ARRAY_CONCAT, "[1,[2],null]", json("[1]"), json("{}"), json("[[2],null]"), json("[]"));
        is(Function.ARRAY_CONCAT, "[]", json("[]"), json("\"a\""));
        is(
                Function.PACK_ARRAY,
                "[true,-5,1.0,1e300,\"NaN\",\"-inf\",\"a\\\"b\\u0001\",{\"a\":1}]",
                true,
                -5,
                1.0,
                1e300,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                "a\"b\u0001",
                json("{\"a\":1}"));
        is(
                Function.PACK_ARRAY,
                "[\"2020-01-01T00:00:00.0000000Z\",\"1.00:00:00\"]",
                Instant.parse("2020-01-01T00:00:00Z"),
                Duration.ofDays(1));
        is(
                Function.PACK_ARRAY,
                "[null,null,null,null,null,null,\"\"]",
                literal(null, BOOL),
                literal(null, LONG),
                literal(null, DOUBLE),
                literal(null, TIMESTAMP),
                literal(null, DURATION),
                NOTHING,
                "");
    }

    private void bags() {
        is(Function.BAG_PACK, "{\"a\":3,\"b\":2}", "a", 1, "b", 2, "a", 3);
        is(Function.BAG_PACK, "{\"\\n\":\"\"}", "\n", "");
        is(Function.BAG_PACK, "{\"\":null}", "", NOTHING);
        is(Function.BAG_PACK, "{\"a\":{\"a\":1}}", "a", "x", "a", json("{\"a\":1}"));
    }

    private static Expr json(String text) {
        return literal(text, DYNAMIC);
    }

    private void is(Function function, @Nullable Object value, Object... args) {
        examples.add(Example.of(value, function, args));
    }
}
