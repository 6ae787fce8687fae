package dev.grebe.plugin;

import dev.grebe.plan.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a detector's result.
 *
 * @param id depends on the detector's name and the identity columns alone: the same finding has it in every run
 * @param detector its name in the pipeline file
 * @param time ticks; null only where the row has no time
 * @param schema columns of the values
 * @param shown columns worth showing, most telling first
 * @param values by place in the schema: {@link dev.grebe.plan.Type#literal} objects or null
 */
public record Finding(
        String id,
        String detector,
        Rule rule,
        @Nullable Long time,
        Schema schema,
        List<String> shown,
        List<@Nullable Object> values) {
    public Finding {
        shown = List.copyOf(shown);
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
