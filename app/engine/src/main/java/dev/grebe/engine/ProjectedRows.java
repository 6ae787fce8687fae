package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Named;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows of others in other columns; what is no plain column is computed whenever it is asked for. */
final class ProjectedRows implements RowSet {
    private final RowSet input;
    private final List<Named> outputs;
    private final Schema schema;
    private final ExprCompiler compiler;

    ProjectedRows(RowSet input, List<Named> outputs, ExprCompiler compiler) {
        this.input = input;
        this.outputs = outputs;
        this.schema = new Schema(outputs.stream().map(Named::field).toList());
        this.compiler = compiler;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public int size() {
        return input.size();
    }

    @Override
    public void want(List<Integer> columns, Rows rows) {
        Set<Integer> wanted = new LinkedHashSet<>();
        columns.forEach(i -> Exprs.columns(outputs.get(i).expr()).forEach(name -> wanted.add(index(name))));
        if (!wanted.isEmpty()) {
            input.want(new ArrayList<>(wanted), rows);
        }
    }

    @Override
    public Column column(int index, int[] rows, int from, int count) {
        Expr expr = outputs.get(index).expr();
        if (expr instanceof Expr.Column column) {
            return input.column(index(column.name()), rows, from, count);
        }
        // A fresh evaluator, since its result is to stay.
        return compiler.evaluator(expr).evaluate(new RowBatch(input, rows, from, count), Selection.all(count));
    }

    private int index(String name) {
        return input.schema().index(name, "the rows");
    }
}
