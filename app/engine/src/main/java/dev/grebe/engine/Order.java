package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.SortKey;
import java.util.Arrays;
import java.util.List;

/**
 * The one order of values: null, NaN, then ascending; -0.0 before 0.0, text by unsigned bytes. Descending is its exact
 * reverse.
 */
final class Order {
    private Order() {}

    /** Compares two rows by their numbers. */
    interface OfRows {
        int compare(int left, int right);
    }

    /** Rows by some columns, in the order of the list. */
    static OfRows of(List<Column> columns, List<Boolean> descending) {
        return (left, right) -> {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                int order = compare(column, left, column, right);
                if (order != 0) {
                    return descending.get(i) ? -order : order;
                }
            }
            return 0;
        };
    }

    static List<Boolean> directions(List<SortKey> keys) {
        return keys.stream().map(SortKey::descending).toList();
    }

    /** Compares a value of one column with one of another of the same type. */
    static int compare(Column left, int leftRow, Column right, int rightRow) {
        boolean leftNull = left.isNull(leftRow);
        boolean rightNull = right.isNull(rightRow);
        if (leftNull || rightNull) {
            return Boolean.compare(!leftNull, !rightNull);
        } else if (left instanceof Column.Dictionary dictionary) {
            return compare(dictionary.values(), dictionary.ids()[leftRow], right, rightRow);
        } else if (right instanceof Column.Dictionary dictionary) {
            return compare(left, leftRow, dictionary.values(), dictionary.ids()[rightRow]);
        } else if (left instanceof Column.Longs a) {
            return Long.compare(a.values()[leftRow], ((Column.Longs) right).values()[rightRow]);
        } else if (left instanceof Column.Doubles a) {
            return compare(a.values()[leftRow], ((Column.Doubles) right).values()[rightRow]);
        } else if (left instanceof Column.Bools a) {
            return Boolean.compare(a.values()[leftRow], ((Column.Bools) right).values()[rightRow]);
        }
        return compare((Column.Bytes) left, leftRow, (Column.Bytes) right, rightRow);
    }

    static int compare(double left, double right) {
        boolean leftNan = Double.isNaN(left);
        return leftNan || Double.isNaN(right)
                ? Boolean.compare(!leftNan, !Double.isNaN(right))
                : Double.compare(left, right);
    }

    private static int compare(Column.Bytes left, int leftRow, Column.Bytes right, int rightRow) {
        int a = left.starts()[leftRow];
        int b = right.starts()[rightRow];
        return Arrays.compareUnsigned(
                left.bytes(), a, a + left.lengths()[leftRow], right.bytes(), b, b + right.lengths()[rightRow]);
    }

    /** Sorts row numbers; equal ones keep their order. A merge sort, since comparing costs more than moving. */
    static void sort(int[] rows, int count, OfRows order) {
        sort(rows, new int[count], 0, count, order);
    }

    private static void sort(int[] rows, int[] scratch, int from, int to, OfRows order) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, scratch, from, middle, order);
        sort(rows, scratch, middle, to, order);
        if (order.compare(rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        System.arraycopy(rows, from, scratch, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takesLeft = right >= to || left < middle && order.compare(scratch[left], scratch[right]) <= 0;
            rows[i] = takesLeft ? scratch[left++] : scratch[right++];
        }
    }
}
