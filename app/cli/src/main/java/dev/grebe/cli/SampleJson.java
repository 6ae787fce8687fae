package dev.grebe.cli;

import dev.grebe.pipeline.SampleReport;
import dev.grebe.plan.Ticks;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What was seen of a lake, for other programs. The reference of the command documents the shape. */
final class SampleJson {
    private SampleJson() {}

    static void write(SampleReport report, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("path", report.path());
        json.writeStringProperty("format", report.format());
        json.writeStringProperty("why", report.why());
        json.writeName("files");
        json.writeStartObject();
        json.writeNumberProperty("total", report.files());
        json.writeBooleanProperty("counted", report.filesCounted());
        json.writeNumberProperty("bytes", report.bytes());
        json.writeNumberProperty("read", report.filesRead());
        json.writeEndObject();
        json.writeName("rows");
        json.writeStartObject();
        json.writeNumberProperty("total", report.rows());
        json.writeBooleanProperty("counted", report.counted());
        json.writeNumberProperty("read", report.rowsRead());
        json.writeEndObject();
        json.writeNumberProperty("columnsFound", report.columnsFound());
        json.writeName("columns");
        json.writeStartArray();
        report.columns().forEach(column -> write(column, json));
        json.writeEndArray();
        json.writeName("presets");
        json.writeStartArray();
        report.fits().forEach(fit -> write(fit, json));
        json.writeEndArray();
        json.writeStringProperty("tables", report.stanza());
        json.writeName("rejected");
        json.writeStartObject();
        json.writeNumberProperty("files", report.rejectedFiles());
        json.writeNumberProperty("rows", report.rejectedRows());
        write("messages", report.rejections(), json);
        json.writeEndObject();
        write("notes", report.notes(), json);
        json.writeEndObject();
    }

    private static void write(SampleReport.SampledColumn column, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("type", column.typeName());
        json.writeBooleanProperty("partition", column.partition());
        json.writeNumberProperty("missing", column.missing());
        write("values", column.values(), json);
        column.times().ifPresent(times -> {
            json.writeStringProperty("from", Ticks.format(times.from()));
            json.writeStringProperty("to", Ticks.format(times.to()));
        });
        json.writeEndObject();
    }

    private static void write(SampleReport.PresetFit fit, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("preset", fit.preset());
        json.writeStringProperty("table", fit.table());
        json.writeBooleanProperty("fits", fit.fits());
        json.writeBooleanProperty("chosen", fit.chosen());
        json.writeNumberProperty("columns", fit.columns());
        json.writeNumberProperty("given", fit.given());
        write("missing", fit.missing(), json);
        json.writeStringProperty("why", fit.why());
        json.writeEndObject();
    }

    private static void write(String name, List<String> texts, JsonGenerator json) {
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
