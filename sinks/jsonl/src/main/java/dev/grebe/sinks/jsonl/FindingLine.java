package dev.grebe.sinks.jsonl;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Visible;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A finding as a line of JSON: times in ISO 8601 with seven digits, spans as Kusto prints them, dynamic values as JSON, and
 * doubles that JSON has no number for as {@code "NaN"}, {@code "+inf"}, {@code "-inf"}. Characters that a terminal would
 * act on are escaped, so that a line can be looked at.
 */
final class FindingLine {
    // Shortest digits on every Java: its own changed with version 19, and a line is to be the same bytes.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private FindingLine() {}

    /** The line, without a newline. */
    static String of(Finding finding) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", finding.id());
            json.writeStringProperty("detector", finding.detector());
            json.writeStringProperty("rule", finding.rule().id());
            json.writeStringProperty("title", finding.rule().title());
            json.writeStringProperty(
                    "severity", finding.rule().severity().name().toLowerCase(Locale.ROOT));
            json.writeName("time");
            writeValue(json, Type.TIMESTAMP, finding.time());
            json.writeArrayPropertyStart("attack");
            finding.rule().attack().forEach(json::writeString);
            json.writeEndArray();
            json.writeObjectPropertyStart("row");
            writeRow(json, finding);
            json.writeEndObject();
            json.writeEndObject();
        }
        // All of it is JSON text: what is not plain stands inside quotes, where an escape means the same.
        return Visible.of(line.toString());
    }

    private static void writeRow(JsonGenerator json, Finding finding) {
        for (int column = 0; column < finding.schema().size(); column++) {
            json.writeName(finding.schema().field(column).name());
            writeValue(
                    json,
                    finding.schema().field(column).type(),
                    finding.values().get(column));
        }
    }

    private static void writeValue(JsonGenerator json, Type type, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (type) {
            case BOOL -> json.writeBoolean((Boolean) value);
            case LONG -> json.writeNumber((Long) value);
            case DOUBLE -> writeDouble(json, (Double) value);
            case STRING -> json.writeString((String) value);
            case TIMESTAMP -> json.writeString(Ticks.format((Long) value));
            case DURATION -> json.writeString(Ticks.formatSpan((Long) value));
            case DYNAMIC -> json.writeRawValue((String) value);
        }
    }

    private static void writeDouble(JsonGenerator json, double value) {
        if (Double.isNaN(value)) {
            json.writeString("NaN");
        } else if (Double.isInfinite(value)) {
            json.writeString(value > 0 ? "+inf" : "-inf");
        } else {
            json.writeNumber(value);
        }
    }
}
