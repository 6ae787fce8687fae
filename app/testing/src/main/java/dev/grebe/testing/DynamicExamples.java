package dev.grebe.testing;

import static dev.grebe.plan.Function.ARRAY_CONCAT;
import static dev.grebe.plan.Function.ARRAY_INDEX_OF;
import static dev.grebe.plan.Function.ARRAY_LENGTH;
import static dev.grebe.plan.Function.BAG_PACK;
import static dev.grebe.plan.Function.DYNAMIC_EQUAL;
import static dev.grebe.plan.Function.ELEMENT;
import static dev.grebe.plan.Function.HAS_ALL;
import static dev.grebe.plan.Function.HAS_ANY;
import static dev.grebe.plan.Function.HAS_ANY_INDEX;
import static dev.grebe.plan.Function.IN_ARRAY;
import static dev.grebe.plan.Function.IN_ARRAY_IGNORING_CASE;
import static dev.grebe.plan.Function.MEMBER;
import static dev.grebe.plan.Function.PACK_ARRAY;
import static dev.grebe.plan.Function.SET_HAS_ELEMENT;
import static dev.grebe.plan.Function.STRCAT_ARRAY;
import static java.time.Duration.ofSeconds;

/** DYNAMIC values. */
final class DynamicExamples extends ExampleTable {
    DynamicExamples() {
        equality();
        sets();
        words();
        parts();
        arrays();
        positions();
        elements();
        packing();
    }

    private void equality() {
        gives(true, DYNAMIC_EQUAL, json("5"), 5);
        gives(true, DYNAMIC_EQUAL, json("5.0"), 5);
        gives(true, DYNAMIC_EQUAL, json("5"), 5.0);
        gives(true, DYNAMIC_EQUAL, json("-0"), 0);
        gives(false, DYNAMIC_EQUAL, json("\"5\""), 5);
        gives(false, DYNAMIC_EQUAL, json("5"), "5");
        gives(false, DYNAMIC_EQUAL, json("1"), true);
        gives(false, DYNAMIC_EQUAL, json("true"), 1);
        gives(true, DYNAMIC_EQUAL, json("true"), true);
        gives(false, DYNAMIC_EQUAL, json("false"), true);
        gives(false, DYNAMIC_EQUAL, json("9007199254740993"), 9007199254740992L);
        gives(true, DYNAMIC_EQUAL, json("9007199254740993"), 9007199254740992.0);
        gives(true, DYNAMIC_EQUAL, json("9223372036854775808"), Long.MAX_VALUE);
        gives(true, DYNAMIC_EQUAL, json("1e400"), INFINITY);
        gives(true, DYNAMIC_EQUAL, json("1e-400"), 0);
        gives(false, DYNAMIC_EQUAL, json("\"NaN\""), NAN);
        gives(true, DYNAMIC_EQUAL, json("\"a\\u00e9\\n\""), "aé\n");
        gives(false, DYNAMIC_EQUAL, json("\"A\""), "a");
        gives(true, DYNAMIC_EQUAL, NO_DYNAMIC, "");
        gives(true, DYNAMIC_EQUAL, json("\"\""), "");
        gives(false, DYNAMIC_EQUAL, NO_DYNAMIC, "a");
        gives(false, DYNAMIC_EQUAL, json("[]"), "[]");
        gives(false, DYNAMIC_EQUAL, NO_DYNAMIC, 5);
        gives(null, DYNAMIC_EQUAL, NO_DYNAMIC, NO_LONG);
        gives(false, DYNAMIC_EQUAL, json("5"), NO_LONG);
        gives(false, DYNAMIC_EQUAL, json("5"), NO_BOOL);
    }

    private void sets() {
        gives(true, IN_ARRAY, 2, json("[1,[2,3]]"));
        gives(false, IN_ARRAY, 4, json("[1,[2,3]]"));
        gives(true, IN_ARRAY, "a", json("[[[[\"a\"]]]]"));
        gives(false, IN_ARRAY, "A", json("[\"a\"]"));
        gives(true, IN_ARRAY, 1.5, json("[1.50]"));
        gives(true, IN_ARRAY, 5, json("5"));
        gives(false, IN_ARRAY, 5, json("{\"a\":5}"));
        gives(false, IN_ARRAY, "", json("[null]"));
        gives(false, IN_ARRAY, "", NO_DYNAMIC);
        gives(true, IN_ARRAY, "", json("[\"\"]"));
        gives(false, IN_ARRAY, NO_LONG, json("[null,1]"));
        gives(false, IN_ARRAY, NO_BOOL, NO_DYNAMIC);
        gives(false, IN_ARRAY, NAN, json("[\"NaN\"]"));
        gives(false, IN_ARRAY, 1, json("[]"));
        gives(true, IN_ARRAY_IGNORING_CASE, "CMD", json("[1,[\"cmd\"]]"));
        gives(false, IN_ARRAY_IGNORING_CASE, "1", json("[1]"));
        gives(false, IN_ARRAY_IGNORING_CASE, "É", json("[\"\\u00e9\"]"));
        gives(true, IN_ARRAY_IGNORING_CASE, "A", json("\"a\""));
        gives(false, IN_ARRAY_IGNORING_CASE, "", json("[null,[]]"));
        gives(false, IN_ARRAY_IGNORING_CASE, "", NO_DYNAMIC);
    }

