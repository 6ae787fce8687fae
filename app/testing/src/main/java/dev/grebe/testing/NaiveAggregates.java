package dev.grebe.testing;

import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Aggregates over the argument values of a group's rows. */
final class NaiveAggregates {
    private static final int LARGEST_SET = 1_048_576;

    private NaiveAggregates() {}

    /** The result columns. */
    static List<@Nullable Object> of(Aggregation aggregation, List<List<@Nullable Object>> rows) {
        return switch (aggregation.function()) {
            case COUNT -> List.of((long) rows.size());
            case SUM -> Collections.singletonList(sum(values(rows), type(aggregation)));
            case MIN ->
                Collections.singletonList(
                        values(rows).stream().min(Order::compare).orElseGet(() -> orMissing(aggregation)));
            case MAX ->
                Collections.singletonList(
                        values(rows).stream().max(Order::compare).orElseGet(() -> orMissing(aggregation)));
            case MAKE_SET -> List.of(set(values(rows), type(aggregation)));
            case ARG_MAX -> argMax(aggregation, rows);
        };
    }

    private static Type type(Aggregation aggregation) {
        return aggregation.args().get(0).type();
    }

    private static List<Object> values(List<List<@Nullable Object>> rows) {
        List<Object> values = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Object value = row.get(0);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object sum(List<Object> values, Type type) {
        if (type == Type.DOUBLE) {
            return sumOfDoubles(values);
        }
        BigInteger sum = BigInteger.ZERO;
        for (Object value : values) {
            sum = sum.add(BigInteger.valueOf((Long) value));
        }
        return NaiveTime.fitting(sum, type);
    }

    private static double sumOfDoubles(List<Object> values) {
        double special = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            double number = (Double) value;
            if (Double.isFinite(number)) {
                sum = sum.add(new BigDecimal(number));
            } else {
                special += number;
            }
        }
        return special == 0 ? sum.doubleValue() : special;
    }

    private static String set(List<Object> values, Type type) {
        TreeSet<@Nullable Object> distinct = new TreeSet<>(Order::compare);
        values.forEach(value -> distinct.add(Order.key(value)));
        StringBuilder json = new StringBuilder("[");
        distinct.stream()
                .limit(LARGEST_SET)
                .forEach(value -> json.append(json.length() == 1 ? "" : ",").append(NaiveJson.written(value, type)));
        return json.append("]").toString();
    }

    private static List<@Nullable Object> argMax(Aggregation aggregation, List<List<@Nullable Object>> rows) {
        Comparator<List<@Nullable Object>> greatest = (a, b) -> Order.compare(b.get(0), a.get(0));
        return rows.stream().min(greatest.thenComparing(Order.ROWS)).orElseGet(() -> {
            List<@Nullable Object> missing = new ArrayList<>();
            aggregation.args().forEach(arg -> missing.add(Naive.missing(arg.type())));
            return missing;
        });
    }

    /** For lambdas of Optional, which are declared never to be null. */
    @SuppressWarnings("NullAway")
    private static Object orMissing(Aggregation aggregation) {
        return Naive.missing(type(aggregation));
    }
}
