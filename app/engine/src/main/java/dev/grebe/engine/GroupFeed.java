package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.Evaluator;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Computes a grouping's keys and arguments over batches. For one worker. */
final class GroupFeed {
    private final List<Evaluator> by;
    private final List<List<Evaluator>> args;

    private GroupFeed(List<Expr> by, List<List<Expr>> args, ExprCompiler compiler) {
        this.by = by.stream().map(compiler::evaluator).toList();
        this.args = args.stream()
                .map(list -> list.stream().map(compiler::evaluator).toList())
                .toList();
    }

    /** Over batches of the grouping's input. */
    static GroupFeed of(Node.Aggregate node, ExprCompiler compiler) {
        return of(node, Map.of(), compiler);
    }

    /** Over batches in which the input's columns are computed: {@code meanings} by name. */
    static GroupFeed of(Node.Aggregate node, Map<String, Expr> meanings, ExprCompiler compiler) {
        return new GroupFeed(by(node, meanings), args(node, meanings), compiler);
    }

    /** All expressions that a feed evaluates. */
    static List<Expr> exprs(Node.Aggregate node, Map<String, Expr> meanings) {
        List<Expr> exprs = new ArrayList<>(by(node, meanings));
        args(node, meanings).forEach(exprs::addAll);
        return exprs;
    }

    private static List<Expr> by(Node.Aggregate node, Map<String, Expr> meanings) {
        return node.by().stream()
                .map(name -> meanings.getOrDefault(name, node.input().column(name)))
                .toList();
    }

    private static List<List<Expr>> args(Node.Aggregate node, Map<String, Expr> meanings) {
        return node.aggregations().stream()
                .map(aggregation -> aggregation.args().stream()
                        .map(arg -> Exprs.substitute(arg, meanings))
                        .toList())
                .toList();
    }

    void accept(Batch batch, Selection rows, Grouping grouping) {
        List<Column> keys = keys(batch, rows);
        List<List<Column>> values = args.stream()
                .map(list -> list.stream().map(arg -> arg.evaluate(batch, rows)).toList())
                .toList();
        grouping.accept(keys, values, rows.rows(), rows.count());
    }

    List<Column> keys(Batch batch, Selection rows) {
        return by.stream().map(key -> key.evaluate(batch, rows)).toList();
    }
}
