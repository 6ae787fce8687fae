package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression that depends on one column alone. Where the column comes by dictionary it is computed once per
 * entry that a row uses, and is a dictionary itself: its values stay the same object as long as the column's do, and until
 * their bytes need more room, so that who looks at them keeps verdicts, too.
 */
final class OncePerEntry implements Evaluator {
    /** More is better computed again than kept. */
    private static final int MOST_BYTES = 1 << 24;

    private final int index;
    private final boolean hasNulls;
    private final Evaluator inner;
    private final OneColumn view = new OneColumn();
    private final Gathered results;
    private final Scratch needed = new Scratch();
    private final Scratch mapped = new Scratch();
    /** The entries that the results are of. */
    private @Nullable Column known;

    private Column values = new Column.Bools(0, Column.NO_NULLS, Column.NO_NULLS);
    private boolean[] isKnown = {};

    /**
     * @param index the column's place in the batches
     * @param inner compiled for batches of that column alone
     */
    OncePerEntry(int index, Type columnType, Evaluator inner, Type type) {
        this.index = index;
        this.hasNulls = columnType != Type.STRING;
        this.inner = inner;
        results = new Gathered(type);
    }

    /** The only column of a call that is worth it: one whose column or whose making is text. */
    static Optional<Expr.Column> column(Expr.Call call) {
        Set<Expr> leaves = new HashSet<>();
        boolean makesText = collect(call, leaves);
        if (leaves.size() != 1 || !(leaves.iterator().next() instanceof Expr.Column column)) {
            return Optional.empty();
        }
        boolean isText = column.type() == Type.STRING || column.type() == Type.DYNAMIC;
        return isText || makesText ? Optional.of(column) : Optional.empty();
    }

    /** All leaves that are no literals; whether text is read or made. */
    private static boolean collect(Expr expr, Set<Expr> leaves) {
        if (expr instanceof Expr.Match match) {
            collect(match.text(), leaves);
            return true;
        } else if (expr instanceof Expr.Call call) {
            boolean makesText = call.function().cost() == Function.Cost.TEXT;
            for (Expr arg : call.args()) {
                makesText |= collect(arg, leaves);
            }
            return makesText;
        } else if (!(expr instanceof Expr.Literal)) {
            leaves.add(expr);
        }
        return false;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column column = batch.column(index, rows);
        if (!(column instanceof Column.Dictionary dictionary)) {
            view.show(column, batch.rowCount());
            return inner.evaluate(view, rows);
        }
        begin(dictionary.values());
        int[] ids = hasNulls ? mapped(dictionary, rows) : dictionary.ids();
        compute(dictionary.values(), ids, rows);
        return new Column.Dictionary(dictionary.rowCount(), ids, values);
    }

    /** Another object is another dictionary, even over the same arrays. Behind its entries there is a place for null. */
    @SuppressWarnings("ReferenceEquality")
    private void begin(Column entries) {
        if (known == entries && results.textBytes() <= MOST_BYTES) {
            return;
        }
        known = entries;
        int count = entries.rowCount() + (hasNulls ? 1 : 0);
        isKnown = new boolean[count];
        results.begin(count);
        values = results.column();
    }

    private int[] mapped(Column.Dictionary dictionary, Selection rows) {
        int[] ids = mapped.ints(dictionary.rowCount());
        int nothing = dictionary.values().rowCount();
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            int id = dictionary.ids()[row];
            ids[row] = id < 0 ? nothing : id;
        }
        return ids;
    }

    private void compute(Column entries, int[] ids, Selection rows) {
        int[] missing = needed.ints(rows.count());
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int id = ids[rows.rows()[i]];
            if (!isKnown[id]) {
                isKnown[id] = true;
                missing[count++] = id;
            }
        }
        if (count > 0) {
            Arrays.sort(missing, 0, count);
            Selection unknown = new Selection(missing, count);
            view.show(hasNulls ? withNull(entries) : entries, isKnown.length);
            results.take(inner.evaluate(view, unknown), unknown);
            values = latest(values, results.column());
        }
    }

    /** The same values by way of a dictionary that has a place for null behind them. */
    private Column withNull(Column entries) {
        int count = entries.rowCount();
        int[] ids = needed.lengths(count + 1);
        for (int id = 0; id < count; id++) {
            ids[id] = id;
        }
        ids[count] = -1;
        return new Column.Dictionary(count + 1, ids, entries);
    }

    /** The old object where it shows the new values, too. */
    private static Column latest(Column old, Column fresh) {
        boolean isSame = old instanceof Column.Bytes a
                && fresh instanceof Column.Bytes b
                && a.bytes() == b.bytes()
                && a.starts() == b.starts();
        return isSame ? old : fresh;
    }

    /** A batch of one column that is known. */
    private static final class OneColumn implements Batch {
        private Column column = new Column.Bools(0, Column.NO_NULLS, Column.NO_NULLS);
        private int rowCount;

        void show(Column shown, int rows) {
            column = shown;
            rowCount = rows;
        }

        @Override
        public int rowCount() {
            return rowCount;
        }

        @Override
        public long position(int row) {
            throw new IllegalStateException("an entry has no position");
        }

        @Override
        public Column column(int place, Selection rows) {
            return column;
        }
    }
}
