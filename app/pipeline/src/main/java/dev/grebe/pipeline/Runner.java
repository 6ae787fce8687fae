package dev.grebe.pipeline;

import dev.grebe.engine.Execution;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugins.Kind;
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
    private final Function<Quarantine, Execution> engine;
    private final Quarantine quarantine;
    private final Delivery delivery;
    private Optional<Outcome> outcome = Optional.empty();
    private List<Finding> findings = List.of();

    /** @param engine begins an attempt, with what takes the bad input of all attempts */
    Runner(Checked checked, Run run, Function<Quarantine, Execution> engine) {
        this.checked = checked;
        this.run = run;
        this.engine = engine;
        this.quarantine = checked.run().quarantine();
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
        undisturbed(() -> {
            if (quarantine.policy() == BadInput.QUARANTINE) {
                write(DeadLetters.beside(report.file()), DeadLetters.write(quarantine.letters()));
            }
            write(report.file(), report.json());
        });
        return report;
    }

    /** Where bad files are set aside, damage that is met late voids the attempt: the next goes without the file. */
    private void execute(Progress progress) {
        while (outcome.isEmpty()) {
            try (Execution execution = engine.apply(quarantine)) {
                Outcome ended = execution.run(progress);
                quarantine.requireShare(ended.tables().values());
                findings = FindingList.of(checked.plans(), ended);
                outcome = Optional.of(ended);
            } catch (DataException damage) {
                if (!quarantine.setsAside(damage)) {
                    throw damage;
                }
            }
        }
    }

    /** Leaves no trace but the report. */
    private void end(Throwable failure) {
        undisturbed(() -> {
            delivery.abort();
            try {
                Report report = report(Optional.of(failure));
                write(report.file(), report.json());
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

    private void write(String file, String text) {
        try (Staging staging = checked.storage().stage(file)) {
            staging.output().write(text.getBytes(StandardCharsets.UTF_8));
            staging.commit();
        } catch (IOException | SinkException e) {
            String state = delivery.committed().isEmpty() ? "" : " The findings are committed.";
            throw new SinkException("report %s: %s.%s".formatted(file, e.getMessage(), state), e);
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
                checked.storage().requests(),
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
                .anyMatch(account -> account.rowsRejected() > 0 || account.filesRejected() > 0);
    }

    private Map<String, Report.TableReport> tables() {
        Map<String, Report.TableReport> tables = new LinkedHashMap<>();
        for (LakeViews.ScannedTable scan : checked.views().scans()) {
            Optional<Account> account = outcome.map(ended -> ended.tables().get(scan.name()));
            if (account.isPresent()) {
                long delivered =
                        outcome.map(ended -> ended.delivered().get(scan.name())).orElse(0L);
                tables.put(
                        scan.name(), new Report.TableReport(account.get(), delivered, quarantine.counts(scan.name())));
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
        return checked.parts().all().stream()
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
