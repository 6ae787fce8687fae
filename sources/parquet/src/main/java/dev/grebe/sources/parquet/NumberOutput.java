package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import java.nio.charset.StandardCharsets;

/** Collects numbers, truth values and times. */
final class NumberOutput implements Output, Values.TextSink {
    private static final int SHOWN = 40;

    private final Workspace work;
    private final Decoding decoding;
    private final int rowCount;
    private final Reserved reserved;
    private final long[] longs;
    private final double[] doubles;
    private final boolean[] bools;
    private boolean[] nulls = Column.NO_NULLS;

    NumberOutput(Workspace work, Decoding decoding, int rowCount, Reserved reserved) {
        this.work = work;
        this.decoding = decoding;
        this.rowCount = rowCount;
        this.reserved = reserved;
        boolean isBool = decoding == Decoding.BOOL;
        reserved.add(isBool ? rowCount : (long) rowCount * Long.BYTES);
        bools = new boolean[isBool ? rowCount : 0];
        doubles = new double[decoding.isDouble() ? rowCount : 0];
        longs = new long[isBool || decoding.isDouble() ? 0 : rowCount];
    }

    @Override
    public void nulls(int[] slots, int n) {
        for (int i = 0; i < n; i++) {
            missing(slots[i]);
        }
    }

    private void missing(int slot) {
        if (nulls.length == 0) {
            reserved.add(rowCount);
            nulls = new boolean[rowCount];
        }
        nulls[slot] = true;
    }

    @Override
    public void values(Values values, int[] indices, int[] slots, int n) {
        if (decoding == Decoding.ISO) {
            values.texts(indices, slots, n, this);
            return;
        }
        values.longs(indices, n, work.longs);
        decoding.convert(work.longs, n);
        put(slots, n);
    }

    @Override
    public void entries(Dictionary dictionary, Hybrid ids, int[] indices, int[] slots, int n) {
        boolean isRange = indices[n - 1] - indices[0] == n - 1;
        if (isRange) {
            ids.range(indices[0], n, work.ids, 0);
        } else {
            ids.read(indices, n, work.ids);
        }
        long[] entries = dictionary.numbers();
        DictionaryIds.check(work.ids, 0, n, entries.length);
        for (int i = 0; i < n; i++) {
            work.longs[i] = entries[work.ids[i]];
        }
        put(slots, n);
    }

    private void put(int[] slots, int n) {
        long[] values = work.longs;
        if (bools.length > 0) {
            for (int i = 0; i < n; i++) {
                bools[slots[i]] = values[i] != 0;
            }
        } else if (doubles.length > 0) {
            for (int i = 0; i < n; i++) {
                doubles[slots[i]] = Double.longBitsToDouble(values[i]);
            }
        } else if (decoding.isTime()) {
            for (int i = 0; i < n; i++) {
                time(slots[i], values[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                longs[slots[i]] = values[i];
            }
        }
    }

    private void time(int slot, long ticks) {
        if (ticks == Times.BAD) {
            throw new BadValue(slot, "the value is no time of years 1 to 9999");
        } else if (ticks == Times.MISSING) {
            missing(slot);
        } else {
            longs[slot] = ticks;
        }
    }

    @Override
    public void text(int slot, byte[] bytes, int from, int length) {
        long ticks = Times.iso(bytes, from, length);
        if (ticks == Times.BAD) {
            String shown = new String(bytes, from, Math.min(length, SHOWN), StandardCharsets.UTF_8);
            throw new BadValue(slot, "'%s' is no ISO 8601 time of years 1 to 9999".formatted(Place.shown(shown)));
        }
        time(slot, ticks);
    }

    @Override
    public Column column() {
        if (decoding == Decoding.BOOL) {
            return new Column.Bools(rowCount, bools, nulls);
        } else if (decoding.isDouble()) {
            return new Column.Doubles(rowCount, doubles, nulls);
        }
        return new Column.Longs(rowCount, longs, nulls);
    }
}
