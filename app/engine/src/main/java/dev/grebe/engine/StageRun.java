package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.Condition;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Reads one table: the workers share its splits, evaluate the conditions of every tap batch by batch, and hand on what
 * passes.
 */
final class StageRun {
    private final Scan scan;
    private final List<TapRun> runs;
    private final Set<String> done;
    private final Evaluation evaluation;
    private final Workers workers;
    private final Budget budget;
    private final Schema requested;
    private final Schema read;
    private final List<TapOutput> outputs;
    private final List<AtomicLongArray> counts;
    private final AtomicLong rowsRead = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();

    StageRun(Stage stage, Scan scan, Set<String> done, Evaluation evaluation, Workers workers, Budget budget) {
        this.scan = scan;
        this.done = Set.copyOf(done);
        this.runs = stage.taps().stream().map(tap -> TapRun.of(tap, done)).toList();
        this.evaluation = evaluation;
        this.workers = workers;
        this.budget = budget;
        this.requested = stage.columns();
        this.read = requested.only(readNow());
        // The workers only read what the evaluation knows: what they ask of it is computed before they begin.
        runs.forEach(run -> evaluation.compiler(List.of(), run.conditionsInside()));
        this.outputs = runs.stream().map(this::output).toList();
        this.counts = runs.stream()
                .map(run -> new AtomicLongArray(run.labelsInside().size()))
                .toList();
    }

    /**
     * Reads all splits and tells the evaluation what they gave.
     *
     * @return rows that at least one tap kept
     */
    long run(String table, Progress progress) {
        List<Split> splits = scan.splits();
        long total = splits.stream().mapToLong(Split::bytes).sum();
        AtomicLong bytes = new AtomicLong();
        workers.run(splits.size(), () -> {
            Worker worker = new Worker();
            return (IntFunction<Boolean>) split -> {
                worker.read(splits.get(split), split);
                progress.advanced(table, bytes.addAndGet(splits.get(split).bytes()), total, rowsRead.get());
                return true;
            };
        });
        scan.finish();
        for (int i = 0; i < runs.size(); i++) {
            List<Relation> labels = runs.get(i).labelsInside();
            for (int label = 0; label < labels.size(); label++) {
                evaluation.count(labels.get(label), counts.get(i).get(label));
            }
            outputs.get(i).finish();
        }
        return delivered.get();
    }

    private Set<String> readNow() {
        if (!scan.rereads()) {
            return new LinkedHashSet<>(requested.names());
        }
        Set<String> names = new LinkedHashSet<>();
        for (TapRun run : runs) {
            run.conditionsInside().forEach(condition -> names.addAll(Exprs.columns(condition)));
            if (run.grouping(done).isPresent()) {
                names.addAll(run.tap().columns());
            }
        }
        return names;
    }

    private TapOutput output(TapRun run) {
        Optional<Node.Aggregate> grouping = run.grouping(done);
        if (grouping.isEmpty()) {
            return new KeptOutput(run, later(run), read, scan, evaluation, workers, budget);
        }
        List<Expr> exprs = GroupFeed.exprs(grouping.get(), run.meanings());
        evaluation.compiler(List.of(), exprs);
        Supplier<ExprCompiler> compiler = () -> evaluation.compiler(read.fields(), exprs);
        if (run.tap().use() instanceof Tap.Match match) {
            Relation left = ((Node.Join) match.join().node()).left();
            if (done.containsAll(Planner.tables(left)) && evaluation.rows(left).size() <= rowsAtMost()) {
                return new MatchOutput(run, match, evaluation.rows(left), compiler, evaluation, budget);
            }
        }
        return new GroupOutput(run, grouping.get(), compiler, evaluation, budget);
    }

    /** Rows of the table; a split that does not know has many. */
    private long rowsAtMost() {
        boolean known = scan.splits().stream().allMatch(split -> split.rows() >= 0);
        return known ? scan.splits().stream().mapToLong(Split::rows).sum() : Long.MAX_VALUE;
    }

    /** Columns that a tap needs behind the scan: of its relation and of the conditions that wait. */
    private Schema later(TapRun run) {
        Set<String> names = new LinkedHashSet<>(run.tap().columns());
        run.afterwards().forEach(step -> {
            if (step instanceof Chain.Where where) {
                names.addAll(Exprs.columns(where.condition()));
            }
        });
        return requested.only(names);
    }

    /** One thread's compiled conditions. */
    private final class Worker {
        private final List<List<Optional<Condition>>> steps = new ArrayList<>();
        private final List<TapOutput.Feed> feeds;

        Worker() {
            List<Field> fields = read.fields();
            for (TapRun run : runs) {
                ExprCompiler compiler = evaluation.compiler(fields, run.conditionsInside());
                steps.add(run.segments().stream()
                        .map(step -> step.map(compiler::condition))
                        .toList());
            }
            feeds = outputs.stream().map(TapOutput::feed).toList();
        }

        void read(Split split, int number) {
            try (Reader reader = scan.open(split, read.names(), Rows.ALL)) {
                for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Batch batch = next.get();
                    Delivered kept = new Delivered(batch.rowCount(), runs.size() > 1);
                    Selection all = Selection.all(batch.rowCount());
                    for (int tap = 0; tap < runs.size(); tap++) {
                        Selection selected = filter(tap, batch, all);
                        if (!selected.isEmpty()) {
                            kept.add(selected);
                            feeds.get(tap).accept(number, batch, selected);
                        }
                    }
                    delivered.addAndGet(kept.count());
                    rowsRead.addAndGet(batch.rowCount());
                }
            }
        }

        private Selection filter(int tap, Batch batch, Selection all) {
            Selection selected = all;
            int label = 0;
            for (Optional<Condition> step : steps.get(tap)) {
                if (step.isPresent()) {
                    selected = step.get().filter(batch, selected);
                } else {
                    counts.get(tap).addAndGet(label++, selected.count());
                }
            }
            return selected;
        }
    }

    /** Counts the rows of a batch that at least one of several taps kept. */
    private static final class Delivered {
        private final boolean[] rows;
        private int count;

        Delivered(int rowCount, boolean several) {
            rows = new boolean[several ? rowCount : 0];
        }

        void add(Selection selected) {
            if (rows.length == 0) {
                count = selected.count();
                return;
            }
            for (int i = 0; i < selected.count(); i++) {
                int row = selected.rows()[i];
                count += rows[row] ? 0 : 1;
                rows[row] = true;
            }
        }

        int count() {
            return count;
        }
    }
}
