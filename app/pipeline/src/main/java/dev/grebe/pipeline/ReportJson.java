package dev.grebe.pipeline;

import dev.grebe.engine.Outcome;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON. */
final class ReportJson {
    private ReportJson() {}

    static String write(Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("grebe", report.grebe());
        json.put("pipeline", report.pipeline());
        json.put("run", report.run());
        json.put("config", report.config());
        json.put("status", lower(report.status()));
        json.put("exit", report.exit().code());
        json.put("error", report.error());
        Map<String, @Nullable Object> window = new LinkedHashMap<>();
        window.put("from", time(report.window().from()));
        window.put("to", time(report.window().to()));
        json.put("window", window);
        json.put("started", report.started().toString());
        json.put("finished", report.finished().toString());
        json.put("findings", report.findings());
        json.put("tables", map(report.tables(), ReportJson::table));
        json.put("detectors", map(report.detectors(), ReportJson::detector));
        json.put(
                "operators",
                report.operators().stream().map(ReportJson::operator).toList());
        json.put("sinks", report.sinks().stream().map(ReportJson::sink).toList());
        json.put("requests", report.requests());
        return Json.pretty(json);
    }

    private static <V> Map<String, Object> map(Map<String, V> values, Function<V, Object> write) {
        Map<String, Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, write.apply(value)));
        return written;
    }

    private static Object table(Report.TableReport table) {
        Account account = table.account();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", account.files());
        json.put("filesSkipped", account.filesSkipped());
        json.put("filesRejected", account.filesRejected());
        json.put("bytes", account.bytes());
        json.put("bytesRead", account.bytesRead());
        json.put("rows", account.rows());
        json.put("rowsRead", account.rowsRead());
        json.put("rowsSkipped", account.rowsSkipped());
        json.put("rowsRejected", account.rowsRejected());
        json.put("rowsDelivered", table.delivered());
        json.put("warnings", account.warnings());
        json.put("rejected", rejected(table.rejected()));
        json.put("details", account.details());
        return json;
    }

    private static List<Object> rejected(Map<String, Map<Reason, Long>> byFile) {
        List<Object> all = new ArrayList<>();
        byFile.forEach((file, counts) -> counts.forEach((reason, count) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            json.put("reason", reason.name());
            json.put("count", count);
            all.add(json);
        }));
        return all;
    }

    private static Object detector(Report.DetectorReport detector) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", detector.rule().id());
        json.put("version", detector.rule().version());
        json.put("title", detector.rule().title());
        json.put("severity", lower(detector.rule().severity()));
        json.put("findings", detector.findings());
        List<Map<String, Object>> funnel =
                detector.funnel().stream().map(ReportJson::label).toList();
        json.put("funnel", funnel);
        return json;
    }

    private static Map<String, Object> label(Outcome.LabelCount count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", count.label());
        json.put("rows", count.rows());
        return json;
    }

    private static Object operator(Outcome.OperatorTime time) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", time.operator());
        json.put("rows", time.rows());
        json.put("nanos", time.nanos());
        return json;
    }

    private static Object sink(Report.SinkReport sink) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sink.name());
        json.put("type", sink.type());
        json.put("delivery", lower(sink.delivery()));
        json.put("target", sink.target());
        json.put("committed", sink.committed());
        return json;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String time(@Nullable Long ticks) {
        return ticks == null ? null : Ticks.format(ticks);
    }
}
