package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.List;

/**
 * The rows of a relation, numbered from 0. Values are made when they are asked for, so a column is read only for rows
 * that survived everything before. Used by one thread.
 */
interface RowSet {
    Schema schema();

    int size();

    /** Announces that columns will be asked for at these rows, so that they can be read together. */
    void want(List<Integer> columns, Rows rows);

    /** Values by row number: row i of the result is row {@code rows[from + i]}. Valid as long as the rows are. */
    Column column(int index, int[] rows, int from, int count);
}
