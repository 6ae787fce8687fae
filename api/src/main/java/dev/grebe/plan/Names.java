package dev.grebe.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Resolves names and makes the schemas of nodes. */
final class Names {
    private Names() {}

    /** Checks that every column of the expression is one of the relation's, of the same type. */
    static void resolve(Expr expr, Relation relation) {
        if (expr instanceof Expr.Column column) {
            Type found = relation.schema().type(column.name(), relation.name());
            if (found != column.type()) {
                throw new PlanException("%s: column '%s' is %s; the plan reads it as %s"
                        .formatted(relation.name(), column.name(), found, column.type()));
            }
        }
        operands(expr).forEach(operand -> resolve(operand, relation));
    }

    /** The expressions directly inside another. */
    static List<Expr> operands(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return call.args();
        } else if (expr instanceof Expr.Match match) {
            return List.of(match.text());
        }
        return expr instanceof Expr.In in ? in.keys() : List.of();
    }

    /** The relations themselves and those inside the expressions, each once. */
    static List<Relation> inputs(List<Relation> relations, List<Expr> exprs) {
        List<Relation> inputs = new ArrayList<>(relations);
        exprs.forEach(expr -> collect(expr, inputs));
        return List.copyOf(inputs);
    }

    private static void collect(Expr expr, List<Relation> inputs) {
        if (expr instanceof Expr.In in && !inputs.contains(in.relation())) {
            inputs.add(in.relation());
        }
        operands(expr).forEach(operand -> collect(operand, inputs));
    }

    static void requireKey(Relation relation, String column, String verb) {
        if (!relation.schema().type(column, relation.name()).isComparable()) {
            throw new PlanException("%s: column '%s' is DYNAMIC and cannot be compared".formatted(verb, column));
        }
    }

    /** Kusto's MakeColumnNamesUnique: originals are reserved before any suffix is given. */
    static Schema joined(Schema left, Schema right) {
        Set<String> reserved = new HashSet<>(left.names());
        reserved.addAll(right.names());
        Set<String> given = new HashSet<>(left.names());
        List<Field> fields = new ArrayList<>(left.fields());
        for (Field field : right.fields()) {
            String name = field.name();
            for (int suffix = 1; !given.add(name); suffix++) {
                String candidate = field.name() + suffix;
                name = reserved.contains(candidate) ? name : candidate;
            }
            reserved.add(name);
            fields.add(new Field(name, field.type()));
        }
        return new Schema(fields);
    }

    static Schema aggregated(Schema input, List<String> by, List<Aggregation> aggregations) {
        List<Field> fields = new ArrayList<>();
        by.forEach(column -> fields.add(new Field(column, input.type(column, "summarize"))));
        aggregations.forEach(aggregation -> fields.addAll(aggregation.fields()));
        return new Schema(fields);
    }
}
