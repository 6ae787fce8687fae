package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Function;

/** {@link Function#ARRAY_INDEX_OF}. */
final class JsonArrayIndex implements Evaluator {
    private final Operand array;
    private final JsonEquality equality;
    private final Operand start;
    private final Operand length;
    private final Operand occurrence;
    private final JsonItems items = new JsonItems();
    private final LongResults results = new LongResults();

    JsonArrayIndex(Operand array, JsonEquality equality, Operand start, Operand length, Operand occurrence) {
        this.array = array;
        this.equality = equality;
        this.start = start;
        this.length = length;
        this.occurrence = occurrence;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Bytes arrays = array.bytes(batch, rows);
        Column.Longs starts = start.longs(batch, rows);
        Column.Longs lengths = length.longs(batch, rows);
        Column.Longs occurrences = occurrence.longs(batch, rows);
        equality.begin(batch, rows);
        results.begin(arrays.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean isNull = starts.isNull(row)
                    || lengths.isNull(row)
                    || occurrences.isNull(row)
                    || equality.isNull(row)
                    || lengths.values()[row] < -1
                    || occurrences.values()[row] < 0;
            long count = isNull ? -1 : JsonArrays.count(items, arrays, row);
            if (count < 0) {
                results.setNull(row);
                continue;
            }
            long from = starts.values()[row];
            long first = from < 0 ? Math.max(0, from + count) : from;
            long most = lengths.values()[row] < 0 ? Long.MAX_VALUE : lengths.values()[row];
            results.set(row, find(arrays, row, first, most, occurrences.values()[row]));
        }
        return results.column();
    }

    /** The first one of so many elements from {@code begin} on, the next one of as many behind it, and so forth. */
    private long find(Column.Bytes arrays, int row, long begin, long most, long wanted) {
        items.openArray(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row]);
        long first = begin;
        long found = 0;
        for (long index = 0; items.next(); index++) {
            boolean isIn = index >= first && index - first < most;
            if (isIn && equality.test(arrays.bytes(), items.start(), items.length(), row)) {
                found++;
                if (found == wanted) {
                    return index;
                }
                first = index + 1;
            }
        }
        return -1;
    }
}
