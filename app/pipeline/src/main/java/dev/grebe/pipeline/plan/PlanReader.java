package dev.grebe.pipeline.plan;

import dev.grebe.plan.AggregateFunction;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.SortKey;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads one plan. Nodes and expressions check themselves, so what comes out is as sound as what a rule builds. */
final class PlanReader {
    private final Json root;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private int depth;

    PlanReader(Json root) {
        this.root = root;
    }

    Relation read() {
        if (root.get("format").whole() != PlanJson.FORMAT) {
            throw root.get("format").wrong("format " + PlanJson.FORMAT);
        }
        List<Json> nodes = root.get("nodes").items();
        if (nodes.size() > PlanJson.MOST_NODES) {
            throw new PlanException("%s: more than %d nodes".formatted(root.place(), PlanJson.MOST_NODES));
        }
        nodes.forEach(this::add);
        return input(root.get("root"));
    }

    private void add(Json json) {
        depth = 0;
        Relation relation = Relation.of(checked(json, () -> node(json)));
        depths.add(depth + 1);
        if (depth > PlanJson.MOST_DEPTH) {
            throw new PlanException("%s: more than %d levels deep".formatted(json.place(), PlanJson.MOST_DEPTH));
        }
        relations.add(json.has("label") ? relation.as(json.get("label").text()) : relation);
    }

    private Node node(Json json) {
        String kind = json.get("node").text();
        return switch (kind) {
            case "scan" -> new Node.Scan(table(json));
            case "filter" -> new Node.Filter(input(json.get("input")), expr(json.get("predicate")));
            case "project" ->
                new Node.Project(
                        input(json.get("input")),
                        json.get("columns").items().stream().map(this::named).toList());
            case "join" ->
                new Node.Join(
                        input(json.get("left")),
                        input(json.get("right")),
                        json.get("kind").constant(Node.Join.Kind.class),
                        json.get("keys").items().stream()
                                .map(key -> new Node.Join.Key(
                                        key.get("left").text(), key.get("right").text()))
                                .toList());
            case "aggregate" ->
                new Node.Aggregate(
                        input(json.get("input")),
                        json.get("by").texts(),
                        json.get("aggregations").items().stream()
                                .map(this::aggregation)
                                .toList());
            case "union" ->
                new Node.Union(
                        json.get("inputs").items().stream().map(this::input).toList());
            case "top" ->
                new Node.Top(
                        input(json.get("input")),
                        json.get("count").whole(),
                        json.get("order").items().stream()
                                .map(key -> new SortKey(
                                        key.get("column").text(),
                                        key.get("descending").truth()))
                                .toList());
            case "distinct" -> new Node.Distinct(input(json.get("input")));
            default -> throw json.get("node").wrong("a kind of node");
        };
    }

    /** A relation of the list before the one that is read: so there is no cycle. */
    private Relation input(Json json) {
        long place = json.whole();
        if (place < 0 || place >= relations.size()) {
            throw json.wrong("a node before this one");
        }
        depth = Math.max(depth, depths.get((int) place));
        return relations.get((int) place);
    }

    private static Table table(Json json) {
        return new Table(
                json.get("table").text(),
                json.get("time").text(),
                new Schema(json.get("schema").items().stream()
                        .map(field -> new Field(
                                field.get("name").text(), field.get("type").constant(Type.class)))
                        .toList()),
                new HashSet<>(json.get("required").texts()),
                new HashSet<>(json.get("nonNull").texts()));
    }

    private Named named(Json json) {
        return new Named(json.get("name").text(), expr(json.get("expr")));
    }

    private Aggregation aggregation(Json json) {
        return checked(
                json,
                () -> new Aggregation(
                        json.get("function").constant(AggregateFunction.class),
                        json.get("args").items().stream().map(this::expr).toList(),
                        json.get("names").texts()));
    }

    private Expr expr(Json json) {
        return checked(json, () -> unchecked(json));
    }

    private Expr unchecked(Json json) {
        String kind = json.get("expr").text();
        return switch (kind) {
            case "column" ->
                new Expr.Column(json.get("name").text(), json.get("type").constant(Type.class));
            case "literal" -> literal(json.get("value"), json.get("type").constant(Type.class));
            case "call" ->
                new Expr.Call(
                        json.get("function").constant(Function.class),
                        json.get("args").items().stream().map(this::expr).toList(),
                        json.get("type").constant(Type.class));
            case "match" ->
                new Expr.Match(
                        expr(json.get("text")),
                        json.get("op").constant(Expr.Match.Op.class),
                        json.get("ignoreCase").truth(),
                        json.get("literals").texts());
            case "in" ->
                new Expr.In(json.get("keys").items().stream().map(this::expr).toList(), input(json.get("relation")));
            case "param" -> new Expr.Param(json.get("name").constant(Expr.Param.Name.class));
            default -> throw json.get("expr").wrong("a kind of expression");
        };
    }

    private static Expr literal(Json value, Type type) {
        if (value.value().isNull()) {
            return new Expr.Literal(null, type);
        }
        return new Expr.Literal(
                switch (type) {
                    case BOOL -> value.truth();
                    case LONG, TIMESTAMP, DURATION -> value.whole();
                    case DOUBLE -> number(value);
                    case STRING, DYNAMIC -> value.text();
                },
                type);
    }

    private static double number(Json json) {
        try {
            return Double.parseDouble(json.text());
        } catch (NumberFormatException e) {
            throw json.wrong("a number in quotes");
        }
    }

    private interface Making<T> {
        T make();
    }

    /** What a constructor refuses is told with its place; the innermost place wins. */
    private static <T> T checked(Json json, Making<T> making) {
        try {
            return making.make();
        } catch (PlanException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("plan.") ? e : new PlanException(json.place() + ": " + message);
        } catch (IllegalArgumentException e) {
            throw new PlanException(json.place() + ": " + e.getMessage());
        }
    }
}
