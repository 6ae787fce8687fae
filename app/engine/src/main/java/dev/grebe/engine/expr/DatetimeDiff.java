package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Period;

/** The clock or calendar boundaries from one time to another: each time is counted in whole periods, then subtracted. */
final class DatetimeDiff implements Evaluator {
    private static final long NANOS_PER_TICK = 100;

    private final Period period;
    private final Operand later;
    private final Operand earlier;
    private final Scratch scratch = new Scratch();

    DatetimeDiff(Period period, Operand later, Operand earlier) {
        this.period = period;
        this.later = later;
        this.earlier = earlier;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Longs a = later.longs(batch, rows);
        Column.Longs b = earlier.longs(batch, rows);
        long[] values = scratch.longs(a.rowCount());
        boolean[] nulls = Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.nulls(a.rowCount()));
        if (period == Period.NANOSECOND) {
            nulls = nanoseconds(a.values(), b.values(), values, nulls, rows);
        } else if (period.ticks() > 0 && period != Period.WEEK) {
            fixed(a.values(), b.values(), values, rows);
        } else {
            calendar(a.values(), b.values(), values, rows);
        }
        return new Column.Longs(a.rowCount(), values, nulls);
    }

    private void fixed(long[] a, long[] b, long[] values, Selection rows) {
        long ticks = period.ticks();
        int[] at = rows.rows();
        for (int i = 0; i < rows.count(); i++) {
            int row = at[i];
            values[row] = Math.floorDiv(a[row], ticks) - Math.floorDiv(b[row], ticks);
        }
    }

    private void calendar(long[] a, long[] b, long[] values, Selection rows) {
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = periods(a[row]) - periods(b[row]);
        }
    }

    private long periods(long ticks) {
        return switch (period) {
            case YEAR -> Calendar.months(ticks) / 12;
            case QUARTER -> Calendar.months(ticks) / 3;
            case MONTH -> Calendar.months(ticks);
            case WEEK -> Calendar.weeks(ticks);
            case DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND ->
                throw new IllegalStateException(period + " is of fixed length");
        };
    }

    private boolean[] nanoseconds(long[] a, long[] b, long[] values, boolean[] nulls, Selection rows) {
        boolean[] marks = scratch.bools(values.length);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            long ticks = a[row] - b[row];
            boolean overflows = ((a[row] ^ b[row]) & (a[row] ^ ticks)) < 0;
            values[row] = ticks * NANOS_PER_TICK;
            marks[row] = nulls.length != 0 && nulls[row]
                    || overflows
                    || ticks > Long.MAX_VALUE / NANOS_PER_TICK
                    || ticks < Long.MIN_VALUE / NANOS_PER_TICK;
        }
        return marks;
    }
}
