package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;

/** Compiles calls of functions that read and make DYNAMIC values. */
final class DynamicFunctions {
    private DynamicFunctions() {}

    static Evaluator evaluator(Expr.Call call, Values values) {
        List<Operand> args = values.operands(call.args());
        Operand first = args.get(0);
        return switch (call.function()) {
            case PARSE_JSON -> Dynamics.parsed(first);
            case MEMBER -> Dynamics.member(first, args.get(1));
            case ELEMENT -> Dynamics.element(first, args.get(1));
            case DYNAMIC_EQUAL -> Dynamics.equal(first, equality(call, args));
            case ARRAY_LENGTH -> JsonArrays.length(first);
            case ARRAY_CONCAT -> JsonArrays.joined(args);
            case ARRAY_INDEX_OF ->
                new JsonArrayIndex(first, equality(call, args), args.get(2), args.get(3), args.get(4));
            case SET_HAS_ELEMENT -> JsonArrays.hasElement(first, equality(call, args));
            case PACK_ARRAY -> packing(List.of(), call.args(), args);
            case BAG_PACK -> bag(call, args);
            default -> throw new IllegalStateException(call.function() + " is no function of DYNAMIC values");
        };
    }

    private static JsonEquality equality(Expr.Call call, List<Operand> args) {
        return new JsonEquality(args.get(1), Values.type(call, 1));
    }

    private static Evaluator bag(Expr.Call call, List<Operand> args) {
        List<Operand> keys = new ArrayList<>();
        List<Operand> packed = new ArrayList<>();
        List<Expr> exprs = new ArrayList<>();
        for (int i = 0; i < args.size(); i += 2) {
            keys.add(args.get(i));
            packed.add(args.get(i + 1));
            exprs.add(call.args().get(i + 1));
        }
        return packing(keys, exprs, packed);
    }

    private static Evaluator packing(List<Operand> keys, List<Expr> exprs, List<Operand> packed) {
        List<Operand> texts = new ArrayList<>();
        for (int i = 0; i < packed.size(); i++) {
            Type type = exprs.get(i).type();
            boolean isText = type == Type.STRING || type == Type.DYNAMIC;
            texts.add(isText ? packed.get(i) : new Operand(new ToText(packed.get(i), type)));
        }
        return new Packing(keys, texts, exprs.stream().map(Expr::type).toList());
    }
}
