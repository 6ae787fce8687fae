package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.tostring;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;

/** Functions of arrays and bags. */
final class DynamicFunctions {
    private static final int MOST_PAIRS = 64;

    private DynamicFunctions() {}

    static void addTo(Functions functions) {
        functions.add("array_length", 1, 1, args -> call(Function.ARRAY_LENGTH, args.dynamic(0)));
        functions.addLong("array_concat", 1, args -> {
            Expr[] arrays = new Expr[args.count()];
            for (int i = 0; i < arrays.length; i++) {
                arrays[i] = args.dynamic(i);
            }
            return call(Function.ARRAY_CONCAT, arrays);
        });
        functions.add(
                "array_index_of",
                2,
                5,
                args -> call(
                        Function.ARRAY_INDEX_OF,
                        args.dynamic(0),
                        element(args.get(1)),
                        args.whole(2, 0),
                        args.whole(3, -1),
                        args.whole(4, 1)));
        functions.add(
                "set_has_element", 2, 2, args -> call(Function.SET_HAS_ELEMENT, args.dynamic(0), element(args.get(1))));
        functions.add("strcat_array", 2, 2, args -> call(Function.STRCAT_ARRAY, args.dynamic(0), args.text(1)));
        functions.add("bag_pack", 2, 2 * MOST_PAIRS, DynamicFunctions::bagPack);
        functions.alias("pack", "bag_pack");
        functions.addLong(
                "pack_array",
                1,
                args -> call(
                        Function.PACK_ARRAY,
                        args.values().stream().map(Value::expr).toArray(Expr[]::new)));
    }

    /** What an array may hold: it has times and spans as their text. */
    private static Expr element(Value value) {
        return value.type().isTicks() ? tostring(value.expr()) : value.scalar();
    }

    private static Expr bagPack(Args args) {
        if (args.count() % 2 != 0) {
            throw args.span().error("%s takes pairs of key and value".formatted(args.function()));
        }
        Expr[] parts = new Expr[args.count()];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = args.text(i);
            parts[i + 1] = args.any(i + 1);
        }
        return call(Function.BAG_PACK, parts);
    }
}
