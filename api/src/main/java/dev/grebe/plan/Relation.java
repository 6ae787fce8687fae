package dev.grebe.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bag of rows that a plan computes: immutable, always knows its {@link Schema}. The verbs are KQL's; each checks names
 * and types when it is called, and throws {@link PlanException}, with the nearest names, if they do not fit. Relations
 * form a DAG and may be shared; equal ones are evaluated once. A label names a relation for people (counts of rows per
 * label are a run's funnel) and takes no part in equality.
 */
@SuppressWarnings("ReferenceEquality")
public final class Relation {
    private final Node node;
    private final Schema schema;
    private final @Nullable String label;
    private final int hash;
    /** One of the relations found equal to this, or itself: what was compared once is not walked again. */
    private Relation known = this;

    private Relation(Node node, @Nullable String label) {
        this.node = node;
        this.schema = node.schema();
        this.label = label;
        this.hash = node.hashCode();
    }

    /** The relation of a node. */
    public static Relation of(Node node) {
        return new Relation(node, null);
    }

    /** All rows of a table. */
    public static Relation scan(Table table) {
        return of(new Node.Scan(table));
    }

    /** The columns of the rows. */
    public Schema schema() {
        return schema;
    }

    /** What computes the rows. */
    public Node node() {
        return node;
    }

    /** The name given by {@link #as}, if this relation itself was given one. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** This relation under a name, which {@code explain} and {@code run.json} show. */
    public Relation as(String label) {
        return new Relation(node, label);
    }

    /** {@code where}: the rows for which the predicate is true. */
    public Relation where(Expr predicate) {
        return of(new Node.Filter(this, predicate));
    }

    /** {@code project} of columns as they are. */
    public Relation project(String... columns) {
        return project(Arrays.stream(columns).map(this::same).toArray(Named[]::new));
    }

    /** {@code project} of expressions. */
    public Relation project(Named... columns) {
        return of(new Node.Project(this, List.of(columns)));
    }

    /**
     * {@code extend}: these columns after the others. One that exists is removed and appended at the end, as Kusto's
     * documentation says (its code replaces in place).
     */
    public Relation extend(Named... columns) {
        Set<String> replaced =
                new LinkedHashSet<>(Arrays.stream(columns).map(Named::name).toList());
        Stream<Named> kept =
                schema.names().stream().filter(name -> !replaced.contains(name)).map(this::same);
        return of(new Node.Project(
                this, Stream.concat(kept, Arrays.stream(columns)).toList()));
    }

    /** {@code project-rename to = from}: in place. */
    public Relation rename(String from, String to) {
        schema.index(from, name());
        return of(new Node.Project(
                this,
                schema.fields().stream()
                        .map(field -> new Named(field.name().equals(from) ? to : field.name(), column(field.name())))
                        .toList()));
    }

    /** {@code project-away}: all columns but these. */
    public Relation without(String... columns) {
        List<String> removed = List.of(columns);
        removed.forEach(column -> schema.index(column, name()));
        return project(
                schema.names().stream().filter(name -> !removed.contains(name)).toArray(String[]::new));
    }

    /** {@code join kind=inner} on columns of the same name. */
    public Relation join(Relation right, String... on) {
        return join(right, Node.Join.Kind.INNER, keys(on));
    }

    /** {@code join kind=leftouter} on columns of the same name. */
    public Relation leftOuterJoin(Relation right, String... on) {
        return join(right, Node.Join.Kind.LEFT_OUTER, keys(on));
    }

    /** {@code join kind=leftsemi} on columns of the same name. */
    public Relation semiJoin(Relation right, String... on) {
        return join(right, Node.Join.Kind.SEMI, keys(on));
    }

    /** {@code join kind=leftanti} on columns of the same name: a row with a null key has no match and stays. */
    public Relation antiJoin(Relation right, String... on) {
        return join(right, Node.Join.Kind.ANTI, keys(on));
    }

    /** A join of any kind, on columns of any name. */
    public Relation join(Relation right, Node.Join.Kind kind, List<Node.Join.Key> keys) {
        return of(new Node.Join(this, right, kind, keys));
    }

    /** {@code summarize aggregations by columns}. */
    public Relation summarize(List<String> by, Aggregation... aggregations) {
        return of(new Node.Aggregate(this, by, List.of(aggregations)));
    }

    /** {@code union} with relations of the same schema. */
    public Relation union(Relation... others) {
        List<Relation> all = new ArrayList<>(List.of(this));
        all.addAll(List.of(others));
        return of(new Node.Union(all));
    }

    /** {@code top count by order}: see {@link Node.Top}. */
    public Relation top(long count, SortKey... order) {
        return of(new Node.Top(this, count, List.of(order)));
    }

    /** {@code distinct columns}; all of them if none is named. */
    public Relation distinct(String... columns) {
        Relation input = columns.length == 0 ? this : project(columns);
        return of(new Node.Distinct(input));
    }

    /**
     * One of the columns, typed.
     *
     * @throws PlanException if there is none of that name
     */
    public Expr.Column column(String name) {
        return new Expr.Column(name, schema.type(name, name()));
    }

    /** What messages call it: its label, its table, or the first of its inputs that has one. */
    public String name() {
        if (label != null) {
            return label;
        }
        return node instanceof Node.Scan scan
                ? scan.table().name()
                : node.inputs().get(0).name();
    }

    private Named same(String column) {
        return new Named(column, column(column));
    }

    private static List<Node.Join.Key> keys(String... on) {
        return Arrays.stream(on).map(name -> new Node.Join.Key(name, name)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Relation relation) || hash != relation.hash) {
            return this == other;
        }
        Relation own = representative();
        Relation others = relation.representative();
        if (own != others && !own.node.equals(others.node)) {
            return false;
        }
        remember(own, others);
        return true;
    }

    /**
     * Without this, two DAGs that share at every level would be compared as the trees they stand for. References run
     * from the greater identity to the lesser, so threads that race cannot close a circle.
     */
    private static void remember(Relation left, Relation right) {
        int order = Integer.compare(System.identityHashCode(left), System.identityHashCode(right));
        if (order < 0) {
            right.known = left;
        } else if (order > 0) {
            left.known = right;
        }
    }

    private Relation representative() {
        Relation found = this;
        while (found.known != found) {
            found = found.known;
        }
        known = found;
        return found;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The plan as text in the manner of KQL: a {@code let} for each relation that has a label or stands twice. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
