package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code bin_at} of doubles, step by step as IEEE 754 computes it; null for a size that is not above 0. */
final class DoubleBinAt implements Evaluator {
    private final Operand value;
    private final Operand size;
    private final Operand fixed;
    private final DoubleResults results = new DoubleResults();

    DoubleBinAt(Operand value, Operand size, Operand fixed) {
        this.value = value;
        this.size = size;
        this.fixed = fixed;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Doubles a = value.doubles(batch, rows);
        Column.Doubles b = size.doubles(batch, rows);
        Column.Doubles c = fixed.doubles(batch, rows);
        results.begin(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            double width = b.values()[row];
            boolean isNull = a.isNull(row) || b.isNull(row) || c.isNull(row) || !(width > 0);
            if (isNull) {
                results.setNull(row);
            } else {
                double origin = c.values()[row];
                results.set(row, origin + Math.floor((a.values()[row] - origin) / width) * width);
            }
        }
        return results.column();
    }
}
