package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.Membership;
import java.util.List;

/** Answers {@code keys in (relation)} from the relation's distinct rows. */
final class KeyMembership implements Membership {
    private final KeyTable table;
    private final KeyTable.Probe probe;
    private int[] numbers = new int[0];

    KeyMembership(KeyTable table) {
        this.table = table;
        this.probe = table.probe();
    }

    @Override
    public Column.Bools test(List<Column> keys, Selection rows) {
        int rowCount = keys.get(0).rowCount();
        if (numbers.length < rows.count()) {
            numbers = new int[rows.count()];
        }
        probe.find(keys, rows.rows(), rows.count(), numbers);
        boolean[] found = new boolean[rowCount];
        boolean[] nulls = new boolean[rowCount];
        for (int i = 0; i < rows.count(); i++) {
            boolean present = numbers[i] != KeyTable.ABSENT;
            boolean unknown = present && table.hasNull(numbers[i]);
            found[rows.rows()[i]] = present && !unknown;
            nulls[rows.rows()[i]] = unknown;
        }
        return new Column.Bools(rowCount, found, nulls);
    }
}
