package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column or group of columns of a row group as JSON. */
final class JsonColumn implements ColumnSource {
    private final Place place;
    private final long firstRow;
    private final List<LeafCursor> leaves;
    private final JsonShape shape;
    private final Counters counters;
    private final Reserved kept;
    private final boolean refusesNull;
    private final Problems problems;
    private boolean isTouched;
    private @Nullable Positions done;
    private @Nullable Column column;

    JsonColumn(
            Place place,
            long firstRow,
            List<LeafCursor> leaves,
            JsonShape shape,
            Counters counters,
            Reserved kept,
            boolean refusesNull,
            Problems problems) {
        this.place = place;
        this.firstRow = firstRow;
        this.leaves = leaves;
        this.shape = shape;
        this.counters = counters;
        this.kept = kept;
        this.refusesNull = refusesNull;
        this.problems = problems;
    }

    /** All rows of the batch, whichever are asked for: going back in repeated columns costs more. */
    @Override
    public Column read(Positions batch, Selection rows, Reserved reserved) {
        Column known = column;
        if (known != null && batch.equals(done)) {
            return known;
        }
        isTouched = true;
        reserved.add(2L * Integer.BYTES * batch.count());
        int[] starts = new int[batch.count()];
        int[] lengths = new int[batch.count()];
        JsonText out = new JsonText(reserved);
        for (int slot = 0; slot < batch.count(); slot++) {
            starts[slot] = out.length();
            write(batch.of(slot), slot, out);
            lengths[slot] = out.length() - starts[slot];
        }
        Column made = new Column.Bytes(batch.count(), out.bytes(), starts, lengths);
        done = batch;
        column = made;
        return made;
    }

    private void write(int row, int slot, JsonText out) {
        int start = out.length();
        try {
            for (LeafCursor leaf : leaves) {
                at(leaf, () -> leaf.seek(row));
            }
            if (!shape.isMissing()) {
                shape.write(out);
                requireSameRow(row + 1);
            } else if (refusesNull) {
                problems.bad(slot, Reason.NULL_REQUIRED, ColumnReader.NULL, "");
            }
        } catch (BadValue e) {
            out.cut(start);
            report(e, row, slot);
        } catch (BadPage e) {
            throw bad(e, leaves.get(0));
        }
    }

    private void report(BadValue e, int row, int slot) {
        try {
            problems.bad(slot, e.reason(), e.detail(), e.raw());
        } catch (BadValue first) {
            throw new DataException(place.ofRow(firstRow + row, e.reason(), e.detail(), e.raw()));
        }
    }

    /** The columns of a value must agree on where it ends. */
    private void requireSameRow(int row) {
        for (LeafCursor leaf : leaves) {
            if (leaf.row() != row) {
                throw bad(new BadPage("row %d has another number of entries than in other columns", row - 1), leaf);
            }
        }
    }

    private void at(LeafCursor leaf, Runnable action) {
        try {
            action.run();
        } catch (BadPage e) {
            throw bad(e, leaf);
        }
    }

    private DataException bad(BadPage e, LeafCursor leaf) {
        return leaf.chunk().place().bad(e.reason(), "page at byte %d: %s", leaf.place(), e.detail());
    }

    @Override
    public boolean mayMatch(Domain domain) {
        return true;
    }

    @Override
    public boolean isProvenGood() {
        return false;
    }

    @Override
    public void forgetBatch() {
        done = null;
        column = null;
    }

    @Override
    public void finish() {
        if (isTouched) {
            leaves.forEach(leaf -> at(leaf, leaf::finish));
        } else {
            counters.chunksUntouched.add(leaves.size());
        }
    }

    @Override
    public void close() {
        kept.releaseAll();
    }
}
