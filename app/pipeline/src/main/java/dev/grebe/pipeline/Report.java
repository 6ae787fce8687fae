package dev.grebe.pipeline;

import dev.grebe.engine.Outcome;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did; written as {@code run.json}. But for the times it is the same for the same input.
 *
 * @param grebe the version that ran
 * @param pipeline its name
 * @param run names what is computed: the same in every try of the same run
 * @param config SHA-256 of the pipeline with defaults filled in and secrets hidden
 * @param error one line; {@code ""} if there was none
 * @param tables by name, in the order of the file; empty if the run did not get so far
 * @param detectors by name, in the order of the file
 * @param requests what was asked of remote storages, see {@link dev.grebe.plugin.Storage#requests}
 * @param file where the report is written
 */
public record Report(
        String grebe,
        String pipeline,
        String run,
        String config,
        Window window,
        Instant started,
        Instant finished,
        Status status,
        ExitCode exit,
        String error,
        Map<String, TableReport> tables,
        Map<String, DetectorReport> detectors,
        List<Outcome.OperatorTime> operators,
        List<SinkReport> sinks,
        Map<String, Long> requests,
        String file) {
    /** How the run ended. */
    public enum Status {
        COMPLETE,
        /** Complete, but bad rows were left out. */
        DEGRADED,
        FAILED,
        INTERRUPTED
    }

    /**
     * What became of a table.
     *
     * @param delivered rows that at least one detector's pushed-down conditions kept
     * @param rejected rows and files that were set aside, by file and reason
     */
    public record TableReport(Account account, long delivered, Map<String, Map<Reason, Long>> rejected) {}

    /**
     * What a detector found.
     *
     * @param funnel rows of each labelled relation, inputs first
     */
    public record DetectorReport(Rule rule, long findings, List<Outcome.LabelCount> funnel) {
        public DetectorReport {
            funnel = List.copyOf(funnel);
        }
    }

    /**
     * What became of a sink.
     *
     * @param type its plugin
     * @param target where it writes, as the pipeline file says; {@code ""} if its settings have no {@code path}
     * @param committed whether it shows the findings
     */
    public record SinkReport(String name, String type, Sink.Delivery delivery, String target, boolean committed) {}

    public Report {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        detectors = Collections.unmodifiableMap(new LinkedHashMap<>(detectors));
        operators = List.copyOf(operators);
        sinks = List.copyOf(sinks);
        requests = Collections.unmodifiableMap(new TreeMap<>(requests));
    }

    /** Findings of all detectors. */
    public long findings() {
        return detectors.values().stream().mapToLong(DetectorReport::findings).sum();
    }

    /** This report as JSON. */
    public String json() {
        return ReportJson.write(this);
    }
}
