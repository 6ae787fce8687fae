package dev.grebe.sources.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes all fields of one record as text. For headers: it makes objects. */
final class Names {
    private Names() {}

    /** The fields of a record that is well formed. */
    static List<String> split(Records records, Delimiter delimiter) {
        String text =
                new String(records.bytes(), records.start(), records.end() - records.start(), StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder name = new StringBuilder();
            at = text.startsWith("\"", at) ? quoted(text, at + 1, name) : at;
            int end = text.indexOf(delimiter.value(), at);
            names.add(name.append(text, at, end < 0 ? text.length() : end).toString());
            if (end < 0) {
                return names;
            }
            at = end + 1;
        }
    }

    private static int quoted(String text, int start, StringBuilder name) {
        int at = start;
        while (true) {
            int quote = text.indexOf('"', at);
            name.append(text, at, quote);
            if (!text.startsWith("\"", quote + 1)) {
                return quote + 1;
            }
            name.append('"');
            at = quote + 2;
        }
    }
}
