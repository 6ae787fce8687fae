package dev.grebe.pipeline;

import dev.grebe.engine.Execution;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: execute, stage, commit, report. Used once. */
final class Runner {
    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    private final Checked checked;
    private final Run run;
    private final Function<Run, Execution> engine;
    private final Delivery delivery;
    private Optional<Outcome> outcome = Optional.empty();
    private List<Finding> findings = List.of();

    Runner(Checked checked, Run run, Function<Run, Execution> engine) {
        this.checked = checked;
        this.run = run;
        this.engine = engine;
        this.delivery = new Delivery(checked.components().sinks(), run);
    }

    Report run(Progress progress) {
        try {
            execute(progress);
            delivery.deliver(findings);
        } catch (RuntimeException | Error e) {
            end(e);
            throw e;
        }
        Report report = report(Optional.empty());
        undisturbed(() -> write(report));
        return report;
    }

    private void execute(Progress progress) {
        try (Execution execution = engine.apply(run)) {
            Outcome ended = execution.run(progress);
            outcome = Optional.of(ended);
            findings = FindingList.of(checked.plans(), ended);
        }
    }

    /** Leaves no trace but the report. */
    private void end(Throwable failure) {
        undisturbed(() -> {
            delivery.abort();
            try {
                write(report(Optional.of(failure)));
            } catch (RuntimeException e) {
                log.warn("The report of the failed run could not be written: {}", e.getMessage());
                failure.addSuppressed(e);
            }
        });
    }

    /** Puts an interruption aside meanwhile: it would break the writing of files. */
    private static void undisturbed(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(Report report) {
        try (Staging staging = checked.storage().stage(report.file())) {
            staging.output().write(report.json().getBytes(StandardCharsets.UTF_8));
            staging.commit();
        } catch (IOException | SinkException e) {
            String state = delivery.committed().isEmpty() ? "" : " The findings are committed.";
            throw new SinkException("report %s: %s.%s".formatted(report.file(), e.getMessage(), state), e);
        }
    }

    private Report report(Optional<Throwable> failure) {
        ExitCode exit = failure.map(ExitCode::of).orElse(isDegraded() ? ExitCode.DEGRADED : ExitCode.OK);
        return new Report(
                Version.current(),
                run.pipeline(),
                run.id(),
                Json.sha256(Json.pretty(checked.effective())),
                run.window(),
                run.started(),
                Instant.now(),
                status(exit),
                exit,
                failure.map(Runner::line).orElse(""),
                tables(),
                detectors(),
                outcome.map(Outcome::operators).orElse(List.of()),
                sinks(),
                checked.report());
    }

    private static Report.Status status(ExitCode exit) {
        return switch (exit) {
            case OK, FINDINGS -> Report.Status.COMPLETE;
            case DEGRADED -> Report.Status.DEGRADED;
            case INTERRUPTED -> Report.Status.INTERRUPTED;
            case USAGE, CONFIG, INPUT, SINK, LIMIT, PLUGIN, INTERNAL -> Report.Status.FAILED;
        };
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage();
        return message == null || ExitCode.of(failure) == ExitCode.INTERNAL ? failure.toString() : message;
    }

    private boolean isDegraded() {
        return outcome.stream()
                .flatMap(ended -> ended.tables().values().stream())
                .anyMatch(account -> account.rowsRejected() > 0);
    }

    private Map<String, Report.TableReport> tables() {
        Map<String, Report.TableReport> tables = new LinkedHashMap<>();
        for (Part part : checked.parts()) {
            Optional<Account> account = outcome.map(ended -> ended.tables().get(part.name()));
            if (part.kind() == Kind.SOURCE && account.isPresent()) {
                long delivered =
                        outcome.map(ended -> ended.delivered().get(part.name())).orElse(0L);
                tables.put(part.name(), new Report.TableReport(account.get(), delivered));
            }
        }
        return tables;
    }

    private Map<String, Report.DetectorReport> detectors() {
        Map<String, Report.DetectorReport> detectors = new LinkedHashMap<>();
        for (Plan plan : checked.plans()) {
            long found = findings.stream()
                    .filter(finding -> finding.detector().equals(plan.detector()))
                    .count();
            List<Outcome.LabelCount> funnel =
                    outcome.map(ended -> ended.funnels().get(plan.detector())).orElse(List.of());
            detectors.put(plan.detector(), new Report.DetectorReport(plan.rule(), found, funnel));
        }
        return detectors;
    }

    private List<Report.SinkReport> sinks() {
        return checked.parts().stream()
                .filter(part -> part.kind() == Kind.SINK)
                .map(part -> new Report.SinkReport(
                        part.name(),
                        part.plugin().name(),
                        Objects.requireNonNull(
                                        checked.components().sinks().get(part.name()),
                                        "a checked pipeline has all sinks")
                                .delivery(),
                        checked.targets().find(part.name()).orElse(""),
                        delivery.committed().contains(part.name())))
                .toList();
    }
}