    private void words() {
        gives(true, HAS_ANY, "North America", json("[\"SOUTH\",\"AMERICA\"]"));
        gives(false, HAS_ANY, "North America", json("[\"sou\",\"nor\"]"));
        gives(false, HAS_ANY, "x", json("[]"));
        gives(false, HAS_ANY, "x", NO_DYNAMIC);
        gives(true, HAS_ANY, "x", json("[null]"));
        gives(true, HAS_ANY, "is true 1.50", json("[1.5,true]"));
        gives(true, HAS_ANY, "north", json("\"North\""));
        gives(true, HAS_ANY, "x [1,2] y", json("[[1,2]]"));
        gives(true, HAS_ALL, "North and South", json("[\"south\",\"north\"]"));
        gives(false, HAS_ALL, "North and South", json("[\"south\",\"east\"]"));
        gives(true, HAS_ALL, "x", json("[]"));
        gives(true, HAS_ALL, "x", NO_DYNAMIC);
        gives(false, HAS_ALL, "x", json("\"y\""));
        gives(0, HAS_ANY_INDEX, "this is an example", json("[\"this\",\"example\"]"));
        gives(1, HAS_ANY_INDEX, "Example number 2", json("[1,2,3]"));
        gives(-1, HAS_ANY_INDEX, "thesis", json("[\"is\"]"));
        gives(-1, HAS_ANY_INDEX, "x", json("[]"));
        gives(-1, HAS_ANY_INDEX, "x", json("\"x\""));
        gives(1, HAS_ANY_INDEX, "x", json("[\"y\",null]"));
        gives(null, HAS_ANY_INDEX, "x", NO_DYNAMIC);
    }

    private void parts() {
        gives("1.50", MEMBER, json("{\"a\":1.50}"), "a");
        gives("2", MEMBER, json("{\"a\":1,\"b\":0,\"a\":2}"), "a");
        gives(null, MEMBER, json("{\"A\":1}"), "a");
        gives(null, MEMBER, json("{\"a\":null}"), "a");
        gives(null, MEMBER, json("[1]"), "a");
        gives(null, MEMBER, json("\"a\""), "a");
        gives(null, MEMBER, NO_DYNAMIC, "a");
        gives("1", MEMBER, json("{\"\":1}"), "");
        gives("\"x\"", MEMBER, json("{\"\\u00e9\\\"\":\"x\"}"), "é\"");
        gives("{\"b\":[1,{}]}", MEMBER, json("{\"a\":{\"b\":[1,{}]}}"), "a");
        gives(null, MEMBER, json("{\"b\":{\"a\":1}}"), "a");
        gives("1", ELEMENT, json("[1,2,3]"), 0);
        gives("3", ELEMENT, json("[1,2,3]"), -1);
        gives("1", ELEMENT, json("[1,2,3]"), -3);
        gives(null, ELEMENT, json("[1,2,3]"), 3);
        gives(null, ELEMENT, json("[1,2,3]"), -4);
        gives(null, ELEMENT, json("[null]"), 0);
        gives(null, ELEMENT, json("[]"), 0);
        gives(null, ELEMENT, json("{\"0\":1}"), 0);
        gives(null, ELEMENT, json("[1]"), Long.MIN_VALUE);
        gives(null, ELEMENT, json("[1]"), Long.MAX_VALUE);
        gives(null, ELEMENT, json("[1]"), NO_LONG);
        gives("[\",]\"]", ELEMENT, json("[\"[,\",[\",]\"]]"), 1);
    }

    private void arrays() {
        gives(3, ARRAY_LENGTH, json("[1,[2,3],\",\"]"));
        gives(0, ARRAY_LENGTH, json("[]"));
        gives(1, ARRAY_LENGTH, json("[null]"));
        gives(null, ARRAY_LENGTH, json("{\"a\":1}"));
        gives(null, ARRAY_LENGTH, json("\"[]\""));
        gives(null, ARRAY_LENGTH, NO_DYNAMIC);
        gives("[1,2,3]", ARRAY_CONCAT, json("[1,2]"), json("[3]"));
        gives("[\"a\"]", ARRAY_CONCAT, json("[\"a\"]"), NO_DYNAMIC);
        gives("[]", ARRAY_CONCAT, NO_DYNAMIC);
        gives("[]", ARRAY_CONCAT, json("{}"), json("1"), json("\"x\""));
        gives("[null,[1.50],{}]", ARRAY_CONCAT, json("[]"), json("[null]"), json("[[1.50],{}]"));
        gives("1->2->3", STRCAT_ARRAY, json("[1,2,3]"), "->");
        gives("a,,b", STRCAT_ARRAY, json("[\"a\",null,\"b\"]"), ",");
        gives("", STRCAT_ARRAY, json("[]"), ",");
        gives("a" + FACE + "[1,\"b\"]", STRCAT_ARRAY, json("[\"a\",[1,\"b\"]]"), FACE);
        gives("1.50true", STRCAT_ARRAY, json("[1.50,true]"), "");
        gives("", STRCAT_ARRAY, json("\"a\""), ",");
        gives("", STRCAT_ARRAY, NO_DYNAMIC, ",");
    }

