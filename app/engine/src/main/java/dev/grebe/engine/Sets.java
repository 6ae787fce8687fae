package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Map;

/** {@code make_set} by group: pairs of group and value, written as sorted JSON arrays at the end. */
final class Sets implements Accumulator {
    /** What Kusto's own set holds at most. */
    static final int LARGEST = 1_048_576;

    private final Type type;
    private final Budget budget;
    private final String use;
    private final KeyTable pairs;
    private int[] numbers = new int[0];

    Sets(Type type, Budget budget, String use) {
        this.type = type;
        this.budget = budget;
        this.use = use;
        this.pairs = new KeyTable(List.of(Type.LONG, type), budget, use);
    }

    @Override
    public void accept(List<Column> args, int[] rows, int[] groups, int count) {
        Column value = args.get(0);
        long[] groupOf = new long[value.rowCount()];
        int[] present = new int[count];
        int presentCount = 0;
        for (int i = 0; i < count; i++) {
            if (!value.isNull(rows[i])) {
                groupOf[rows[i]] = groups[i];
                present[presentCount++] = rows[i];
            }
        }
        if (numbers.length < presentCount) {
            numbers = new int[presentCount];
        }
        Column group = new Column.Longs(groupOf.length, groupOf, Column.NO_NULLS);
        pairs.add(List.of(group, value), present, presentCount, numbers);
    }

    @Override
    public void merge(Accumulator other, int[] groups, int count) {
        KeyTable added = ((Sets) other).pairs;
        List<Column> columns = added.columns();
        long[] own = ((Column.Longs) columns.get(0)).values();
        int[] into = new int[added.size()];
        for (int i = 0; i < into.length; i++) {
            into[i] = groups[(int) own[i]];
        }
        accept(List.of(columns.get(1)), RowNumbers.upTo(into.length), into, into.length);
    }

    @Override
    public List<Column> results(int count) {
        List<Column> columns = pairs.columns();
        Column values = columns.get(1);
        Column.Bytes texts = texts(values);
        int[] rows = RowNumbers.upTo(pairs.size());
        Order.sort(rows, rows.length, Order.of(columns, List.of(false, false)));
        long[] groups = ((Column.Longs) columns.get(0)).values();
        TextPool pool = new TextPool(bytes -> budget.reserve(bytes, use), use);
        JsonArray array = new JsonArray(type);
        int at = 0;
        for (int group = 0; group < count; group++) {
            array.clear();
            for (int taken = 0; at < rows.length && groups[rows[at]] == group; at++, taken++) {
                if (taken < LARGEST) {
                    array.add(texts, rows[at]);
                }
            }
            array.addTo(pool);
        }
        return List.of(pool.entries());
    }

    /** The values as {@code tostring} writes them. */
    private Column.Bytes texts(Column values) {
        int size = pairs.size();
        Field field = new Field("value", type);
        Expr text = Expressions.tostring(new Expr.Column("value", type));
        RowSet set = new ColumnRows(new Schema(List.of(field)), List.of(values), size);
        Batch batch = new RowBatch(set, RowNumbers.upTo(size), 0, size);
        Column column =
                new ExprCompiler(List.of(field), Map.of()).evaluator(text).evaluate(batch, Selection.all(size));
        return (Column.Bytes) Gather.plain(column, size);
    }
}
