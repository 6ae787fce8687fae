package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.ArrayList;
import java.util.List;

/** Keeps positions by split, and where the source cannot cheaply read again the columns that will be needed, too. */
final class KeptOutput implements TapOutput {
    private final TapRun run;
    private final Schema columns;
    private final Schema read;
    private final Scan scan;
    private final List<Split> splits;
    private final Evaluation evaluation;
    private final Workers workers;
    private final Budget budget;
    private final List<Part> parts = new ArrayList<>();

    /** What one split gave; written by the worker that reads it. */
    private record Part(IntList positions, List<ColumnBuilder> columns) {}

    /**
     * @param columns that are needed behind the scan
     * @param read those of the batches that will come
     */
    KeptOutput(
            TapRun run, Schema columns, Schema read, Scan scan, Evaluation evaluation, Workers workers, Budget budget) {
        this.run = run;
        this.columns = columns;
        this.read = read;
        this.scan = scan;
        this.splits = scan.splits();
        this.evaluation = evaluation;
        this.workers = workers;
        this.budget = budget;
        List<Field> kept = scan.rereads() ? List.of() : columns.fields();
        splits.forEach(split -> parts.add(new Part(
                new IntList(budget, "positions of rows"),
                kept.stream().map(field -> new ColumnBuilder(field, budget)).toList())));
    }

    @Override
    public Feed feed() {
        return this::accept;
    }

    private void accept(int split, Batch batch, Selection rows) {
        Part part = parts.get(split);
        for (int i = 0; i < rows.count(); i++) {
            part.positions().add((int) batch.position(rows.rows()[i]));
        }
        for (int i = 0; i < part.columns().size(); i++) {
            int place = read.index(columns.field(i).name(), "the scan");
            part.columns().get(i).append(batch.column(place, rows), rows.rows(), rows.count());
        }
    }

    @Override
    public void finish() {
        int[] starts = new int[splits.size() + 1];
        IntList positions = new IntList(budget, "positions of rows");
        for (int split = 0; split < splits.size(); split++) {
            IntList own = parts.get(split).positions();
            positions.addAll(own.array(), own.size());
            own.release();
            starts[split + 1] = positions.size();
        }
        ScannedRows rows = new ScannedRows(columns, scan, splits, positions.array(), starts, workers, budget);
        if (!scan.rereads()) {
            for (int column = 0; column < columns.size(); column++) {
                int place = column;
                List<ColumnBuilder> own =
                        parts.stream().map(part -> part.columns().get(place)).toList();
                rows.load(column, ColumnBuilder.joined(columns.field(column), own, budget));
            }
        }
        evaluation.put(run.tap().chain(), rows, run.afterwards());
    }
}
