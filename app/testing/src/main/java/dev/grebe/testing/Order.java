package dev.grebe.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one total order of values and rows: see {@link Naive}. */
final class Order {
    /** Rows column by column. */
    static final Comparator<List<@Nullable Object>> ROWS = Order::compareRows;

    private Order() {}

    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        } else if (left instanceof Double a && right instanceof Double b) {
            return compareDoubles(a, b);
        } else if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        } else if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        return Arrays.compareUnsigned(utf8(left), utf8(right));
    }

    /** What a value counts as where equal values are taken together. */
    static @Nullable Object key(@Nullable Object value) {
        return value instanceof Double number && number == 0 ? (Double) 0.0 : value;
    }

    private static int compareDoubles(double left, double right) {
        boolean leftIsNumber = !Double.isNaN(left);
        boolean rightIsNumber = !Double.isNaN(right);
        // The library's order has -0.0 before 0.0, but NaN last.
        return leftIsNumber && rightIsNumber
                ? Double.compare(left, right)
                : Boolean.compare(leftIsNumber, rightIsNumber);
    }

    private static int compareRows(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static byte[] utf8(Object text) {
        return ((String) text).getBytes(StandardCharsets.UTF_8);
    }
}