    private void positions() {
        String words = "[\"this\",\"is\",\"an\",\"example\",\"an\",\"example\"]";
        gives(2, ARRAY_INDEX_OF, json(words), "an", 0, -1, 1);
        gives(3, ARRAY_INDEX_OF, json(words), "example", 1, 3, 1);
        gives(-1, ARRAY_INDEX_OF, json(words), "example", 1, 2, 1);
        gives(4, ARRAY_INDEX_OF, json(words), "an", 1, -1, 2);
        gives(4, ARRAY_INDEX_OF, json(words), "an", -3, -1, 1);
        gives(-1, ARRAY_INDEX_OF, json(words), "An", 0, -1, 1);
        gives(0, ARRAY_INDEX_OF, json("[1.0]"), 1, Long.MIN_VALUE, Long.MAX_VALUE, 1);
        gives(1, ARRAY_INDEX_OF, json("[1,true]"), true, 0, -1, 1);
        gives(-1, ARRAY_INDEX_OF, json("[null]"), "", 0, -1, 1);
        gives(-1, ARRAY_INDEX_OF, json("[1]"), 1, 0, 0, 1);
        gives(-1, ARRAY_INDEX_OF, json("[1]"), 1, 0, -1, 0);
        gives(null, ARRAY_INDEX_OF, json("[1]"), 1, 0, -2, 1);
        gives(null, ARRAY_INDEX_OF, json("[1]"), 1, 0, -1, -1);
        gives(null, ARRAY_INDEX_OF, json("1"), 1, 0, -1, 1);
        gives(null, ARRAY_INDEX_OF, json("[1]"), NO_LONG, 0, -1, 1);
        gives(null, ARRAY_INDEX_OF, NO_DYNAMIC, "x", 0, -1, 1);
        gives(-1, ARRAY_INDEX_OF, json("[[1]]"), 1, 0, -1, 1);
    }

    private void elements() {
        gives(true, SET_HAS_ELEMENT, json("[1,2]"), 2);
        gives(false, SET_HAS_ELEMENT, json("[1,2]"), "2");
        gives(true, SET_HAS_ELEMENT, json("[2]"), 2.0);
        gives(false, SET_HAS_ELEMENT, json("[\"smss.exe\"]"), "SMSS.exe");
        gives(false, SET_HAS_ELEMENT, json("[]"), "x");
        gives(false, SET_HAS_ELEMENT, json("[null]"), "");
        gives(true, SET_HAS_ELEMENT, json("[\"\\ud83d\\ude00\"]"), FACE);
        gives(null, SET_HAS_ELEMENT, json("{}"), true);
        gives(null, SET_HAS_ELEMENT, NO_DYNAMIC, "x");
        gives(null, SET_HAS_ELEMENT, json("[null]"), NO_DOUBLE);
    }

    private void packing() {
        gives("{\"a\":1,\"b\":\"\"}", BAG_PACK, "a", 1, "b", "");
        gives("{\"a\":null}", BAG_PACK, "a", NO_LONG);
        gives("{\"a\":3,\"b\":2}", BAG_PACK, "a", 1, "b", 2, "a", 3);
        gives("{\"\\\"\":{\"c\":[1]}}", BAG_PACK, "\"", json("{\"c\":[1]}"));
        gives("{\"\":\"é" + FACE + "\"}", BAG_PACK, "", "é" + FACE);
        gives("[1,\"2\",\"00:00:02\"]", PACK_ARRAY, 1, "2", ofSeconds(2));
        gives("[\"2007-01-01T00:00:00.0000000Z\",true,1.5]", PACK_ARRAY, at("2007-01-01"), true, 1.5);
        gives("[5.0,1e15,-0.0,\"NaN\",\"+inf\"]", PACK_ARRAY, 5.0, 1e15, -0.0, NAN, INFINITY);
        gives("[null,null,null,null,null]", PACK_ARRAY, NO_BOOL, NO_DOUBLE, NO_TIME, NO_SPAN, NO_DYNAMIC);
        gives("[\"/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\"]", PACK_ARRAY, "/\"\\\b\f\n\r\t\u0001\u001f\u007f");
        gives("[1.50,[],{\"a\":null}]", PACK_ARRAY, json("1.50"), json("[]"), json("{\"a\":null}"));
    }
}
