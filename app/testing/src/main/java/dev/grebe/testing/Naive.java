package dev.grebe.testing;

import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.SortKey;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan means, evaluated as slowly and plainly as possible: nested loops over lists of rows. It is the oracle for
 * engines and shares no code with them. Values are {@link Type#literal} objects; null is a missing value of every type
 * but STRING.
 *
 * <p>It follows the Javadoc of {@link dev.grebe.plan} and, where that leaves something open, these choices:
 *
 * <ul>
 *   <li><b>Order</b> (results, {@code top}, ties, {@code min}, {@code max}, {@code arg_max}, {@code make_set}) is one
 *       total order: null, then values; DOUBLE: NaN, -inf, .., -0.0, 0.0, .., +inf; false before true; STRING, and
 *       DYNAMIC by its JSON text, by unsigned UTF-8 bytes. Descending is its exact reverse. So {@code min} is NaN if
 *       there is a NaN, {@code max} only if there is nothing else.
 *   <li><b>Keys</b> ({@code by}, {@code distinct}, {@code make_set}): -0.0 and 0.0 are one key, whose value is 0.0; NaN
 *       is one key; null is one key. Keys of joins and {@code in} compare as {@code ==} does: NaN and null never match;
 *       -0.0 matches 0.0 and both sides keep their own sign.
 *   <li><b>Window</b>: a row of a windowed table is read if its time is in {@code [from - before, to + after)}, computed
 *       without overflow; a null time only if both ends are open. Tables of state are read whole. A column that the lake
 *       lacks is null, {@code ""} for STRING.
 *   <li><b>Labels</b>: the count is that of the whole labelled relation, wherever it stands (in {@code in} too). Order
 *       and repetition: see {@link #labels}.
 *   <li><b>TIMESTAMP results</b> of {@code + - bin} outside of the years 1 to 9999 are null, as are whole results outside
 *       of 64 bits. Given values outside are compared and printed like any other.
 *   <li><b>{@code bin}</b> of DOUBLE is {@code floor(v / size) * size} in IEEE arithmetic; a NaN size gives NaN.
 *   <li><b>{@code sum}</b> of DOUBLE: NaN, or infinities of both signs, give NaN; else infinity; else the exact sum rounded
 *       once (to infinity if it is too large); an exact sum of zero is 0.0, also of -0.0 alone. Of no values 0 or 0.0.
 *   <li><b>Text of DOUBLE</b>: the fewest digits that read back, the nearest of these to the value, with the even last
 *       digit if two are; {@code d.d} for 0 and 1e-5 &lt;= |v| &lt; 1e15, else {@code 1e15}, {@code 1.5e-7}: no point after a single digit, no plus, no padding. -0.0 is {@code -0.0}.
 *   <li><b>Text of TIMESTAMP</b> outside of the years 0 to 9999: the year has a sign and at least four digits, as in ISO
 *       8601: {@code +12017-..}, {@code -0001-..}.
 *   <li><b>DYNAMIC</b>: a part of a value is its text as it stands; only {@code parse_json} writes a value anew. What
 *       {@code make_set} writes is what {@code pack_array} writes, without nulls.
 *   <li><b>{@code arg_max}</b> of no rows is null, {@code ""} for STRING, as are {@code min} and {@code max}.
 * </ul>
 */
public final class Naive {
    private final Map<String, TableLiteral> tables;
    private final NaiveScalar scalar;
    private final @Nullable BigInteger from;
    private final @Nullable BigInteger to;
    private final Map<Relation, List<List<@Nullable Object>>> known = new HashMap<>();

    private Naive(Map<String, TableLiteral> tables, Moment moment) {
        this.tables = tables;
        this.scalar = new NaiveScalar(moment.params(), this::rows);
        this.from = moment.readFrom();
        this.to = moment.readTo();
    }

    /** The rows of a relation over these tables, by name, in ascending order of all columns. */
    public static Answer evaluate(Relation relation, Map<String, TableLiteral> tables, Moment moment) {
        Naive naive = new Naive(tables, moment);
        List<List<@Nullable Object>> rows = new ArrayList<>(naive.rows(relation));
        rows.sort(Order.ROWS);
        Map<Label, Integer> labels = naive.labels(relation);
        return new Answer(
                relation.schema(),
                Collections.unmodifiableList(rows),
                labels.entrySet().stream()
                        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                        .toList());
    }

    /**
     * What a relation is.
     *
     * @param labels {@code label=rows}, inputs before what is made of them
     */
    public record Answer(Schema schema, List<List<@Nullable Object>> rows, List<String> labels) {}

    private record Label(String name, Relation relation) {}

    /**
     * Each relation object is visited once, after its {@link Node#inputs}; equal relations under one label count once,
     * under two labels twice, and two relations under one label are two lines.
     */
    private Map<Label, Integer> labels(Relation root) {
        Map<Label, Integer> labels = new LinkedHashMap<>();
        collectLabels(root, Collections.newSetFromMap(new IdentityHashMap<>()), labels);
        return labels;
    }

    private void collectLabels(Relation relation, Set<Relation> visited, Map<Label, Integer> labels) {
        if (visited.add(relation)) {
            relation.node().inputs().forEach(input -> collectLabels(input, visited, labels));
            relation.label()
                    .ifPresent(name ->
                            labels.put(new Label(name, relation), rows(relation).size()));
        }
    }

    private List<List<@Nullable Object>> rows(Relation relation) {
        List<List<@Nullable Object>> rows = known.get(relation);
        if (rows == null) {
            rows = rows(relation.node());
            known.put(relation, rows);
        }
        return rows;
    }

    private List<List<@Nullable Object>> rows(Node node) {
        if (node instanceof Node.Scan scan) {
            return scan(scan.table());
        } else if (node instanceof Node.Filter filter) {
            return filter(filter);
        } else if (node instanceof Node.Project project) {
            return project(project);
        } else if (node instanceof Node.Join join) {
            return join(join);
        } else if (node instanceof Node.Aggregate aggregate) {
            return aggregate(aggregate);
        } else if (node instanceof Node.Union union) {
            List<List<@Nullable Object>> all = new ArrayList<>();
            union.inputs().forEach(input -> all.addAll(rows(input)));
            return all;
        } else if (node instanceof Node.Top top) {
            return top(top);
        } else if (node instanceof Node.Distinct distinct) {
            return distinct(rows(distinct.input()));
        }
        throw new IllegalArgumentException("unknown node " + node.getClass());
    }

    private List<List<@Nullable Object>> scan(Table table) {
        TableLiteral literal = tables.get(table.name());
        if (literal == null) {
            throw new IllegalArgumentException("no rows are given for table " + table.name());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> given : literal.rows()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Field field : table.schema().fields()) {
                row.add(literal.value(given, field));
            }
            if (!table.isWindowed() || isRead(row.get(table.schema().index(table.time(), table.name())))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean isRead(@Nullable Object time) {
        if (time == null) {
            return from == null && to == null;
        }
        BigInteger ticks = BigInteger.valueOf((Long) time);
        return (from == null || ticks.compareTo(from) >= 0) && (to == null || ticks.compareTo(to) < 0);
    }

    private List<List<@Nullable Object>> filter(Node.Filter filter) {
        List<List<@Nullable Object>> kept = new ArrayList<>();
        for (List<@Nullable Object> row : rows(filter.input())) {
            if (Boolean.TRUE.equals(value(filter.predicate(), filter.input(), row))) {
                kept.add(row);
            }
        }
        return kept;
    }

    private List<List<@Nullable Object>> project(Node.Project project) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : rows(project.input())) {
            List<@Nullable Object> made = new ArrayList<>();
            for (Named column : project.columns()) {
                made.add(value(column.expr(), project.input(), row));
            }
            rows.add(made);
        }
        return rows;
    }

    private List<List<@Nullable Object>> join(Node.Join join) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> left : rows(join.left())) {
            List<List<@Nullable Object>> matches = matches(join, left);
            switch (join.kind()) {
                case INNER -> matches.forEach(right -> rows.add(joined(left, right)));
                case LEFT_OUTER -> {
                    matches.forEach(right -> rows.add(joined(left, right)));
                    if (matches.isEmpty()) {
                        rows.add(joined(left, nothing(join.right().schema())));
                    }
                }
                case SEMI -> {
                    if (!matches.isEmpty()) {
                        rows.add(left);
                    }
                }
                case ANTI -> {
                    if (matches.isEmpty()) {
                        rows.add(left);
                    }
                }
            }
        }
        return rows;
    }

    private List<List<@Nullable Object>> matches(Node.Join join, List<@Nullable Object> left) {
        List<List<@Nullable Object>> matches = new ArrayList<>();
        for (List<@Nullable Object> right : rows(join.right())) {
            boolean equal = true;
            for (Node.Join.Key key : join.keys()) {
                Object leftKey = cell(join.left(), left, key.left());
                Object rightKey = cell(join.right(), right, key.right());
                equal = equal && Boolean.TRUE.equals(NaiveLogic.equal(leftKey, rightKey));
            }
            if (equal) {
                matches.add(right);
            }
        }
        return matches;
    }

    private List<List<@Nullable Object>> aggregate(Node.Aggregate aggregate) {
        Map<List<@Nullable Object>, List<List<@Nullable Object>>> groups = new LinkedHashMap<>();
        if (aggregate.by().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (List<@Nullable Object> row : rows(aggregate.input())) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String column : aggregate.by()) {
                key.add(Order.key(cell(aggregate.input(), row, column)));
            }
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups.forEach((key, members) -> {
            List<@Nullable Object> row = new ArrayList<>(key);
            aggregate.aggregations().forEach(a -> row.addAll(aggregated(a, aggregate.input(), members)));
            rows.add(row);
        });
        return rows;
    }

    private List<@Nullable Object> aggregated(
            Aggregation aggregation, Relation input, List<List<@Nullable Object>> members) {
        List<List<@Nullable Object>> arguments = new ArrayList<>();
        for (List<@Nullable Object> row : members) {
            List<@Nullable Object> values = new ArrayList<>();
            aggregation.args().forEach(arg -> values.add(value(arg, input, row)));
            arguments.add(values);
        }
        return NaiveAggregates.of(aggregation, arguments);
    }

    private List<List<@Nullable Object>> top(Node.Top top) {
        List<List<@Nullable Object>> rows = new ArrayList<>(rows(top.input()));
        rows.sort((a, b) -> compare(top, a, b));
        return rows.subList(0, (int) Math.min(rows.size(), top.count()));
    }

    private static int compare(Node.Top top, List<@Nullable Object> left, List<@Nullable Object> right) {
        for (SortKey key : top.order()) {
            int order = Order.compare(cell(top.input(), left, key.column()), cell(top.input(), right, key.column()));
            if (order != 0) {
                return key.descending() ? -order : order;
            }
        }
        return Order.ROWS.compare(left, right);
    }

    private static List<List<@Nullable Object>> distinct(List<List<@Nullable Object>> rows) {
        Set<List<@Nullable Object>> distinct = new LinkedHashSet<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            row.forEach(value -> key.add(Order.key(value)));
            distinct.add(key);
        }
        return new ArrayList<>(distinct);
    }

    private @Nullable Object value(Expr expr, Relation input, List<@Nullable Object> row) {
        return scalar.value(expr, column -> cell(input, row, column));
    }

    private static @Nullable Object cell(Relation relation, List<@Nullable Object> row, String column) {
        return row.get(relation.schema().index(column, relation.name()));
    }

    private static List<@Nullable Object> joined(List<@Nullable Object> left, List<@Nullable Object> right) {
        List<@Nullable Object> row = new ArrayList<>(left);
        row.addAll(right);
        return row;
    }

    /** A row in which every value is missing. */
    private static List<@Nullable Object> nothing(Schema schema) {
        List<@Nullable Object> row = new ArrayList<>();
        schema.fields().forEach(field -> row.add(missing(field.type())));
        return row;
    }

    static @Nullable Object missing(Type type) {
        return type == Type.STRING ? "" : null;
    }
}
