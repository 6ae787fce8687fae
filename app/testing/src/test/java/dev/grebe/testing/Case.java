package dev.grebe.testing;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Lake;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Query;
import dev.grebe.engine.Result;
import dev.grebe.engine.Settings;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Queries over tables, and how they are run. */
record Case(List<Query> queries, Map<String, TableLiteral> tables, Window window, Layout layout, Settings settings) {
    static final Instant STARTED = Instant.parse("2020-09-20T12:00:00Z");

    Case {
        tables = new TreeMap<>(tables);
    }

    /** How an engine's answer differs from the definition, if it does; an exception is a difference. */
    Optional<String> difference() {
        Outcome outcome;
        try {
            outcome = onEngine();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Optional.of("the engine throws " + trace);
        }
        for (Query query : queries) {
            Optional<String> difference = difference(query, outcome);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return outcome.tables().entrySet().stream()
                .filter(entry -> !addsUp(entry.getValue()))
                .map(entry -> "the account of " + entry + " does not add up")
                .findFirst();
    }

    private Optional<String> difference(Query query, Outcome outcome) {
        Naive.Answer expected = expected(query);
        Result result = outcome.results().get(query.name());
        List<String> labels = outcome.funnels().getOrDefault(query.name(), List.of()).stream()
                .map(count -> count.label() + "=" + count.rows())
                .toList();
        if (result == null || !result.schema().equals(expected.schema())) {
            return Optional.of(
                    "%s: the columns are %s".formatted(query.name(), result == null ? "none" : result.schema()));
        } else if (!result.rows().equals(expected.rows())) {
            return Optional.of("%s: the engine finds\n  %s\nexpected\n  %s"
                    .formatted(query.name(), result.rows(), expected.rows()));
        } else if (!labels.equals(expected.labels())) {
            return Optional.of(
                    "%s: the engine counts %s, expected %s".formatted(query.name(), labels, expected.labels()));
        }
        return Optional.empty();
    }

    Naive.Answer expected(Query query) {
        return Naive.evaluate(query.relation(), tables, new Moment(window, STARTED, query.before(), query.after()));
    }

    private Outcome onEngine() {
        Map<String, Source> sources = new HashMap<>();
        tables.forEach((name, table) -> sources.put(name, table.source(layout)));
        Run run = new Run("run", "test", window, STARTED);
        try (Execution execution = new Engine(settings).prepare(queries, Lake.of(sources), run)) {
            return execution.run(Progress.NONE);
        }
    }

    private static boolean addsUp(Account account) {
        return account.rows() == account.rowsRead() + account.rowsSkipped() + account.rowsRejected();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%s, %s, %s".formatted(window, layout, settings));
        for (Query query : queries) {
            text.append("\n%s (%s before, %s after):\n%s\n"
                    .formatted(query.name(), query.before(), query.after(), query.relation()));
        }
        tables.values().forEach(table -> text.append("\n").append(table));
        return text.toString();
    }
}
