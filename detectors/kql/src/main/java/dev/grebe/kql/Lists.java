package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operators between a value and a list: texts that are written out become one match, all else a call each. */
final class Lists {
    static final Map<String, Operator> OPERATORS = Map.of(
            "in", new Operator("in", Lists::in),
            "!in", new Operator("!in", (left, items) -> in(left, items).not()),
            "in~", new Operator("in~", Lists::inIgnoringCase),
            "!in~",
                    new Operator(
                            "!in~", (left, items) -> inIgnoringCase(left, items).not()),
            "has_any", new Operator("has_any", Lists::hasAny),
            "has_all", new Operator("has_all", Lists::hasAll));

    private Lists() {}

    record Operator(String name, Meaning meaning) {}

    interface Meaning {
        Expr of(Value left, List<Value> items);
    }

    private static Expr in(Value left, List<Value> items) {
        List<String> texts = new ArrayList<>();
        List<Expr> any = new ArrayList<>();
        for (Value item : items) {
            if (item.syntax() instanceof Syntax.Dynamic array) {
                literals(array, item).forEach(value -> equal(left, value, texts, any));
            } else if (item.type() == Type.DYNAMIC) {
                any.add(call(Function.IN_ARRAY, left.scalar(), item.expr()));
            } else {
                equal(left, item.expr(), texts, any);
            }
        }
        return any(left.expr(), Op.EQUALS, false, texts, any);
    }

    private static void equal(Value left, Expr value, List<String> texts, List<Expr> any) {
        boolean isText = value instanceof Expr.Literal && left.type() == Type.STRING;
        if (isText && value.type() == Type.STRING) {
            texts.add(Literals.text((Expr.Literal) value));
        } else if (isText && value.type() == Type.LONG && ((Expr.Literal) value).value() instanceof Long number) {
            texts.add(Long.toString(number));
        } else {
            any.add(left.expr().is(value));
        }
    }

    /** Nulls in an array equal nothing. */
    private static Stream<Expr> literals(Syntax.Dynamic array, Value item) {
        if (array.value().flat().anyMatch(json -> json.kind() == Json.Kind.BAG)) {
            throw item.span().error("a bag is no value to compare with");
        }
        return array.value().flat().flatMap(json -> json.scalar().stream());
    }

    private static Expr inIgnoringCase(Value left, List<Value> items) {
        Expr text = left.text();
        List<String> texts = new ArrayList<>();
        List<Expr> any = new ArrayList<>();
        for (Value item : items) {
            if (item.syntax() instanceof Syntax.Dynamic array) {
                literals(array, item)
                        .filter(value -> value.type() == Type.STRING)
                        .forEach(value -> texts.add(Literals.text((Expr.Literal) value)));
            } else if (item.type() == Type.DYNAMIC) {
                any.add(call(Function.IN_ARRAY_IGNORING_CASE, text, item.expr()));
            } else if (item.exactly(Type.STRING) instanceof Expr.Literal value) {
                texts.add(Literals.text(value));
            } else {
                any.add(text.isIgnoringCase(item.expr()));
            }
        }
        return any(text, Op.EQUALS, true, texts, any);
    }

    private static Expr hasAny(Value left, List<Value> items) {
        List<String> texts = new ArrayList<>();
        List<Expr> any = new ArrayList<>();
        has(left.text(), Function.HAS_ANY, items, texts, any);
        return any(left.text(), Op.HAS, true, texts, any);
    }

    private static Expr hasAll(Value left, List<Value> items) {
        Expr text = left.text();
        List<String> texts = new ArrayList<>();
        List<Expr> all = new ArrayList<>();
        has(text, Function.HAS_ALL, items, texts, all);
        List<Expr> conditions = new ArrayList<>();
        texts.forEach(literal -> conditions.add(text.has(literal)));
        conditions.addAll(all);
        return conditions.isEmpty() ? literal(true) : balanced(conditions, false);
    }

    /** Sorts the items into texts that are written out and conditions over all others. */
    private static void has(Expr text, Function ofArray, List<Value> items, List<String> texts, List<Expr> others) {
        for (Value item : items) {
            if (item.syntax() instanceof Syntax.Dynamic array) {
                array.value().flat().forEach(json -> texts.add(string(json)));
            } else if (item.type() == Type.DYNAMIC) {
                others.add(call(ofArray, text, item.expr()));
            } else if (item.string() instanceof Expr.Literal value) {
                texts.add(Literals.text(value));
            } else {
                others.add(call(Function.HAS, text, item.string()));
            }
        }
    }

    /** As tostring writes it. */
    private static String string(Json json) {
        boolean isText =
                json.scalar().filter(value -> value.type() == Type.STRING).isPresent();
        return json.kind() == Json.Kind.NULL
                ? ""
                : isText ? Literals.text(json.scalar().get()) : json.text();
    }

    private static Expr any(Expr left, Op op, boolean ignoreCase, List<String> texts, List<Expr> others) {
        List<Expr> conditions = new ArrayList<>(others);
        if (!texts.isEmpty()) {
            conditions.add(0, new Expr.Match(left, op, ignoreCase, texts));
        }
        return conditions.isEmpty() ? literal(false) : balanced(conditions, true);
    }

    /** A tree of little depth: lists may be long. */
    static Expr balanced(List<Expr> conditions, boolean isOr) {
        int half = conditions.size() / 2;
        if (half == 0) {
            return conditions.get(0);
        }
        Expr left = balanced(conditions.subList(0, half), isOr);
        Expr right = balanced(conditions.subList(half, conditions.size()), isOr);
        return isOr ? left.or(right) : left.and(right);
    }
}
