package dev.grebe.sources.jsonl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the keys of rows stand for. Most rows have the same keys in the same order, and the tokenizer gives the same String
 * for the same key, so the key of the row before at this place is tried first.
 */
final class Keys {
    /** Not a column that is read. */
    static final int OTHER = -1;
    /** The row had the key before. */
    static final int DUPLICATE = -2;

    private static final int MOST_REMEMBERED = 10_000;

    private final List<String> columns;
    private final Map<String, Key> known = new HashMap<>();
    private final Set<String> required;
    private final Set<String> forgotten = new HashSet<>();
    private final List<Key> order = new ArrayList<>();
    private long row;
    private int place;

    /** A key; {@code row} is the last that had it. */
    private static final class Key {
        String name;
        final int column;
        long row;

        Key(String name, int column) {
            this.name = name;
            this.column = column;
        }
    }

    /**
     * @param columns names of the columns that are read; a key stands for the column's index
     * @param required keys that are never forgotten once a row had them
     */
    Keys(List<String> columns, Set<String> required) {
        this.columns = columns;
        this.required = required;
        forget();
    }

    void beginRow() {
        row++;
        place = 0;
        if (known.size() > MOST_REMEMBERED) {
            forget();
        }
    }

    private void forget() {
        for (Key key : known.values()) {
            if (key.row > 0 && (required.contains(key.name) || forgotten.size() < MOST_REMEMBERED)) {
                forgotten.add(key.name);
            }
        }
        known.clear();
        order.clear();
        for (int column = 0; column < columns.size(); column++) {
            known.put(columns.get(column), new Key(columns.get(column), column));
        }
    }

    /** The column of the next key of the row, {@link #OTHER} or {@link #DUPLICATE}. */
    @SuppressWarnings("ReferenceEquality") // The same object is the cheap case; equal ones are looked up.
    int column(String name) {
        Key key = place < order.size() ? order.get(place) : null;
        if (key == null || key.name != name) {
            key = known.computeIfAbsent(name, unknown -> new Key(unknown, OTHER));
            key.name = name;
            if (place < order.size()) {
                order.set(place, key);
            } else if (place < MOST_REMEMBERED) {
                order.add(key);
            }
        }
        place++;
        if (key.row == row) {
            return DUPLICATE;
        }
        key.row = row;
        return key.column;
    }

    /** Names of the keys that rows had, as far as they are remembered. */
    Set<String> seen() {
        Set<String> seen = new HashSet<>(forgotten);
        known.values().stream().filter(key -> key.row > 0).forEach(key -> seen.add(key.name));
        return seen;
    }
}
