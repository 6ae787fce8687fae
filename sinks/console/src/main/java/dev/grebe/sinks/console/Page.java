package dev.grebe.sinks.console;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings for people: a table for each detector, or a record for each finding where the terminal is too narrow. */
final class Page {
    private final Terminal terminal;

    Page(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param count of all findings, of which the first are given */
    void print(List<Finding> findings, long count) {
        if (count == 0) {
            terminal.out().println("No findings.");
            return;
        }
        Map<Group, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(new Group(finding.detector(), finding.shown()), group -> new ArrayList<>())
                    .add(finding);
        }
        String separator = "";
        for (Map.Entry<Group, List<Finding>> group : groups.entrySet()) {
            terminal.out().print(separator);
            print(group.getKey(), group.getValue());
            separator = "\n";
        }
        if (count > findings.size()) {
            terminal.out().print("... and %d more\n".formatted(count - findings.size()));
        }
    }

    /** Findings with the same columns. */
    private record Group(String detector, List<String> shown) {}

    private void print(Group group, List<Finding> findings) {
        List<String> headings = new ArrayList<>(List.of("time", "severity", "title"));
        group.shown().forEach(column -> headings.add(Text.neutral(column)));
        List<List<String>> rows = findings.stream().map(Page::cells).toList();
        List<Rule.Severity> severities =
                findings.stream().map(finding -> finding.rule().severity()).toList();
        Grid.fit(headings, rows, terminal.columns())
                .ifPresentOrElse(
                        grid -> printTable(grid, headings, rows, severities),
                        () -> printRecords(headings, rows, severities));
    }

    private void printTable(Grid grid, List<String> headings, List<List<String>> rows, List<Rule.Severity> severities) {
        terminal.out().print(Paint.BOLD.over(grid.line(headings), terminal.colour()) + "\n");
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = grid.cells(rows.get(row));
            cells.set(1, Paint.of(severities.get(row)).over(cells.get(1), terminal.colour()));
            terminal.out().print(Grid.joined(cells) + "\n");
        }
    }

    private void printRecords(List<String> headings, List<List<String>> rows, List<Rule.Severity> severities) {
        int nameWidth = headings.stream().mapToInt(Text::width).max().orElse(0);
        nameWidth = Math.min(nameWidth, Math.max(1, terminal.columns() / 3));
        int valueWidth = Math.max(1, terminal.columns() - nameWidth - Grid.GAP.length());
        for (int row = 0; row < rows.size(); row++) {
            terminal.out().print(row == 0 ? "" : "\n");
            for (int column = 0; column < headings.size(); column++) {
                String name = Text.padded(Text.cut(headings.get(column), nameWidth), nameWidth);
                String value = Text.cut(rows.get(row).get(column), valueWidth);
                Paint paint = column == 1 ? Paint.of(severities.get(row)) : Paint.NONE;
                terminal.out()
                        .print(Paint.BOLD.over(name, terminal.colour())
                                + Grid.GAP
                                + paint.over(value, terminal.colour())
                                + "\n");
            }
        }
    }

    private static List<String> cells(Finding finding) {
        List<String> cells = new ArrayList<>();
        cells.add(value(Type.TIMESTAMP, finding.time()));
        cells.add(finding.rule().severity().name().toLowerCase(Locale.ROOT));
        cells.add(Text.neutral(finding.rule().title()));
        for (String column : finding.shown()) {
            int index = finding.schema().index(column, finding.detector());
            cells.add(Text.neutral(
                    value(finding.schema().field(index).type(), finding.values().get(index))));
        }
        return cells;
    }

    private static String value(Type type, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case TIMESTAMP -> time((Long) value);
            case DURATION -> Ticks.formatSpan((Long) value);
            case BOOL, LONG, DOUBLE, STRING, DYNAMIC -> value.toString();
        };
    }

    /** A time without the zeros of its fraction. */
    private static String time(long ticks) {
        String text = Ticks.format(ticks);
        int end = text.length() - 1;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + "Z";
    }
}
