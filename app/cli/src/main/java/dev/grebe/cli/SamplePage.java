package dev.grebe.cli;

import dev.grebe.pipeline.SampleReport;
import dev.grebe.pipeline.SampleReport.PresetFit;
import dev.grebe.pipeline.SampleReport.SampledColumn;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Visible;
import java.io.PrintStream;
import java.util.List;

/** What was seen of a lake, for people. */
final class SamplePage {
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_MISSING = 8;
    private static final int NAME_WIDTH = 34;
    private static final int TYPE_WIDTH = 10;

    private final PrintStream out;
    private final Style style;

    SamplePage(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    void print(SampleReport report) {
        String about = report.filesCounted() ? "" : "about ";
        line("%s: %s (%s), %s, %s"
                .formatted(
                        style.bold(Visible.of(report.path())),
                        report.format(),
                        report.why(),
                        about + Amounts.count(report.files(), "file", "files"),
                        Amounts.bytes(report.bytes())));
        line((report.counted() ? "" : "about ")
                + Amounts.count(report.rows(), "row", "rows")
                + (report.counted() ? "" : ", an estimate"));
        line("");
        columns(report);
        if (report.rejectedRows() + report.rejectedFiles() > 0) {
            line(style.yellow("rejected: ")
                    + Amounts.count(report.rejectedRows(), "row", "rows")
                    + ", " + Amounts.count(report.rejectedFiles(), "file", "files") + " of those met");
        }
        report.notes().forEach(note -> line(style.yellow("note: ") + Visible.of(note)));
        line("");
        presets(report.fits());
        line("");
        line("# for a pipeline file in this folder");
        report.stanza().lines().forEach(this::line);
    }

    private void columns(SampleReport report) {
        line(style.bold(Amounts.count(report.columnsFound(), "column", "columns")));
        report.columns().stream().limit(MOST_COLUMNS).forEach(this::column);
        int more =
                report.columnsFound() - Math.min(MOST_COLUMNS, report.columns().size());
        if (more > 0) {
            line("  and %s; --format json lists the first %d"
                    .formatted(Amounts.count(more) + " more", report.columns().size()));
        }
    }

    private void column(SampledColumn column) {
        String values = column.times()
                .map(times -> Ticks.format(times.from()) + " to " + Ticks.format(times.to()))
                .orElse(String.join(", ", column.values()));
        String folder = column.partition() ? " (from the path)" : "";
        line(("  " + padded(Visible.of(column.name()), NAME_WIDTH) + padded(column.typeName(), TYPE_WIDTH) + values
                        + folder)
                .stripTrailing());
    }

    private void presets(List<PresetFit> fits) {
        if (fits.stream().noneMatch(PresetFit::fits)) {
            line("no preset fits" + (fits.isEmpty() ? "" : "; near are:"));
        }
        for (PresetFit fit : fits) {
            String verdict = fit.fits() ? style.green("fits") : style.yellow("does not fit");
            line("preset %s %s %s: %s".formatted(fit.preset(), verdict, fit.table(), Visible.of(fit.why())));
            if (!fit.missing().isEmpty() && fit.fits()) {
                int more = fit.missing().size() - MOST_MISSING;
                line("  without "
                        + String.join(
                                ", ", fit.missing().stream().limit(MOST_MISSING).toList())
                        + (more > 0 ? " and %d more".formatted(more) : ""));
            }
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.codePointCount(0, text.length())));
    }

    private void line(String text) {
        out.println(text);
    }
}
