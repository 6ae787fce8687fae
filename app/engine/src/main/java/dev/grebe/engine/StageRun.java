package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.Condition;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table: the workers share its splits, evaluate the conditions of every tap batch by batch, and keep positions
 * or groups. A source that cannot cheaply read again keeps the columns that will be needed, too.
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
    private final AtomicLong delivered = new AtomicLong();

    StageRun(Stage stage, Scan scan, Set<String> done, Evaluation evaluation, Workers workers, Budget budget) {
        this.scan = scan;
        this.done = Set.copyOf(done);
        this.runs = stage.taps().stream().map(tap -> TapRun.of(tap, done)).toList();
        this.evaluation = evaluation;
        this.workers = workers;
        this.budget = budget;
        this.requested = stage.request().columns();
        this.read = requested.only(readNow());
        runs.forEach(this::computeMemberships);
    }

    /** Before the workers begin, who only read what the evaluation knows. */
    private void computeMemberships(TapRun run) {
        evaluation.compiler(List.of(), run.conditionsInside());
        if (run.groups(done)) {
            evaluation.compiler(
                    List.of(), GroupFeed.exprs(((Tap.Group) run.tap().use()).aggregate(), run.meanings()));
        }
    }

    /** What a split gave to one tap. */
    private static final class Part {
        final IntList positions;
        final List<ColumnBuilder> kept = new ArrayList<>();
        final long[] counts;
        final @Nullable Grouping grouping;

        Part(IntList positions, int labels, @Nullable Grouping grouping) {
            this.positions = positions;
            this.counts = new long[labels];
            this.grouping = grouping;
        }
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
        AtomicLong rows = new AtomicLong();
        List<List<Part>> parts = workers.run(splits.size(), () -> {
            Worker worker = new Worker();
            return (IntFunction<List<Part>>) split -> {
                List<Part> own = worker.read(splits.get(split), rows);
                progress.advanced(table, bytes.addAndGet(splits.get(split).bytes()), total, rows.get());
                return own;
            };
        });
        scan.finish();
        for (int i = 0; i < runs.size(); i++) {
            int tap = i;
            collect(
                    runs.get(i),
                    splits,
                    parts.stream().map(list -> list.get(tap)).toList());
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
            if (run.groups(done)) {
                names.addAll(run.tap().columns());
            }
        }
        return names;
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

    private void collect(TapRun run, List<Split> splits, List<Part> parts) {
        for (int label = 0; label < run.labelsInside().size(); label++) {
            int place = label;
            evaluation.count(
                    run.labelsInside().get(label),
                    parts.stream().mapToLong(part -> part.counts[place]).sum());
        }
        if (run.groups(done)) {
            Grouping all = new Grouping(((Tap.Group) run.tap().use()).aggregate(), budget);
            parts.forEach(part -> all.merge(java.util.Objects.requireNonNull(part.grouping)));
            evaluation.put(run.tap().result(), all);
            return;
        }
        evaluation.put(run.tap().chain(), kept(run, splits, parts), run.afterwards());
    }

    private RowSet kept(TapRun run, List<Split> splits, List<Part> parts) {
        int[] starts = new int[splits.size() + 1];
        IntList positions = new IntList(budget, "positions of rows");
        for (int split = 0; split < splits.size(); split++) {
            IntList own = parts.get(split).positions;
            positions.addAll(own.array(), own.size());
            own.release();
            starts[split + 1] = positions.size();
        }
        Schema schema = later(run);
        ScannedRows rows = new ScannedRows(schema, scan, splits, positions.array(), starts, workers, budget);
        if (!scan.rereads()) {
            for (int column = 0; column < schema.size(); column++) {
                ColumnBuilder all = new ColumnBuilder(schema.field(column), budget);
                for (Part part : parts) {
                    ColumnBuilder own = part.kept.get(column);
                    all.append(own.build(), RowNumbers.upTo(own.size()), own.size());
                    own.release();
                }
                rows.load(column, all.build());
            }
        }
        return rows;
    }

    /** One thread's compiled conditions. */
    private final class Worker {
        private final List<List<@Nullable Condition>> steps = new ArrayList<>();
        private final List<Optional<GroupFeed>> feeds = new ArrayList<>();

        Worker() {
            List<Field> fields = read.fields();
            for (TapRun run : runs) {
                ExprCompiler compiler = evaluation.compiler(fields, run.conditionsInside());
                List<@Nullable Condition> own = new ArrayList<>();
                for (Chain.Step step : run.inside()) {
                    own.add(step instanceof Chain.Where where ? compiler.condition(where.condition()) : null);
                }
                steps.add(own);
                feeds.add(feed(run, fields));
            }
        }

        private Optional<GroupFeed> feed(TapRun run, List<Field> fields) {
            if (!run.groups(done)) {
                return Optional.empty();
            }
            var aggregate = ((Tap.Group) run.tap().use()).aggregate();
            List<Expr> exprs = GroupFeed.exprs(aggregate, run.meanings());
            return Optional.of(GroupFeed.of(aggregate, run.meanings(), evaluation.compiler(fields, exprs)));
        }

        List<Part> read(Split split, AtomicLong rows) {
            List<Part> parts = new ArrayList<>();
            for (TapRun run : runs) {
                parts.add(part(run));
            }
            try (Reader reader = scan.open(split, read.names(), Rows.ALL)) {
                for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Batch batch = next.get();
                    Kept kept = new Kept(batch.rowCount(), runs.size() > 1);
                    Selection all = Selection.all(batch.rowCount());
                    for (int i = 0; i < runs.size(); i++) {
                        kept.add(accept(i, batch, all, parts.get(i)));
                    }
                    delivered.addAndGet(kept.count());
                    rows.addAndGet(batch.rowCount());
                }
            }
            return parts;
        }

        private Part part(TapRun run) {
            boolean groups = run.groups(done);
            Part part = new Part(
                    new IntList(budget, "positions of rows"),
                    run.labelsInside().size(),
                    groups ? new Grouping(((Tap.Group) run.tap().use()).aggregate(), budget) : null);
            if (!groups && !scan.rereads()) {
                later(run).fields().forEach(field -> part.kept.add(new ColumnBuilder(field, budget)));
            }
            return part;
        }

        private Selection accept(int tap, Batch batch, Selection all, Part part) {
            Selection selected = all;
            int label = 0;
            for (Condition step : steps.get(tap)) {
                if (step == null) {
                    part.counts[label++] += selected.count();
                } else {
                    selected = step.filter(batch, selected);
                }
            }
            if (part.grouping != null) {
                feeds.get(tap).orElseThrow().accept(batch, selected, part.grouping);
            } else if (!selected.isEmpty()) {
                keep(runs.get(tap), batch, selected, part);
            }
            return selected;
        }

        private void keep(TapRun run, Batch batch, Selection selected, Part part) {
            for (int i = 0; i < selected.count(); i++) {
                part.positions.add((int) batch.position(selected.rows()[i]));
            }
            for (int i = 0; i < part.kept.size(); i++) {
                String name = later(run).field(i).name();
                part.kept
                        .get(i)
                        .append(
                                batch.column(read.index(name, "the scan"), selected),
                                selected.rows(),
                                selected.count());
            }
        }
    }

    /** Counts the rows of a batch that at least one of several taps kept. */
    private static final class Kept {
        private final boolean[] rows;
        private int count;

        Kept(int rowCount, boolean several) {
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
