package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Node;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.List;

/** Puts rows in order; ties are decided by whole rows, so an order is always total. */
final class Sorter {
    /** Row number, scratch and, for each column, about a reference. */
    private static final int BYTES_PER_VALUE = 12;

    private final Budget budget;

    Sorter(Budget budget) {
        this.budget = budget;
    }

    /** Reads the keys of all rows first, then whole rows of those that can be among the first. */
    RowSet top(Node.Top top, RowSet input) {
        int count = (int) Math.min(top.count(), input.size());
        List<Boolean> directions = Order.directions(top.order());
        List<Integer> keys = top.order().stream()
                .map(key -> input.schema().index(key.column(), "the rows"))
                .toList();
        int[] rows = RowNumbers.upTo(input.size());
        int candidates = input.size();
        if (0 < count && count < input.size() && !keys.isEmpty()) {
            Order.OfRows order = order(input, keys, directions);
            Order.sort(rows, rows.length, order);
            candidates = count;
            while (candidates < rows.length && order.compare(rows[count - 1], rows[candidates]) == 0) {
                candidates++;
            }
        }
        RowSet picked = new PickedRows(input, rows, candidates);
        return new PickedRows(picked, sorted(picked, keys, directions), count);
    }

    /** Row numbers in ascending order of all columns. */
    int[] sorted(RowSet set) {
        return sorted(set, List.of(), List.of());
    }

    private int[] sorted(RowSet set, List<Integer> keys, List<Boolean> directions) {
        List<Integer> places = new ArrayList<>(keys);
        List<Boolean> descending = new ArrayList<>(directions);
        for (int place = 0; place < set.schema().size(); place++) {
            places.add(place);
            descending.add(false);
        }
        int[] rows = RowNumbers.upTo(set.size());
        long bytes = (long) BYTES_PER_VALUE * rows.length * (places.size() + 1);
        budget.reserve(bytes, "rows to sort");
        Order.sort(rows, rows.length, order(set, places, descending));
        budget.release(bytes);
        return rows;
    }

    private static Order.OfRows order(RowSet set, List<Integer> places, List<Boolean> descending) {
        int[] rows = RowNumbers.upTo(set.size());
        set.want(places.stream().distinct().toList(), Rows.ALL);
        List<Column> columns = places.stream()
                .map(place -> set.column(place, rows, 0, rows.length))
                .toList();
        return Order.of(columns, descending);
    }
}
