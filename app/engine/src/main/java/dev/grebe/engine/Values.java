package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import org.jspecify.annotations.Nullable;

/** Single values of columns: for results, not for loops over many. */
final class Values {
    private Values() {}

    /** A whole number or ticks that is not null. */
    static long number(Column column, int row) {
        return column instanceof Column.Dictionary dictionary
                ? number(dictionary.values(), dictionary.ids()[row])
                : ((Column.Longs) column).values()[row];
    }

    /** The value as {@link Type#literal}, or null. */
    static @Nullable Object of(Column column, int row, Type type) {
        if (column.isNull(row)) {
            return null;
        } else if (column instanceof Column.Dictionary dictionary) {
            return of(dictionary.values(), dictionary.ids()[row], type);
        } else if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        } else if (column instanceof Column.Bools bools) {
            return bools.values()[row];
        }
        String text = ((Column.Bytes) column).text(row);
        return type == Type.DYNAMIC && text.isEmpty() ? null : text;
    }
}
