package dev.grebe.pipeline;

import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was set aside, as JSON lines: one a row or file. */
final class DeadLetters {
    static final String FILE = "rejected.jsonl";

    private DeadLetters() {}

    /** The place of the letters: beside the report. */
    static String beside(String report) {
        return report.substring(0, report.lastIndexOf('/') + 1) + FILE;
    }

    static String write(List<Quarantine.Letter> letters) {
        StringBuilder lines = new StringBuilder();
        letters.forEach(letter -> lines.append(Json.line(json(letter))).append('\n'));
        return lines.toString();
    }

    private static Map<String, Object> json(Quarantine.Letter letter) {
        Rejection rejection = letter.rejection();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", letter.table());
        json.put("file", Visible.of(rejection.file()));
        switch (rejection.position().unit()) {
            case FILE -> {
                // It has no place in itself.
            }
            case LINE, ROW, BYTE ->
                json.put(
                        rejection.position().unit().name().toLowerCase(Locale.ROOT),
                        rejection.position().number());
            case ROW_GROUP -> json.put("rowGroup", rejection.position().number());
        }
        if (!rejection.column().isEmpty()) {
            json.put("column", Visible.of(rejection.column()));
        }
        json.put("reason", rejection.reason().name());
        json.put("detail", rejection.detail());
        if (!rejection.raw().isEmpty()) {
            json.put("raw", Visible.of(rejection.raw()));
        }
        return json;
    }
}
