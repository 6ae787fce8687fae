package dev.grebe.cli;

import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Tables;
import java.time.Duration;
import java.util.List;

/** Finds every row of the table {@code Events}. */
public final class EveryRow implements DetectorPlugin<EveryRow.Settings> {
    static final Table EVENTS = Table.events(
                    "Events", "Timestamp", Schema.of("Timestamp", Type.TIMESTAMP, "Name", Type.STRING))
            .requiring("Timestamp");

    /** @param label of the rows in the funnel */
    @About("Finds every row")
    public record Settings(
            @About("What the rows are called") @Default("rows")
            String label) {
        public Settings {
            if (label.isBlank()) {
                throw new SettingException("label", "is blank");
            }
        }
    }

    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "every-row";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public com.google.inject.Module module(Settings settings) {
        return binder -> binder.bind(Detector.class).toInstance(new EveryRowDetector(settings));
    }

    private record EveryRowDetector(Settings settings) implements Detector {
        @Override
        public Rule rule() {
            return new Rule(
                    "test-1",
                    "1",
                    "Every row",
                    "",
                    Rule.Severity.LOW,
                    List.of(),
                    List.of(),
                    "",
                    "",
                    List.of(),
                    List.of());
        }

        @Override
        public Findings plan(Tables tables) {
            Relation rows = tables.read(EVENTS).as(settings.label());
            return new Findings(rows, "Timestamp", List.of(), List.of("Name"), Duration.ZERO, Duration.ZERO);
        }
    }
}
