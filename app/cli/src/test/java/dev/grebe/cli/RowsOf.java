package dev.grebe.cli;

import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Field;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds every row of the table {@code Events}, read with the columns that its settings state. */
public final class RowsOf implements DetectorPlugin<RowsOf.Settings> {
    private static final String FOUND_AT = "FoundAt";

    /**
     * @param columns types by name
     * @param required columns that must exist and hold no null
     */
    public record Settings(
            Map<String, Type> columns, @Default("[]") List<String> required) {}

    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "rows-of";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public com.google.inject.Module module(Settings settings) {
        return binder -> binder.bind(Detector.class).toInstance(new RowsOfDetector(settings));
    }

    private record RowsOfDetector(Settings settings) implements Detector {
        @Override
        public Rule rule() {
            return new Rule(
                    "test-2", "1", "Rows", "", Rule.Severity.LOW, List.of(), List.of(), "", "", List.of(), List.of());
        }

        @Override
        public Findings plan(Tables tables) {
            List<Field> fields = new ArrayList<>();
            settings.columns().forEach((name, type) -> fields.add(new Field(name, type)));
            String[] required = settings.required().toArray(String[]::new);
            Relation rows = tables.read(Table.state("Events", new Schema(fields))
                            .requiring(required)
                            .refusingNull(required))
                    .extend(literal(0L, Type.TIMESTAMP).as(FOUND_AT));
            return new Findings(rows, FOUND_AT, List.of(), List.of(FOUND_AT), Duration.ZERO, Duration.ZERO);
        }
    }
}
