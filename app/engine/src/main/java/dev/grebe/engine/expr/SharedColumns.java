package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The batch as the parts of one expression see it: a column that several of them name is asked for once, and again only
 * for rows that nobody asked for before. Lasts for one evaluation.
 */
final class SharedColumns implements Batch {
    private final @Nullable Column[] columns;
    private final int[][] known;
    private final int[] knownCounts;
    private @Nullable Batch batch;

    SharedColumns(int columnCount) {
        columns = new @Nullable Column[columnCount];
        known = new int[columnCount][0];
        knownCounts = new int[columnCount];
    }

    /** Starts an evaluation. */
    Batch over(Batch next) {
        batch = next;
        return this;
    }

    /** Ends the evaluation; nothing of the batch is kept. */
    void release() {
        batch = null;
        Arrays.fill(columns, null);
    }

    @Override
    public int rowCount() {
        return batch().rowCount();
    }

    @Override
    public long position(int row) {
        return batch().position(row);
    }

    @Override
    public Column column(int index, Selection rows) {
        Column column = columns[index];
        if (column != null && knows(index, rows)) {
            return column;
        }
        Selection needed = column == null ? rows : union(index, rows);
        Column answer = batch().column(index, needed);
        remember(index, needed);
        columns[index] = answer;
        return answer;
    }

    private Batch batch() {
        if (batch == null) {
            throw new IllegalStateException("no evaluation is under way");
        }
        return batch;
    }

    private boolean knows(int index, Selection rows) {
        if (knownCounts[index] == rowCount()) {
            return true;
        }
        int[] have = known[index];
        int count = knownCounts[index];
        int at = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            while (at < count && have[at] < row) {
                at++;
            }
            if (at == count || have[at] != row) {
                return false;
            }
        }
        return true;
    }

    private Selection union(int index, Selection rows) {
        int[] have = known[index];
        int haveCount = knownCounts[index];
        int[] merged = new int[haveCount + rows.count()];
        int count = 0;
        int left = 0;
        int right = 0;
        while (left < haveCount || right < rows.count()) {
            int a = left < haveCount ? have[left] : Integer.MAX_VALUE;
            int b = right < rows.count() ? rows.rows()[right] : Integer.MAX_VALUE;
            merged[count++] = Math.min(a, b);
            left += a <= b ? 1 : 0;
            right += b <= a ? 1 : 0;
        }
        return new Selection(merged, count);
    }

    /** A copy: the rows belong to a condition that overwrites them. */
    private void remember(int index, Selection rows) {
        if (known[index].length < rows.count()) {
            known[index] = new int[rows.count()];
        }
        System.arraycopy(rows.rows(), 0, known[index], 0, rows.count());
        knownCounts[index] = rows.count();
    }
}
