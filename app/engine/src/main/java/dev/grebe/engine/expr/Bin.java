package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;

/** {@code bin_at} of whole numbers and ticks: down to a fixed value plus a multiple of the size; times stay in 1 to 9999. */
final class Bin implements Evaluator {
    private final Operand value;
    private final Operand size;
    private final Operand fixed;
    private final boolean isTime;
    private final Scratch scratch = new Scratch();

    Bin(Operand value, Operand size, Operand fixed, boolean isTime) {
        this.value = value;
        this.size = size;
        this.fixed = fixed;
        this.isTime = isTime;
    }

    /** {@code bin}: times count from year 1, all else from 0. */
    static Bin at(Operand value, Operand size, boolean isTime) {
        Expr.Literal origin = new Expr.Literal(isTime ? Ticks.YEAR_ONE : 0L, Type.LONG);
        return new Bin(value, size, new Operand(new Constant(origin)), isTime);
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Longs a = value.longs(batch, rows);
        Column.Longs b = size.longs(batch, rows);
        Column.Longs c = fixed.longs(batch, rows);
        long[] values = scratch.longs(a.rowCount());
        boolean[] nulls = scratch.nulls(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            long width = b.values()[row];
            boolean isNull = a.isNull(row) || b.isNull(row) || c.isNull(row) || width <= 0;
            values[row] = isNull ? 0 : down(a.values()[row], width, c.values()[row]);
            nulls[row] = isNull || !fits(values[row], a.values()[row]);
        }
        return new Column.Longs(a.rowCount(), values, nulls);
    }

    /** What is below the least long comes out on the other side. */
    private boolean fits(long binned, long from) {
        return binned <= from && (!isTime || binned >= Ticks.YEAR_ONE && binned < Ticks.YEAR_TEN_THOUSAND);
    }

    /** The distance from the fixed value need not fit 64 bits, its rest does. */
    private static long down(long from, long width, long origin) {
        long rest = Math.floorMod(from, width) - Math.floorMod(origin, width);
        return from - (rest < 0 ? rest + width : rest);
    }
}
