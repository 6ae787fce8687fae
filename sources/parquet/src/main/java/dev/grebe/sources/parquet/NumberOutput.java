package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Collects numbers, truth values and times. */
final class NumberOutput implements Output, Values.TextSink {
    private static final int SHOWN = 40;

    private final Workspace work;
    private final Decoding decoding;
    private final int scale;
    private final boolean refusesNull;
    private final Problems problems;
    private final int rowCount;
    private final Reserved reserved;
    private final long[] longs;
    private final double[] doubles;
    private final boolean[] bools;
    private boolean[] nulls = Column.NO_NULLS;

    NumberOutput(Workspace work, Chunk chunk, int rowCount, Reserved reserved, boolean refusesNull, Problems problems) {
        this.work = work;
        this.refusesNull = refusesNull;
        this.problems = problems;
        decoding = chunk.decoding();
        scale = chunk.column().scale();
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
        if (decoding.isFromBytes()) {
            values.texts(indices, slots, n, this);
            return;
        }
        values.longs(indices, n, work.longs);
        decoding.convert(work.longs, n, scale);
        put(slots, n, null);
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
        put(slots, n, dictionary);
    }

    /** @param dictionary of which {@code work.ids} are the entries, if the values are from one */
    private void put(int[] slots, int n, @Nullable Dictionary dictionary) {
        long[] values = work.longs;
        if (bools.length > 0) {
            for (int i = 0; i < n; i++) {
                bools[slots[i]] = values[i] != 0;
            }
        } else if (doubles.length > 0) {
            for (int i = 0; i < n; i++) {
                doubles[slots[i]] = Double.longBitsToDouble(values[i]);
            }
        } else if (decoding.isMarked()) {
            for (int i = 0; i < n; i++) {
                String raw = values[i] == Decoding.BAD && dictionary != null ? dictionary.raw(work.ids[i]) : "";
                marked(slots[i], values[i], raw);
            }
        } else {
            for (int i = 0; i < n; i++) {
                longs[slots[i]] = values[i];
            }
        }
    }

    /** A number that may stand for none. */
    private void marked(int slot, long value, String raw) {
        if (value == Decoding.BAD) {
            problems.bad(slot, decoding.reason(), raw.isEmpty() ? decoding.problem() : problem(raw), raw);
        } else if (value == Times.MISSING && decoding == Decoding.ISO) {
            if (refusesNull) {
                problems.bad(slot, Reason.NULL_REQUIRED, ColumnReader.NULL, "");
            }
            missing(slot);
        } else {
            longs[slot] = value;
        }
    }

    private static String problem(String raw) {
        return "'%s' is no ISO 8601 time of years 1 to 9999".formatted(Visible.of(raw, SHOWN));
    }

    @Override
    public void text(int slot, byte[] bytes, int from, int length) {
        long value = decoding.number(bytes, from, length, scale);
        if (decoding.isDouble()) {
            doubles[slot] = Double.longBitsToDouble(value);
        } else {
            boolean isBadText = value == Decoding.BAD && decoding == Decoding.ISO;
            int shown = Math.min(length, Rejection.LONGEST_RAW);
            marked(slot, value, isBadText ? new String(bytes, from, shown, StandardCharsets.UTF_8) : "");
        }
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
