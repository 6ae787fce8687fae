package dev.grebe.pipeline.plan;

import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.SortKey;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one plan as the tree of its JSON. */
final class PlanWriter {
    private final List<Object> nodes = new ArrayList<>();
    // By identity: relations that are equal may have different labels.
    private final IdentityHashMap<Relation, Integer> places = new IdentityHashMap<>();
    private final List<Integer> heights = new ArrayList<>();

    Map<String, Object> write(Relation relation) {
        int root = place(relation, 0);
        return object("format", PlanJson.FORMAT, "nodes", nodes, "root", root);
    }

    private int place(Relation relation, int depth) {
        Integer known = places.get(relation);
        if (known != null) {
            return known;
        }
        requireDepth(depth);
        Map<String, Object> node = node(relation.node(), depth + 1);
        relation.label().ifPresent(label -> node.put("label", label));
        if (nodes.size() == PlanJson.MOST_NODES) {
            throw new PlanException("plan: more than %d nodes".formatted(PlanJson.MOST_NODES));
        }
        int height = relation.node().inputs().stream()
                .mapToInt(input -> heights.get(place(input, depth + 1)) + 1)
                .max()
                .orElse(0);
        requireDepth(height);
        heights.add(height);
        nodes.add(node);
        places.put(relation, nodes.size() - 1);
        return nodes.size() - 1;
    }

    private Map<String, Object> node(Node node, int depth) {
        if (node instanceof Node.Scan scan) {
            return table(scan.table());
        } else if (node instanceof Node.Filter filter) {
            return object(
                    "node",
                    "filter",
                    "input",
                    place(filter.input(), depth),
                    "predicate",
                    expr(filter.predicate(), depth));
        } else if (node instanceof Node.Project project) {
            return object(
                    "node", "project",
                    "input", place(project.input(), depth),
                    "columns", each(project.columns(), column -> named(column, depth)));
        } else if (node instanceof Node.Join join) {
            return object(
                    "node", "join",
                    "kind", join.kind().name(),
                    "left", place(join.left(), depth),
                    "right", place(join.right(), depth),
                    "keys", each(join.keys(), key -> object("left", key.left(), "right", key.right())));
        } else if (node instanceof Node.Aggregate aggregate) {
            return object(
                    "node", "aggregate",
                    "input", place(aggregate.input(), depth),
                    "by", aggregate.by(),
                    "aggregations", each(aggregate.aggregations(), aggregation -> aggregation(aggregation, depth)));
        } else if (node instanceof Node.Union union) {
            return object("node", "union", "inputs", each(union.inputs(), input -> place(input, depth)));
        } else if (node instanceof Node.Top top) {
            return object(
                    "node", "top",
                    "input", place(top.input(), depth),
                    "count", top.count(),
                    "order", each(top.order(), PlanWriter::sortKey));
        } else if (node instanceof Node.Distinct distinct) {
            return object("node", "distinct", "input", place(distinct.input(), depth));
        }
        throw new IllegalStateException("unknown node " + node.getClass());
    }

    private static Map<String, Object> table(Table table) {
        return object(
                "node", "scan",
                "table", table.name(),
                "time", table.time(),
                "schema", schema(table.schema()),
                "required", List.copyOf(table.required()),
                "nonNull", List.copyOf(table.nonNull()));
    }

    private static List<Object> schema(Schema schema) {
        return each(
                schema.fields(),
                (Field field) ->
                        object("name", field.name(), "type", field.type().name()));
    }

    private Map<String, Object> named(Named column, int depth) {
        return object("name", column.name(), "expr", expr(column.expr(), depth));
    }

    private Map<String, Object> aggregation(Aggregation aggregation, int depth) {
        return object(
                "function", aggregation.function().name(),
                "args", each(aggregation.args(), arg -> expr(arg, depth)),
                "names", aggregation.names());
    }

    private static Map<String, Object> sortKey(SortKey key) {
        return object("column", key.column(), "descending", key.descending());
    }

    private Map<String, Object> expr(Expr expr, int depth) {
        requireDepth(depth);
        if (expr instanceof Expr.Column column) {
            return object(
                    "expr",
                    "column",
                    "name",
                    column.name(),
                    "type",
                    column.type().name());
        } else if (expr instanceof Expr.Literal literal) {
            return literal(literal);
        } else if (expr instanceof Expr.Call call) {
            return object(
                    "expr", "call",
                    "function", call.function().name(),
                    "args", each(call.args(), arg -> expr(arg, depth + 1)),
                    "type", call.type().name());
        } else if (expr instanceof Expr.Match match) {
            return object(
                    "expr", "match",
                    "op", match.op().name(),
                    "ignoreCase", match.ignoreCase(),
                    "text", expr(match.text(), depth + 1),
                    "literals", match.literals());
        } else if (expr instanceof Expr.In in) {
            return object(
                    "expr", "in",
                    "keys", each(in.keys(), key -> expr(key, depth + 1)),
                    "relation", place(in.relation(), depth + 1));
        } else if (expr instanceof Expr.Param param) {
            return object("expr", "param", "name", param.name().name());
        }
        throw new IllegalStateException("unknown expression " + expr.getClass());
    }

    private static Map<String, Object> literal(Expr.Literal literal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("expr", "literal");
        json.put("type", literal.type().name());
        json.put("value", value(literal));
        @SuppressWarnings("unchecked") // a null value is what JSON's null is for
        Map<String, Object> written = (Map<String, Object>) (Map<String, ?>) json;
        return written;
    }

    /** JSON's numbers have no NaN and no infinity, and readers may round: doubles are text. */
    private static @Nullable Object value(Expr.Literal literal) {
        Object value = literal.value();
        return value != null && literal.type() == Type.DOUBLE ? value.toString() : value;
    }

    private static void requireDepth(int depth) {
        if (depth > PlanJson.MOST_DEPTH) {
            throw new PlanException("plan: more than %d levels deep".formatted(PlanJson.MOST_DEPTH));
        }
    }

    private static <T> List<Object> each(List<T> items, Function<T, Object> write) {
        return items.stream().map(write).toList();
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
