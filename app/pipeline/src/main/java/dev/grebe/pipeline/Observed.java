package dev.grebe.pipeline;

import dev.grebe.plan.Type;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was seen of one column's values. */
final class Observed {
    private static final int MOST_VALUES = 64;
    private static final int LONGEST = 256;
    private static final int SHOWN_VALUES = 3;
    private static final int SHOWN_CHARACTERS = 40;

    private final StoredColumns.Stored column;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private boolean more;
    private long missing;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    Observed(StoredColumns.Stored column) {
        this.column = column;
    }

    StoredColumns.Stored column() {
        return column;
    }

    /** @param json {@code ""} or null where the value is missing */
    void add(String json) {
        if (json.isEmpty() || json.equals("null")) {
            missing++;
        } else if (json.length() <= LONGEST && (counts.containsKey(json) || counts.size() < MOST_VALUES)) {
            counts.merge(json, 1L, Long::sum);
        } else {
            more = true;
            if (counts.size() < SHOWN_VALUES) {
                counts.merge(json.substring(0, LONGEST), 1L, Long::sum);
            }
        }
    }

    void addTime(long ticks) {
        earliest = Math.min(earliest, ticks);
        latest = Math.max(latest, ticks);
    }

    /** The values with how many rows have each, as JSON; empty if there are too many to know them all. */
    Optional<Map<String, Long>> values() {
        return more ? Optional.empty() : Optional.of(counts);
    }

    SampleReport.SampledColumn report(Type type) {
        List<String> values = new ArrayList<>();
        counts.keySet().stream()
                .limit(SHOWN_VALUES)
                .forEach(json -> values.add(Visible.of(text(json), SHOWN_CHARACTERS)));
        Optional<SampleReport.TimeRange> times =
                earliest > latest ? Optional.empty() : Optional.of(new SampleReport.TimeRange(earliest, latest));
        return new SampleReport.SampledColumn(
                column.field().name(), type, column.isPartition(), values, missing, times);
    }

    /** Text without its quotes, all else as it is. */
    static String text(String json) {
        if (!json.startsWith("\"") || !json.endsWith("\"") || json.length() < 2) {
            return json;
        }
        JsonNode value = JsonMapper.shared().readTree(json);
        return value.isString() ? value.asString() : json;
    }
}
