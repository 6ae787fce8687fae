package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Ticks;

/** {@code bin} of whole numbers and ticks: down to a multiple of the size; times count from year 1 and stay in 1 to 9999. */
final class Bin implements Evaluator {
    private final Operand value;
    private final Operand size;
    private final boolean isTime;
    private final Scratch scratch = new Scratch();

    Bin(Operand value, Operand size, boolean isTime) {
        this.value = value;
        this.size = size;
        this.isTime = isTime;
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
            values[row] = isNull ? 0 : down(a.values()[row], width);
            nulls[row] = isNull || !fits(values[row], a.values()[row]);
        }
        return new Column.Longs(a.rowCount(), values, nulls);
    }

    /** What is below the least long comes out on the other side. */
    private boolean fits(long binned, long from) {
        return binned <= from && (!isTime || binned >= Ticks.YEAR_ONE && binned < Ticks.YEAR_TEN_THOUSAND);
    }

    /** The distance from the origin need not fit 64 bits, its rest does. */
    private long down(long from, long width) {
        long rest = Math.floorMod(from, width) - (isTime ? Math.floorMod(Ticks.YEAR_ONE, width) : 0);
        return from - (rest < 0 ? rest + width : rest);
    }
}
