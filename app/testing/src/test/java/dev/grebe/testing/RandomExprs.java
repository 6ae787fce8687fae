package dev.grebe.testing;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Period;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions of any type over a relation's columns; {@code in} over the relations that a plan has already. */
final class RandomExprs {
    private static final List<Type> COMPARABLE = List.of(BOOL, LONG, DOUBLE, STRING, TIMESTAMP, DURATION);
    private static final List<Type> ORDERED = List.of(BOOL, LONG, DOUBLE, TIMESTAMP, DURATION);
    private static final List<Function> ORDERINGS =
            List.of(Function.LESS, Function.LESS_OR_EQUAL, Function.GREATER, Function.GREATER_OR_EQUAL);

    private final Random random;
    private final RandomCalls calls;
    private final Supplier<Relation> relations;

    RandomExprs(Random random, Supplier<Relation> relations) {
        this.random = random;
        this.calls = new RandomCalls(random);
        this.relations = relations;
    }

    Expr predicate(Relation over) {
        return of(BOOL, over, 3);
    }

    Expr of(Type type, Relation over, int depth) {
        if (depth == 0 || type != BOOL && random.nextInt(3) == 0) {
            return leaf(type, over);
        }
        return type == BOOL ? bool(over, depth - 1) : calls.any(type, of -> of(of, over, depth - 1));
    }

    private Expr leaf(Type type, Relation over) {
        List<Expr.Column> columns = new ArrayList<>();
        for (Field field : over.schema().fields()) {
            if (field.type() == type) {
                columns.add(new Expr.Column(field.name(), type));
            }
        }
        if (!columns.isEmpty() && random.nextInt(4) > 0) {
            return columns.get(random.nextInt(columns.size()));
        } else if (type == TIMESTAMP && random.nextInt(3) == 0) {
            return new Expr.Param(any(List.of(Expr.Param.Name.values())));
        }
        return literal(RandomValues.any(type, random), type);
    }

    private Expr bool(Relation over, int depth) {
        return switch (random.nextInt(18)) {
            case 0 -> pair(Function.EQUAL, any(COMPARABLE), over, depth);
            case 1 -> pair(Function.NOT_EQUAL, any(COMPARABLE), over, depth);
            case 2, 3 -> pair(any(ORDERINGS), any(ORDERED), over, depth);
            case 4 -> pair(Function.EQUAL_IGNORING_CASE, STRING, over, depth);
            case 5, 6 -> pair(Function.AND, BOOL, over, depth);
            case 7, 8 -> pair(Function.OR, BOOL, over, depth);
            case 9 -> call(Function.NOT, of(BOOL, over, depth));
            case 10 -> call(Function.IS_NULL, of(any(List.of(Type.values())), over, depth));
            case 11 -> match(of(STRING, over, depth));
            case 12 -> in(over, depth);
            case 13 -> Expressions.inRun(of(TIMESTAMP, over, Math.min(1, depth)));
            default -> calls.any(BOOL, of -> of(of, over, depth));
        };
    }

    /** A text and any literals. */
    Expr match(Expr text) {
        Expr.Match.Op op = any(List.of(Expr.Match.Op.values()));
        boolean isRegex = op == Expr.Match.Op.REGEX;
        List<String> literals = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            literals.add(
                    isRegex
                            ? any(RandomTexts.REGEXES)
                            : (String) Objects.requireNonNull(RandomValues.any(STRING, random)));
        }
        return new Expr.Match(text, op, !isRegex && random.nextBoolean(), literals);
    }

    private Expr in(Relation over, int depth) {
        Relation relation = relations.get();
        List<String> names = new ArrayList<>();
        for (Field field : relation.schema().fields()) {
            if (field.type() != DYNAMIC && (names.isEmpty() || names.size() < 3 && random.nextInt(4) == 0)) {
                names.add(field.name());
            }
        }
        if (names.isEmpty()) {
            return leaf(BOOL, over);
        }
        Relation keys = relation.project(names.toArray(String[]::new));
        List<Expr> values = new ArrayList<>();
        keys.schema().fields().forEach(field -> values.add(of(field.type(), over, Math.min(1, depth))));
        return new Expr.In(values, random.nextInt(3) == 0 ? keys.as("keys") : keys);
    }

    Expr difference(Expr later, Expr earlier) {
        Period period = any(List.of(Period.values()));
        String name = random.nextBoolean() ? period.name() : period.name().toLowerCase(Locale.ROOT);
        return call(Function.DATETIME_DIFF, literal(name), later, earlier);
    }

    private Expr pair(Function function, Type type, Relation over, int depth) {
        return call(function, of(type, over, depth), of(type, over, depth));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
