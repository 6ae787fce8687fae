package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.plan.Function;

/** Functions that look into DYNAMIC values. What they find is not copied: it is a part of the value's own bytes. */
final class Dynamics {
    private Dynamics() {}

    /** {@link Function#PARSE_JSON}. */
    static Evaluator parsed(Operand text) {
        TextResults results = new TextResults();
        JsonParser parser = new JsonParser(results.text());
        return (batch, rows) -> {
            Column.Bytes texts = text.bytes(batch, rows);
            results.begin(texts.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                results.beginRow(row);
                parser.write(texts.bytes(), texts.starts()[row], texts.lengths()[row]);
                results.endRow(row);
            }
            return results.column();
        };
    }

    /** {@link Function#MEMBER}. */
    static Evaluator member(Operand bag, Operand key) {
        Scratch scratch = new Scratch();
        JsonItems items = new JsonItems();
        TextBuffer unescaped = new TextBuffer();
        return (batch, rows) -> {
            Column.Bytes bags = bag.bytes(batch, rows);
            Column.Bytes keys = key.bytes(batch, rows);
            int[] starts = scratch.ints(bags.rowCount());
            int[] lengths = scratch.lengths(bags.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                starts[row] = 0;
                lengths[row] = 0;
                boolean more = items.openBag(bags.bytes(), bags.starts()[row], bags.lengths()[row]);
                while (more && items.next()) {
                    boolean found = JsonText.isText(
                            bags.bytes(),
                            items.keyStart(),
                            items.keyLength(),
                            keys.bytes(),
                            keys.starts()[row],
                            keys.lengths()[row],
                            unescaped);
                    if (found) {
                        starts[row] = items.start();
                        lengths[row] = items.isNull() ? 0 : items.length();
                    }
                }
            }
            return new Column.Bytes(bags.rowCount(), bags.bytes(), starts, lengths);
        };
    }

    /** {@link Function#ELEMENT}. */
    static Evaluator element(Operand array, Operand index) {
        Scratch scratch = new Scratch();
        JsonItems items = new JsonItems();
        return (batch, rows) -> {
            Column.Bytes arrays = array.bytes(batch, rows);
            Column.Longs indices = index.longs(batch, rows);
            int[] starts = scratch.ints(arrays.rowCount());
            int[] lengths = scratch.lengths(arrays.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                starts[row] = 0;
                lengths[row] = 0;
                long place = indices.values()[row];
                if (place < 0 && !indices.isNull(row)) {
                    place += JsonArrays.count(items, arrays, row);
                }
                if (place >= 0 && !indices.isNull(row) && moveTo(items, arrays, row, place) && !items.isNull()) {
                    starts[row] = items.start();
                    lengths[row] = items.length();
                }
            }
            return new Column.Bytes(arrays.rowCount(), arrays.bytes(), starts, lengths);
        };
    }

    private static boolean moveTo(JsonItems items, Column.Bytes arrays, int row, long place) {
        boolean more = items.openArray(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row]);
        for (long i = 0; more && i <= place; i++) {
            more = items.next();
        }
        return more;
    }

    /** {@link Function#DYNAMIC_EQUAL}. */
    static Evaluator equal(Operand dynamic, JsonEquality equality) {
        BoolResults results = new BoolResults();
        return (batch, rows) -> {
            Column.Bytes values = dynamic.bytes(batch, rows);
            equality.begin(batch, rows);
            results.begin(values.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                int length = values.lengths()[row];
                if (length == 0 && equality.isNull(row)) {
                    results.setNull(row);
                } else if (length == 0 || equality.isNull(row)) {
                    results.set(row, length == 0 && equality.isEmptyText(row));
                } else {
                    results.set(row, equality.test(values.bytes(), values.starts()[row], length, row));
                }
            }
            return results.column();
        };
    }
}
