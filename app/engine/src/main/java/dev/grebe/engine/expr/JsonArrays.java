package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.plan.Function;
import java.util.List;

/** Functions of JSON arrays and their elements. */
final class JsonArrays {
    private JsonArrays() {}

    /** Elements of the array, -1 if it is none. */
    static long count(JsonItems items, Column.Bytes arrays, int row) {
        if (!items.openArray(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row])) {
            return -1;
        }
        long count = 0;
        while (items.next()) {
            count++;
        }
        return count;
    }

    /** {@link Function#ARRAY_LENGTH}. */
    static Evaluator length(Operand array) {
        LongResults results = new LongResults();
        JsonItems items = new JsonItems();
        return (batch, rows) -> {
            Column.Bytes arrays = array.bytes(batch, rows);
            results.begin(arrays.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                long count = count(items, arrays, row);
                if (count < 0) {
                    results.setNull(row);
                } else {
                    results.set(row, count);
                }
            }
            return results.column();
        };
    }

    /** {@link Function#ARRAY_CONCAT}. */
    static Evaluator joined(List<Operand> arrays) {
        TextResults results = new TextResults();
        JsonWriter writer = new JsonWriter(results.text());
        JsonItems items = new JsonItems();
        Column.Bytes[] columns = new Column.Bytes[arrays.size()];
        return (batch, rows) -> {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = arrays.get(i).bytes(batch, rows);
            }
            results.begin(batch.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                results.beginRow(row);
                writer.beginArray();
                for (Column.Bytes column : columns) {
                    copy(column, row, items, writer);
                }
                writer.endArray();
                results.endRow(row);
            }
            return results.column();
        };
    }

    private static void copy(Column.Bytes arrays, int row, JsonItems items, JsonWriter writer) {
        boolean more = items.openArray(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row]);
        while (more && items.next()) {
            writer.json(arrays.bytes(), items.start(), items.length());
        }
    }

    /** {@link Function#SET_HAS_ELEMENT}. */
    static Evaluator hasElement(Operand array, JsonEquality equality) {
        BoolResults results = new BoolResults();
        JsonItems items = new JsonItems();
        return (batch, rows) -> {
            Column.Bytes arrays = array.bytes(batch, rows);
            equality.begin(batch, rows);
            results.begin(arrays.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                boolean isArray = items.openArray(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row]);
                if (isArray && !equality.isNull(row)) {
                    results.set(row, hasElement(arrays.bytes(), items, equality, row));
                } else {
                    results.setNull(row);
                }
            }
            return results.column();
        };
    }

    private static boolean hasElement(byte[] bytes, JsonItems items, JsonEquality equality, int row) {
        while (items.next()) {
            if (equality.test(bytes, items.start(), items.length(), row)) {
                return true;
            }
        }
        return false;
    }
}
