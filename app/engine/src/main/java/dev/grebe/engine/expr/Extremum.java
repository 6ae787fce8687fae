package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;
import java.util.Arrays;
import java.util.List;

/** {@code max_of} and {@code min_of}: nulls lose, and after them NaN. */
final class Extremum implements Evaluator {
    private final Operand[] values;
    private final Type type;
    private final int sign;
    private final Column[] columns;
    private final Gathered chosen;
    private final Scratch best = new Scratch();
    private final Scratch own = new Scratch();

    /** @param greatest whether the greatest value is wanted, not the least */
    Extremum(List<Operand> values, Type type, boolean greatest) {
        this.values = values.toArray(Operand[]::new);
        this.type = type;
        sign = greatest ? 1 : -1;
        columns = new Column[values.size()];
        chosen = new Gathered(type);
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        for (int i = 0; i < values.length; i++) {
            columns[i] = column(values[i], batch, rows);
        }
        int[] winners = best.ints(batch.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            int winner = 0;
            for (int rival = 1; rival < columns.length; rival++) {
                winner = beats(columns[rival], columns[winner], row) ? rival : winner;
            }
            winners[row] = winner;
        }
        chosen.begin(batch.rowCount());
        for (int i = 0; i < columns.length; i++) {
            chosen.take(columns[i], wonBy(i, winners, rows));
        }
        return chosen.column();
    }

    private Selection wonBy(int index, int[] winners, Selection rows) {
        int[] won = own.ints(rows.count());
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            if (winners[row] == index) {
                won[count++] = row;
            }
        }
        return new Selection(won, count);
    }

    private Column column(Operand value, Batch batch, Selection rows) {
        return switch (type) {
            case BOOL -> value.bools(batch, rows);
            case LONG, TIMESTAMP, DURATION -> value.longs(batch, rows);
            case DOUBLE -> value.doubles(batch, rows);
            case STRING -> value.bytes(batch, rows);
            case DYNAMIC -> throw new IllegalStateException("DYNAMIC has no order");
        };
    }

    private boolean beats(Column rival, Column winner, int row) {
        if (rival.isNull(row) || winner.isNull(row)) {
            return winner.isNull(row) && !rival.isNull(row);
        } else if (rival instanceof Column.Longs a && winner instanceof Column.Longs b) {
            return sign * Long.compare(a.values()[row], b.values()[row]) > 0;
        } else if (rival instanceof Column.Bools a && winner instanceof Column.Bools b) {
            return sign * Boolean.compare(a.values()[row], b.values()[row]) > 0;
        } else if (rival instanceof Column.Doubles a && winner instanceof Column.Doubles b) {
            return beats(a.values()[row], b.values()[row]);
        }
        return sign * compare((Column.Bytes) rival, (Column.Bytes) winner, row) > 0;
    }

    private boolean beats(double rival, double winner) {
        if (Double.isNaN(rival) || Double.isNaN(winner)) {
            return Double.isNaN(winner) && !Double.isNaN(rival);
        }
        return sign * Double.compare(rival, winner) > 0;
    }

    private static int compare(Column.Bytes left, Column.Bytes right, int row) {
        int leftStart = left.starts()[row];
        int rightStart = right.starts()[row];
        return Arrays.compareUnsigned(
                left.bytes(),
                leftStart,
                leftStart + left.lengths()[row],
                right.bytes(),
                rightStart,
                rightStart + right.lengths()[row]);
    }
}
