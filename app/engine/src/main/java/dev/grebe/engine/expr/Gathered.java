package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;

/** Values of one type that come from several columns, each at rows of its own. */
final class Gathered {
    private final Type type;
    private final BoolResults bools = new BoolResults();
    private final LongResults longs = new LongResults();
    private final DoubleResults doubles = new DoubleResults();
    private final TextResults texts = new TextResults();

    Gathered(Type type) {
        this.type = type;
    }

    void begin(int rowCount) {
        switch (type) {
            case BOOL -> bools.begin(rowCount);
            case LONG, TIMESTAMP, DURATION -> longs.begin(rowCount);
            case DOUBLE -> doubles.begin(rowCount);
            case STRING, DYNAMIC -> texts.begin(rowCount);
        }
    }

    /** Bytes of the texts taken since it began. */
    int textBytes() {
        return texts.text().length();
    }

    /** Takes the column's values at these rows. */
    void take(Column column, Selection rows) {
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            take(column, row, row);
        }
    }

    /** Null at these rows. */
    void takeNulls(Selection rows) {
        for (int i = 0; i < rows.count(); i++) {
            takeNull(rows.rows()[i]);
        }
    }

    /** The value of a row is that of a place in the column. */
    private void take(Column column, int row, int place) {
        if (column instanceof Column.Dictionary dictionary) {
            if (dictionary.ids()[place] < 0) {
                takeNull(row);
            } else {
                take(dictionary.values(), row, dictionary.ids()[place]);
            }
        } else if (column instanceof Column.Bytes bytes) {
            texts.beginRow(row);
            texts.text().write(bytes.bytes(), bytes.starts()[place], bytes.lengths()[place]);
            texts.endRow(row);
        } else if (column.isNull(place)) {
            takeNull(row);
        } else if (column instanceof Column.Longs from) {
            longs.set(row, from.values()[place]);
        } else if (column instanceof Column.Doubles from) {
            doubles.set(row, from.values()[place]);
        } else {
            bools.set(row, ((Column.Bools) column).values()[place]);
        }
    }

    private void takeNull(int row) {
        switch (type) {
            case BOOL -> bools.setNull(row);
            case LONG, TIMESTAMP, DURATION -> longs.setNull(row);
            case DOUBLE -> doubles.setNull(row);
            case STRING, DYNAMIC -> {
                texts.beginRow(row);
                texts.endRow(row);
            }
        }
    }

    Column column() {
        return switch (type) {
            case BOOL -> bools.column();
            case LONG, TIMESTAMP, DURATION -> longs.column();
            case DOUBLE -> doubles.column();
            case STRING, DYNAMIC -> texts.column();
        };
    }
}
