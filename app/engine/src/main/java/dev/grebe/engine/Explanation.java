package dev.grebe.engine;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells people what will be done: the plans as written, then the stages with what happens inside each scan. */
final class Explanation {
    private final List<Query> queries;
    private final List<Stage> stages;
    private final Map<String, Scan> scans;
    private final Map<String, Set<String>> wishes;
    private final Settings settings;
    private final StringBuilder text = new StringBuilder();

    Explanation(
            List<Query> queries,
            List<Stage> stages,
            Map<String, Scan> scans,
            Map<String, Set<String>> wishes,
            Settings settings) {
        this.queries = queries;
        this.stages = stages;
        this.scans = scans;
        this.wishes = wishes;
        this.settings = settings;
    }

    String text() {
        for (Query query : queries) {
            line(0, "Plan of " + query.name());
            query.relation().toString().lines().forEach(line -> line(1, line));
            line(0, "");
        }
        Set<String> done = new HashSet<>();
        for (Stage stage : stages) {
            stage(stage, done);
            done.add(stage.table());
        }
        line(0, "%d threads, memory %d MiB".formatted(settings.threads(), settings.memoryBytes() >> 20));
        return text.toString();
    }

    private void stage(Stage stage, Set<String> done) {
        Scan scan = Objects.requireNonNull(scans.get(stage.table()));
        List<Split> splits = scan.splits();
        long bytes = splits.stream().mapToLong(Split::bytes).sum();
        line(0, "Stage %d: scan %s".formatted(done.size() + 1, stage.table()));
        line(
                1,
                "size      %d files, %d skipped; %d splits, %d bytes"
                        .formatted(scan.account().files(), scan.account().filesSkipped(), splits.size(), bytes));
        line(1, "order     " + reason(stage, done));
        Set<String> domains = new TreeSet<>(Domain.of(stage.predicate()).keySet());
        line(1, "skips by  " + (domains.isEmpty() ? "nothing" : String.join(", ", domains)));
        for (Tap tap : stage.taps()) {
            tap(TapRun.of(tap, done), scan, done);
        }
    }

    private String reason(Stage stage, Set<String> done) {
        Set<String> wished = wishes.getOrDefault(stage.table(), Set.of());
        if (wished.isEmpty()) {
            return "by size";
        }
        return done.containsAll(wished)
                ? "after " + String.join(", ", wished) + ", whose rows it is matched with"
                : "by size: the plans disagree on what goes first";
    }

    private void tap(TapRun run, Scan scan, Set<String> done) {
        line(1, "for " + run.tap().chain().relation().name());
        Set<String> read = new TreeSet<>();
        for (Expr condition : run.conditionsInside()) {
            line(2, "where   " + condition);
            read.addAll(Exprs.columns(condition));
        }
        run.afterwards().stream()
                .filter(Chain.Where.class::isInstance)
                .forEach(step -> line(2, "later   " + ((Chain.Where) step).condition()));
        Optional<Node.Aggregate> grouping = run.grouping(done);
        if (grouping.isPresent()) {
            read.addAll(run.tap().columns());
            line(2, grouped(run.tap(), grouping.get()));
        } else {
            line(2, "keeps   positions" + (scan.rereads() ? "" : " and columns"));
        }
        line(2, "reads   " + columns(read));
        Set<String> later = new TreeSet<>(run.tap().columns());
        later.removeAll(read);
        line(2, (scan.rereads() ? "fetches " : "and     ") + columns(later));
    }

    private static String grouped(Tap tap, Node.Aggregate aggregate) {
        String keys = String.join(", ", aggregate.by());
        if (tap.use() instanceof Tap.Match) {
            return "matches " + keys + " with the left rows of the join, if they are fewer; else keeps distinct ones";
        }
        return "groups  by " + keys
                + aggregate.aggregations().stream().map(a -> ", " + a).collect(Collectors.joining());
    }

    private static String columns(Set<String> columns) {
        return columns.isEmpty() ? "nothing" : String.join(", ", columns);
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
