package dev.grebe.sources.jsonl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of one object stand for: columns, objects with columns in them, or nothing that is wanted. A column's
 * path may be one key ({@code "process.name"}), keys of keys, or anything between.
 *
 * <p>Most rows have the same keys in the same order, and the tokenizer gives the same String for the same key, so the key
 * of the object before at this place is tried first.
 */
final class Node {
    private static final int LAST_BIT = 62;

    private final List<Wanted> wanted;
    private final int mostRemembered;
    private final Map<String, Key> known = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final List<Key> order = new ArrayList<>();
    private long object;
    private int place;

    /**
     * A column that may be below this object.
     *
     * @param path what is left of its path
     * @param dots of its path that were passed
     * @param rank of what was passed: less is a longer key at the first place that differs
     */
    record Wanted(int column, String path, int dots, long rank) {
        /** What is left behind a key that is followed by a dot. */
        private Wanted behind(String key) {
            int dot = dots
                    + (int) key.chars().filter(character -> character == '.').count();
            return new Wanted(
                    column, path.substring(key.length() + 1), dot + 1, rank | 1L << LAST_BIT - Math.min(dot, LAST_BIT));
        }
    }

    /** A key of the object. */
    static final class Key {
        /** The column that its value is, or -1. */
        final int column;
        /** Of the column's forms that a row has, the one of least rank counts. */
        final long rank;
        /** What is wanted of its value if that is an object. */
        final @Nullable Node child;

        private String name;
        private long object;

        private Key(String name, int column, long rank, @Nullable Node child) {
            this.name = name;
            this.column = column;
            this.rank = rank;
            this.child = child;
        }
    }

    /** @param mostRemembered keys; hostile rows may have new ones in each */
    Node(List<Wanted> wanted, int mostRemembered) {
        this.wanted = List.copyOf(wanted);
        this.mostRemembered = mostRemembered;
    }

    /** The object of a row, with all columns below it. */
    static Node root(List<String> columns, int mostRemembered) {
        List<Wanted> wanted = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            wanted.add(new Wanted(column, columns.get(column), 0, 0));
        }
        return new Node(wanted, mostRemembered);
    }

    /** An object begins. */
    void begin() {
        object++;
        place = 0;
        if (known.size() > mostRemembered) {
            forget();
        }
    }

    private void forget() {
        for (Key key : known.values()) {
            if (forgotten.size() < mostRemembered) {
                forgotten.add(key.name);
            }
        }
        known.values().removeIf(key -> key.column < 0 && key.child == null);
        order.clear();
    }

    /** The next key of the object. Null if the object had it before. */
    @SuppressWarnings("ReferenceEquality") // The same object is the cheap case; equal ones are looked up.
    @Nullable Key next(String name) {
        Key key = place < order.size() ? order.get(place) : null;
        if (key == null || key.name != name) {
            key = known.get(name);
            if (key == null) {
                key = compile(name);
                known.put(name, key);
            }
            key.name = name;
            if (place < order.size()) {
                order.set(place, key);
            } else if (place < mostRemembered) {
                order.add(key);
            }
        }
        place++;
        if (key.object == object) {
            return null;
        }
        key.object = object;
        return key;
    }

    private Key compile(String name) {
        Wanted self = null;
        List<Wanted> below = new ArrayList<>();
        for (Wanted column : wanted) {
            String path = column.path();
            if (path.equals(name)) {
                self = column;
            } else if (path.length() > name.length() && path.startsWith(name) && path.charAt(name.length()) == '.') {
                below.add(column.behind(name));
            }
        }
        Node child = below.isEmpty() ? null : new Node(below, mostRemembered);
        return self == null ? new Key(name, -1, 0, child) : new Key(name, self.column(), self.rank(), child);
    }

    /** Adds the names of keys that objects had, as paths, as far as they are remembered. */
    void addSeen(String prefix, Set<String> seen) {
        forgotten.forEach(name -> seen.add(prefix + name));
        for (Key key : known.values()) {
            seen.add(prefix + key.name);
            if (key.child != null) {
                key.child.addSeen(prefix + key.name + ".", seen);
            }
        }
    }
}
