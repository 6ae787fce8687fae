package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code bin} of whole numbers and ticks: down to a multiple of the size, counted from an origin. */
final class Bin implements Evaluator {
    private final Operand value;
    private final Operand size;
    private final long origin;
    private final Scratch scratch = new Scratch();

    Bin(Operand value, Operand size, long origin) {
        this.value = value;
        this.size = size;
        this.origin = origin;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Longs a = value.longs(batch, rows);
        Column.Longs b = size.longs(batch, rows);
        boolean[] missing = Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.bools(a.rowCount()));
        long[] values = scratch.longs(a.rowCount());
        boolean[] nulls = scratch.nulls(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            long width = b.values()[row];
            boolean isNull = missing.length != 0 && missing[row] || width <= 0;
            long binned = isNull ? 0 : down(a.values()[row], width);
            values[row] = binned;
            // Below the least long the difference comes out on the other side.
            nulls[row] = isNull || binned > a.values()[row];
        }
        return new Column.Longs(a.rowCount(), values, nulls);
    }

    /** The distance from the origin need not fit 64 bits, its rest does. */
    private long down(long from, long width) {
        long rest = Math.floorMod(from, width) - (origin == 0 ? 0 : Math.floorMod(origin, width));
        return from - (rest < 0 ? rest + width : rest);
    }
}
