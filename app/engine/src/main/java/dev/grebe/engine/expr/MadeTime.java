package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Ticks;
import java.util.List;

/** {@code make_datetime}: null where there is no such date or time of day. */
final class MadeTime implements Evaluator {
    private final List<Operand> parts;
    private final Operand seconds;
    private final Column.Longs[] columns;
    private final LongResults results = new LongResults();

    /** @param parts year, month, day, hour, minute */
    MadeTime(List<Operand> parts, Operand seconds) {
        this.parts = parts;
        this.seconds = seconds;
        columns = new Column.Longs[parts.size()];
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        for (int i = 0; i < columns.length; i++) {
            columns[i] = parts.get(i).longs(batch, rows);
        }
        Column.Doubles fractions = seconds.doubles(batch, rows);
        results.begin(batch.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            if (fractions.isNull(row) || isAnyNull(row)) {
                results.setNull(row);
            } else {
                make(row, fractions.values()[row]);
            }
        }
        return results.column();
    }

    private boolean isAnyNull(int row) {
        for (Column.Longs column : columns) {
            if (column.isNull(row)) {
                return true;
            }
        }
        return false;
    }

    private void make(int row, double second) {
        long year = columns[0].values()[row];
        long month = columns[1].values()[row];
        long day = columns[2].values()[row];
        long hour = columns[3].values()[row];
        long minute = columns[4].values()[row];
        boolean isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isClock || year == 0 || !Times.isDate(year, month, day)) {
            results.setNull(row);
            return;
        }
        long minutes = Times.day(year, month, day) * 1_440 + hour * 60 + minute;
        Times.set(minutes * 60 * Ticks.PER_SECOND + (long) Math.rint(second * Ticks.PER_SECOND), row, results);
    }
}
