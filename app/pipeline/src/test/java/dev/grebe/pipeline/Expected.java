package dev.grebe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the SCM rule must find in recorded telemetry: {@code expected.json} beside it. */
final class Expected {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode root;

    private Expected(JsonNode root) {
        this.root = root;
    }

    static Expected of(Path file) throws IOException {
        return new Expected(JSON.readTree(Files.readString(file)));
    }

    /** The count of that name: rows of tables, steps of the rule. */
    long count(String name) {
        return root.required("stats").required(name).longValue();
    }

    /** The findings that are due to one of these reasons: {@code hash}, {@code lolbin}. */
    List<Map<String, String>> findings(String... reasons) {
        List<Map<String, String>> findings = new ArrayList<>();
        for (JsonNode finding : root.required("findings")) {
            List<String> by = List.of(finding.path("by").asString("").split("\\+"));
            if (reasons.length == 0 || Arrays.stream(reasons).anyMatch(by::contains)) {
                findings.add(values(finding, finding));
            }
        }
        return findings;
    }

    /** The same columns of the findings in a file that the jsonl sink has written. */
    List<Map<String, String>> sameOf(Path written) throws IOException {
        JsonNode findings = root.required("findings");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(written)) {
            JsonNode row = JSON.readTree(line).required("row");
            rows.add(values(findings.isEmpty() ? row : findings.get(0), row));
        }
        return rows;
    }

    /** The columns of that finding, of this finding or row: times as instants, seconds as the rule counts them. */
    private static Map<String, String> values(JsonNode finding, JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        for (String name : finding.propertyNames()) {
            if (name.startsWith("Timestamp")) {
                values.put(name, time(row, name).toString());
            } else if (row.has(name)) {
                values.put(name, row.required(name).asString());
            } else if (name.equals("secondsToChild")) {
                values.put(name, clockSeconds(row, "TimestampNetworkAct", "TimestampChild"));
            } else if (name.equals("secondsSinceServicesExe")) {
                values.put(name, clockSeconds(row, "TimestampServicesExe", "TimestampNetworkAct"));
            }
        }
        values.remove("by");
        return values;
    }

    private static String clockSeconds(JsonNode row, String earlier, String later) {
        return Long.toString(
                time(row, later).getEpochSecond() - time(row, earlier).getEpochSecond());
    }

    private static Instant time(JsonNode row, String name) {
        return Instant.parse(row.required(name).stringValue());
    }
}
