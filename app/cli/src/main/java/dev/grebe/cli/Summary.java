package dev.grebe.cli;

import dev.grebe.engine.Outcome.LabelCount;
import dev.grebe.pipeline.Report;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Visible;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tells people what a run did: enough to see that it read what they think it read. */
final class Summary {
    private final PrintStream out;
    private final Style style;

    Summary(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** @param shown makes of a path in the report one to show */
    void print(Report report, UnaryOperator<String> shown) {
        printTables(report);
        out.println();
        printFunnels(report);
        out.println();
        out.println(style.bold(Amounts.count(report.findings(), "finding", "findings")) + " in "
                + Amounts.time(elapsed(report)));
        for (Report.SinkReport sink : report.sinks()) {
            if (!sink.target().isEmpty()) {
                out.println("  " + Visible.of(sink.name()) + ": " + Visible.of(shown.apply(sink.target())));
            }
        }
        out.println("  report: " + Visible.of(shown.apply(report.file())));
        printWarnings(report);
    }

    /** A line for each detector: the way from the rows of its tables to its findings. */
    void printFunnels(Report report) {
        report.detectors()
                .forEach((name, detector) ->
                        out.println(style.bold(Visible.of(name)) + ": " + funnel(detector.funnel())));
    }

    /** A rule may call its last relation what all pipelines call theirs: one step is enough if they are the same rows. */
    private static String funnel(List<LabelCount> steps) {
        List<LabelCount> shown = new ArrayList<>();
        for (LabelCount step : steps) {
            if (shown.isEmpty() || !shown.get(shown.size() - 1).equals(step)) {
                shown.add(step);
            }
        }
        return shown.stream()
                .map(step -> Amounts.count(step.rows()) + " " + Visible.of(step.label()))
                .collect(Collectors.joining(" > "));
    }

    static Duration elapsed(Report report) {
        return Duration.between(report.started(), report.finished());
    }

    private void printTables(Report report) {
        TextTable table = new TextTable();
        table.add("table", "rows read", "skipped unread", "files", "bytes read");
        report.tables().forEach((name, read) -> {
            Account account = read.account();
            table.add(
                    Visible.of(name),
                    Amounts.count(account.rowsRead()),
                    Amounts.count(account.rowsSkipped()),
                    part(account.files() - account.filesSkipped(), account.files(), Amounts::count),
                    part(account.bytesRead(), account.bytes(), Amounts::bytes));
        });
        String header = table.lines().get(0);
        out.println(style.dim(header));
        table.lines().stream().skip(1).forEach(out::println);
    }

    private static String part(long some, long all, LongFunction<String> text) {
        return some >= all ? text.apply(some) : text.apply(some) + " of " + text.apply(all);
    }

    private void printWarnings(Report report) {
        for (Map.Entry<String, Report.TableReport> table : report.tables().entrySet()) {
            Account account = table.getValue().account();
            String name = Visible.of(table.getKey());
            warnLeftOut(account.rowsRejected(), "row", name);
            warnLeftOut(account.filesRejected(), "file", name);
            account.warnings()
                    .forEach((code, count) ->
                            warn("%s: %s %s".formatted(name, Visible.of(code), Amounts.count(count, "time", "times"))));
            // Without a file a table is empty since the pipeline file says so.
            if (account.files() > 0 && account.rows() == 0) {
                warn("%s gave no rows: %s. An empty lake is not a clean one".formatted(name, whyEmpty(account)));
            }
        }
    }

    private void warnLeftOut(long count, String what, String table) {
        if (count > 0) {
            warn(Amounts.count(count, "bad " + what, "bad " + what + "s") + " of " + table
                    + (count == 1 ? " was" : " were") + " left out");
        }
    }

    private static String whyEmpty(Account account) {
        return account.filesSkipped() == account.files()
                ? Amounts.count(account.files(), "file, which lies", "files, all of which lie")
                        + " outside of the window"
                : Amounts.count(account.files(), "file, which has", "files, all of which have") + " none";
    }

    private void warn(String message) {
        out.println(style.yellow("warning: ") + message);
    }
}
