package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distinct tuples of key values, numbered from 0. Null equals null and NaN equals NaN when tuples are added, as group
 * keys do; who joins leaves tuples with a null out ({@link #hasNull}), and NaN finds nothing.
 *
 * <p>A tuple is stored as one code a column and then bits that mark nulls; an open hash table with linear probing finds
 * it.
 */
final class KeyTable {
    static final int ABSENT = -1;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final List<Type> types;
    private final Budget budget;
    private final String use;
    private final List<TextTable> texts = new ArrayList<>();
    private final int width;
    private final Probe adder;
    private long[] tuples;
    private int[] slots = new int[16];
    private int size;

    KeyTable(List<Type> types, Budget budget, String use) {
        this.types = List.copyOf(types);
        this.budget = budget;
        this.use = use;
        this.width = types.size() + (types.size() + Long.SIZE - 1) / Long.SIZE;
        this.tuples = new long[16 * width];
        types.forEach(type -> texts.add(new TextTable(bytes -> budget.reserve(bytes, use), use)));
        this.adder = new Probe(true);
    }

    int size() {
        return size;
    }

    /** Numbers of the tuples at the first {@code count} of {@code rows}; new ones are added. */
    void add(List<Column> keys, int[] rows, int count, int[] numbers) {
        adder.run(keys, rows, count, numbers);
    }

    /** Finds tuples; for one thread. Nothing may be added any more. */
    Probe probe() {
        return new Probe(false);
    }

    boolean hasNull(int number) {
        for (int i = number * width + types.size(); i < (number + 1) * width; i++) {
            if (tuples[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** The tuples as columns: row i is tuple i. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int key = 0; key < types.size(); key++) {
            columns.add(column(key));
        }
        return columns;
    }

    private Column column(int key) {
        boolean[] nulls = new boolean[size];
        boolean anyNull = false;
        long[] codes = new long[size];
        for (int number = 0; number < size; number++) {
            codes[number] = tuples[number * width + key];
            nulls[number] = isNull(number, key);
            anyNull |= nulls[number];
        }
        boolean[] marks = anyNull ? nulls : Column.NO_NULLS;
        return switch (types.get(key)) {
            case LONG, TIMESTAMP, DURATION -> new Column.Longs(size, codes, marks);
            case BOOL -> {
                boolean[] values = new boolean[size];
                for (int i = 0; i < size; i++) {
                    values[i] = codes[i] != 0;
                }
                yield new Column.Bools(size, values, marks);
            }
            case DOUBLE -> {
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    values[i] = Double.longBitsToDouble(codes[i]);
                }
                yield new Column.Doubles(size, values, marks);
            }
            case STRING, DYNAMIC -> {
                int[] ids = new int[size];
                for (int i = 0; i < size; i++) {
                    ids[i] = (int) codes[i];
                }
                yield new Column.Dictionary(size, ids, texts.get(key).entries());
            }
        };
    }

    private boolean isNull(int number, int key) {
        return (tuples[number * width + types.size() + key / Long.SIZE] >>> key & 1) != 0;
    }

    private void rehash() {
        int capacity = Growth.doubled(slots.length, use);
        budget.reserve(4L * (capacity - slots.length), use);
        slots = new int[capacity];
        for (int number = 0; number < size; number++) {
            int slot = hash(tuples, number * width) & (capacity - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private int hash(long[] codes, int from) {
        long hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = (hash ^ codes[i]) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ hash >>> 32);
    }

    /** Codes tuples and looks them up, with caches of its own. */
    final class Probe {
        private final List<KeyCoder> coders = new ArrayList<>();
        private final boolean adds;
        private long[][] codes = new long[0][0];
        private final long[] tuple = new long[width];

        private Probe(boolean adds) {
            this.adds = adds;
            for (int key = 0; key < types.size(); key++) {
                coders.add(new KeyCoder(types.get(key), texts.get(key), adds));
            }
        }

        /** Numbers of the tuples at the first {@code count} of {@code rows}, or {@link #ABSENT}. */
        void find(List<Column> keys, int[] rows, int count, int[] numbers) {
            run(keys, rows, count, numbers);
        }

        private void run(List<Column> keys, int[] rows, int count, int[] numbers) {
            if (codes.length == 0 || codes[0].length < count) {
                codes = new long[types.size()][count];
            }
            for (int key = 0; key < types.size(); key++) {
                coders.get(key).code(keys.get(key), rows, count, codes[key]);
            }
            for (int i = 0; i < count; i++) {
                numbers[i] = number(keys, rows[i], i);
            }
        }

        private int number(List<Column> keys, int row, int place) {
            Arrays.fill(tuple, types.size(), width, 0);
            for (int key = 0; key < types.size(); key++) {
                if (keys.get(key).isNull(row)) {
                    tuple[key] = 0;
                    tuple[types.size() + key / Long.SIZE] |= 1L << key;
                    continue;
                }
                tuple[key] = codes[key][place];
                if (!adds && isNothing(types.get(key), tuple[key])) {
                    return ABSENT;
                }
            }
            return lookUp();
        }

        private static boolean isNothing(Type type, long code) {
            return switch (type) {
                case STRING, DYNAMIC -> code == KeyCoder.ABSENT;
                case DOUBLE -> code == KeyCoder.NAN;
                case BOOL, LONG, TIMESTAMP, DURATION -> false;
            };
        }

        private int lookUp() {
            int mask = slots.length - 1;
            int slot = hash(tuple, 0) & mask;
            while (slots[slot] != 0) {
                int number = slots[slot] - 1;
                int from = number * width;
                if (Arrays.equals(tuples, from, from + width, tuple, 0, width)) {
                    return number;
                }
                slot = (slot + 1) & mask;
            }
            return adds ? append(slot) : ABSENT;
        }

        private int append(int slot) {
            long needed = (size + 1L) * width;
            if (needed > tuples.length) {
                int capacity = Growth.length(tuples.length, needed, use);
                budget.reserve(8L * (capacity - tuples.length), use);
                tuples = Arrays.copyOf(tuples, capacity);
            }
            System.arraycopy(tuple, 0, tuples, size * width, width);
            slots[slot] = size + 1;
            size++;
            if (2 * size > slots.length) {
                rehash();
            }
            return size - 1;
        }
    }
}
