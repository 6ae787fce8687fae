package dev.grebe.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link Relation} is made of: a small closed algebra over bags of rows. A row's place in a bag means nothing;
 * duplicates count. Constructors check names and types, so that a tree that was read from somewhere is as sound as one
 * that was built by the verbs.
 */
public sealed interface Node {
    /** The columns of the rows. */
    Schema schema();

    /** The relations read, expressions' included, without repetition of their own inputs. */
    List<Relation> inputs();

    /** All rows of a table. */
    record Scan(Table table) implements Node {
        @Override
        public Schema schema() {
            return table.schema();
        }

        @Override
        public List<Relation> inputs() {
            return List.of();
        }
    }

    /** The rows for which the predicate is true; null is not. */
    record Filter(Relation input, Expr predicate) implements Node {
        /** @throws PlanException if a column is not the input's, or the predicate no BOOL */
        public Filter {
            Names.resolve(predicate, input);
            if (predicate.type() != Type.BOOL) {
                throw new PlanException("where takes BOOL, %s is %s".formatted(predicate, predicate.type()));
            }
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Relation> inputs() {
            return Names.inputs(List.of(input), List.of(predicate));
        }
    }

    /** One row for each, of these columns alone. */
    record Project(Relation input, List<Named> columns) implements Node {
        /** @throws PlanException if a column is not the input's, or a name stands twice */
        public Project {
            columns = List.copyOf(columns);
            columns.forEach(column -> Names.resolve(column.expr(), input));
            new Schema(columns.stream().map(Named::field).toList());
        }

        @Override
        public Schema schema() {
            return new Schema(columns.stream().map(Named::field).toList());
        }

        @Override
        public List<Relation> inputs() {
            return Names.inputs(
                    List.of(input), columns.stream().map(Named::expr).toList());
        }
    }

    /**
     * Rows of the left and right whose keys are all equal; null never is, {@code ""} equals {@code ""}, text is compared
     * case-sensitively. INNER and LEFT_OUTER give left columns, then right ones, keys included; a right name that is
     * taken gets the smallest numeric suffix free, with all original names of both sides reserved first (Kusto's rule:
     * {@code [c, c, c1]} becomes {@code [c, c2, c1]}). SEMI and ANTI give the left rows that have a match, or none.
     * LEFT_OUTER fills with null and {@code ""}.
     */
    record Join(Relation left, Relation right, Kind kind, List<Key> keys) implements Node {
        /** Which rows a join gives. */
        public enum Kind {
            /** A row for each pair. */
            INNER,
            /** As INNER, and each left row without a match once. */
            LEFT_OUTER,
            /** Left rows with a match, once each. */
            SEMI,
            /** Left rows without a match. */
            ANTI
        }

        /** Two columns that must be equal, of one type. */
        public record Key(String left, String right) {
            @Override
            public String toString() {
                return left.equals(right) ? left : "$left." + left + " == $right." + right;
            }
        }

        /** @throws PlanException if there is no key, or one is missing, DYNAMIC, or of two types */
        public Join {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new PlanException("join needs a key");
            }
            for (Key key : keys) {
                Type leftType = left.schema().type(key.left(), left.name());
                Type rightType = right.schema().type(key.right(), right.name());
                if (leftType != rightType || !leftType.isComparable()) {
                    throw new PlanException("join key '%s' is %s on the left and %s on the right"
                            .formatted(key.left(), leftType, rightType));
                }
            }
        }

        /** Whether right columns are part of the rows. */
        public boolean isWide() {
            return kind == Kind.INNER || kind == Kind.LEFT_OUTER;
        }

        @Override
        public Schema schema() {
            return isWide() ? Names.joined(left.schema(), right.schema()) : left.schema();
        }

        @Override
        public List<Relation> inputs() {
            return List.of(left, right);
        }
    }

    /** One row for each distinct combination of {@code by}, these columns first, then the aggregates'. */
    record Aggregate(Relation input, List<String> by, List<Aggregation> aggregations) implements Node {
        /** @throws PlanException if a column is not the input's, DYNAMIC in {@code by}, or a name stands twice */
        public Aggregate {
            by = List.copyOf(by);
            aggregations = List.copyOf(aggregations);
            by.forEach(column -> Names.requireKey(input, column, "summarize by"));
            aggregations.forEach(aggregation -> aggregation.args().forEach(arg -> Names.resolve(arg, input)));
            Names.aggregated(input.schema(), by, aggregations);
        }

        @Override
        public Schema schema() {
            return Names.aggregated(input.schema(), by, aggregations);
        }

        @Override
        public List<Relation> inputs() {
            return Names.inputs(
                    List.of(input),
                    aggregations.stream().flatMap(a -> a.args().stream()).toList());
        }
    }

    /** All rows of all inputs, whose schemas are equal. */
    record Union(List<Relation> inputs) implements Node {
        /** @throws PlanException if there is no input, or their schemas differ */
        public Union {
            inputs = List.copyOf(inputs);
            if (inputs.isEmpty()) {
                throw new PlanException("union of nothing");
            }
            Schema first = inputs.get(0).schema();
            for (Relation input : inputs) {
                if (!input.schema().equals(first)) {
                    throw new PlanException("union of %s and %s".formatted(first, input.schema()));
                }
            }
        }

        @Override
        public Schema schema() {
            return inputs.get(0).schema();
        }
    }

    /** The first {@code count} rows in this order; ties by the whole row, ascending, column by column. */
    record Top(Relation input, long count, List<SortKey> order) implements Node {
        /** @throws PlanException if the count is negative, or a column missing or DYNAMIC */
        public Top {
            order = List.copyOf(order);
            if (count < 0) {
                throw new PlanException("top %d is negative".formatted(count));
            }
            for (SortKey key : order) {
                Names.requireKey(input, key.column(), "top by");
            }
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Relation> inputs() {
            return List.of(input);
        }
    }

    /** Each distinct row once; null equals null. No DYNAMIC columns. */
    record Distinct(Relation input) implements Node {
        /** @throws PlanException if a column is DYNAMIC */
        public Distinct {
            Set<String> seen = new HashSet<>(input.schema().names());
            seen.forEach(column -> Names.requireKey(input, column, "distinct"));
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Relation> inputs() {
            return List.of(input);
        }
    }
}
