package dev.grebe.testing;

import dev.grebe.engine.Query;
import dev.grebe.engine.Settings;
import dev.grebe.plan.AggregateFunction;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.SortKey;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A case from a seed. Plans grow step by step from the relations that are there, so these are shared; steps that would
 * make more rows or columns than nested loops like are left out.
 */
final class RandomPlans {
    private static final long MOST_ROWS = 1_500;
    /** Pairs that are tried to learn how many rows a join has. */
    private static final long MOST_PAIRS = 60_000;

    private static final int MOST_COLUMNS = 24;
    private static final List<Duration> REACHES =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(11), Duration.ofDays(1));

    private final Random random;
    private final RandomTables tables;
    private final RandomExprs exprs;
    private final List<Relation> relations = new ArrayList<>();
    private final Map<Relation, Long> sizes = new HashMap<>();
    private int names;

    private RandomPlans(long seed) {
        // The first numbers of near seeds are alike; a few throws part them.
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        tables = new RandomTables(random);
        exprs = new RandomExprs(random, this::anyRelation);
    }

    /** The same seed gives the same case. */
    static Case of(long seed) {
        return new RandomPlans(seed).make();
    }

    private Case make() {
        for (Table table : tables.tables()) {
            add(Relation.scan(table), tables.literals().get(table.name()).rows().size());
        }
        List<Query> queries = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            for (int steps = 2 + random.nextInt(6); steps > 0; steps--) {
                step();
            }
            Relation last = relations.get(relations.size() - 1);
            queries.add(new Query("query" + i, last, exprs.any(REACHES), exprs.any(REACHES)));
        }
        return new Case(queries, tables.literals(), window(), layout(), settings());
    }

    private Window window() {
        if (random.nextBoolean()) {
            return Window.ALL;
        }
        long a = RandomValues.time(random);
        long b = RandomValues.time(random);
        @Nullable Long from = random.nextInt(4) == 0 ? null : (Long) Math.min(a, b);
        @Nullable Long to = random.nextInt(4) == 0 ? null : (Long) (Math.max(a, b) + random.nextInt(2));
        return from != null && to != null && from >= to ? new Window(from, null) : new Window(from, to);
    }

    private Layout layout() {
        return new Layout(
                exprs.any(List.of(1, 3, 4096)),
                1 + random.nextInt(4),
                random.nextBoolean(),
                exprs.any(List.of(Layout.Coding.values())),
                random.nextBoolean());
    }

    private Settings settings() {
        return new Settings(exprs.any(List.of(1, 2, 5)), 256L << 20, exprs.any(List.of(1, 3, 4096)));
    }

    /** Late ones more often, so that plans grow deep. */
    private Relation anyRelation() {
        int size = relations.size();
        return relations.get(Math.max(random.nextInt(size), random.nextInt(size)));
    }

    private long size(Relation relation) {
        return sizes.getOrDefault(relation, MOST_ROWS);
    }

    private void add(Relation relation, long rows) {
        Relation added = random.nextInt(3) == 0 ? relation.as("label" + random.nextInt(4)) : relation;
        if (rows <= MOST_ROWS && relation.schema().size() <= MOST_COLUMNS) {
            relations.add(added);
            sizes.put(added, rows);
        }
    }

    private void step() {
        Relation input = anyRelation();
        switch (random.nextInt(12)) {
            case 0, 1 -> add(input.where(exprs.predicate(input)), size(input));
            case 2 -> add(projected(input), size(input));
            case 3 -> add(renamed(input), size(input));
            case 4, 5 -> join(input, anyRelation(), exprs.any(List.of(Node.Join.Kind.values())));
            case 6, 7 -> intervalJoin(input, anyRelation());
            case 8 -> aggregate(input);
            case 9 -> union(input);
            case 10 -> top(input);
            default -> distinct(input);
        }
    }

    private Relation projected(Relation input) {
        List<Named> columns = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String name = random.nextInt(3) == 0 ? exprs.any(input.schema().names()) : "x" + names++;
            if (columns.stream().noneMatch(column -> column.name().equals(name))) {
                columns.add(new Named(name, exprs.of(exprs.any(List.of(Type.values())), input, 2)));
            }
        }
        return random.nextBoolean()
                ? input.extend(columns.toArray(Named[]::new))
                : input.project(columns.toArray(Named[]::new));
    }

    private Relation renamed(Relation input) {
        return input.rename(exprs.any(input.schema().names()), "x" + names++);
    }

    private Optional<Relation> join(Relation left, Relation right, Node.Join.Kind kind) {
        List<Node.Join.Key> possible = new ArrayList<>();
        for (Field a : left.schema().fields()) {
            for (Field b : right.schema().fields()) {
                boolean fits = a.type() == b.type() && a.type().isComparable();
                // Columns of one name are the natural keys.
                if (fits && (a.name().equals(b.name()) || random.nextInt(6) == 0)) {
                    possible.add(new Node.Join.Key(a.name(), b.name()));
                }
            }
        }
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        List<Node.Join.Key> keys = new ArrayList<>();
        for (int count = Math.max(1, random.nextInt(4)); count > 0; count--) {
            keys.add(exprs.any(possible));
        }
        Relation joined = left.join(right, kind, keys.stream().distinct().toList());
        boolean isWide = kind == Node.Join.Kind.INNER || kind == Node.Join.Kind.LEFT_OUTER;
        long pairs = size(left) * Math.max(1, size(right));
        long rows = !isWide && pairs <= MOST_PAIRS ? size(left) : measured(joined, pairs);
        add(joined, rows);
        return rows <= MOST_ROWS ? Optional.of(joined) : Optional.empty();
    }

    /** Rows at most, or too many where they are too many to count. */
    private long measured(Relation joined, long pairs) {
        boolean isWorthIt = pairs > MOST_ROWS && pairs <= MOST_PAIRS;
        return isWorthIt
                ? Naive.evaluate(joined, tables.literals(), Moment.ALL).rows().size()
                : pairs;
    }

    /** A join of which only pairs near in time are wanted. */
    private void intervalJoin(Relation left, Relation right) {
        Optional<Relation> joined = join(left, right, Node.Join.Kind.INNER);
        List<String> leftTimes = times(left);
        if (joined.isEmpty() || leftTimes.isEmpty()) {
            return;
        }
        List<String> rightTimes = new ArrayList<>(times(joined.get()));
        rightTimes.removeAll(leftTimes);
        if (rightTimes.isEmpty()) {
            return;
        }
        Expr a = joined.get().column(exprs.any(leftTimes));
        Expr b = joined.get().column(exprs.any(rightTimes));
        Expr distance = random.nextBoolean() ? exprs.difference(a, b) : exprs.difference(b, a);
        Object low = (long) (random.nextInt(4) - 2);
        Object high = exprs.any(List.of(-1L, 0L, 1L, 10L, 60L));
        if (random.nextInt(4) == 0) {
            distance = random.nextBoolean() ? a.minus(b) : b.minus(a);
            low = Duration.ofMillis(exprs.any(List.of(-1_000, 0, 100)));
            high = Duration.ofMillis(exprs.any(List.of(0, 1_000, 10_900)));
        }
        Expr near = switch (random.nextInt(4)) {
            case 0 -> distance.isAtLeast(low);
            case 1 -> distance.isLessThan(high);
            case 2 -> distance.isGreaterThan(low).and(distance.isAtMost(high));
            default -> distance.isBetween(low, high);
        };
        Expr predicate = random.nextInt(3) == 0 ? near.and(exprs.predicate(joined.get())) : near;
        add(joined.get().where(predicate), size(joined.get()));
    }

    private static List<String> times(Relation relation) {
        return relation.schema().fields().stream()
                .filter(field -> field.type() == Type.TIMESTAMP)
                .map(Field::name)
                .toList();
    }

    private void aggregate(Relation input) {
        List<String> comparable = comparable(input);
        List<String> by = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0 && !comparable.isEmpty(); count--) {
            String name = exprs.any(comparable);
            if (!by.contains(name)) {
                by.add(name);
            }
        }
        List<Aggregation> aggregations = new ArrayList<>();
        for (int count = by.isEmpty() ? 1 + random.nextInt(3) : random.nextInt(4); count > 0; count--) {
            aggregations.add(aggregation(exprs.any(List.of(AggregateFunction.values())), input));
        }
        add(input.summarize(by, aggregations.toArray(Aggregation[]::new)), Math.max(1, size(input)));
    }

    private Aggregation aggregation(AggregateFunction function, Relation input) {
        List<Type> types = function == AggregateFunction.SUM
                ? List.of(Type.LONG, Type.DOUBLE, Type.DURATION)
                : List.of(Type.BOOL, Type.LONG, Type.DOUBLE, Type.STRING, Type.TIMESTAMP, Type.DURATION);
        int count = function == AggregateFunction.COUNT
                ? 0
                : function == AggregateFunction.ARG_MAX ? 1 + random.nextInt(3) : 1;
        List<Expr> args = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            args.add(exprs.of(exprs.any(types), input, random.nextInt(2)));
        }
        for (int i = 0; i < Math.max(1, count); i++) {
            results.add("x" + names++);
        }
        return new Aggregation(function, args, results);
    }

    private void union(Relation input) {
        Relation other = anyRelation();
        if (other.schema().equals(input.schema())) {
            add(input.union(other), size(input) + size(other));
            return;
        }
        String[] common = input.schema().fields().stream()
                .filter(other.schema().fields()::contains)
                .map(Field::name)
                .toArray(String[]::new);
        if (common.length > 0) {
            add(input.project(common).union(other.project(common)), size(input) + size(other));
        } else {
            add(input.union(input.where(exprs.predicate(input))), 2 * size(input));
        }
    }

    private void top(Relation input) {
        List<String> comparable = comparable(input);
        List<SortKey> order = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0 && !comparable.isEmpty(); count--) {
            order.add(new SortKey(exprs.any(comparable), random.nextBoolean()));
        }
        add(input.top(random.nextInt(6), order.toArray(SortKey[]::new)), Math.min(5, size(input)));
    }

    private void distinct(Relation input) {
        List<String> some =
                comparable(input).stream().filter(name -> random.nextBoolean()).toList();
        if (!some.isEmpty()) {
            add(input.distinct(some.toArray(String[]::new)), size(input));
        }
    }

    private static List<String> comparable(Relation relation) {
        return relation.schema().fields().stream()
                .filter(field -> field.type().isComparable())
                .map(Field::name)
                .toList();
    }
}
