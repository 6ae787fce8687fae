package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Relation;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Presets bind against the tables that rules read. */
final class PresetsTest {
    private static final List<String> TABLES =
            List.of("DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileCertificateInfo");

    @TempDir
    Path folder;

    static Stream<String> names() {
        return Presets.NAMES.stream();
    }

    private Checked checked(Map<String, String> tables) throws IOException {
        List<String> lines = new ArrayList<>(List.of("version: 1", "tables:"));
        TABLES.forEach(table -> lines.add("  %s: {%s}".formatted(table, tables.getOrDefault(table, "empty: true"))));
        lines.addAll(List.of(
                "detectors: {scm-remote-service: {}}", "sinks: {findings: {type: jsonl, path: out/findings.jsonl}}"));
        Path file = folder.resolve("p.yaml");
        Files.write(file, lines);
        return Pipeline.load(file, "p.yaml", Overrides.NONE, Catalog.discover(), Lab.TERMINAL)
                .checked();
    }

    private static List<String> tablesOf(String preset) {
        return List.copyOf(((Preset) Presets.find(preset).orElseThrow().settings())
                .tables()
                .keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTableOfAPresetBinds(String preset) throws IOException {
        for (String table : tablesOf(preset)) {
            Checked checked = checked(Map.of(table, "preset: %s, source: jsonl, path: lake/".formatted(preset)));

            assertThat(checked.plans()).hasSize(1);
            assertThat(checked.views().scans()).hasSize(TABLES.size());
        }
    }

    @Test
    void theTablesOfOneStreamAreOneScan() throws IOException {
        String stream = "preset: defender-streaming, path: export/";
        LakeViews views = checked(Map.of(TABLES.get(0), stream, TABLES.get(1), stream, TABLES.get(2), stream))
                .views();

        assertThat(views.scans())
                .extracting(LakeViews.ScannedTable::name)
                .containsExactly("DeviceProcessEvents, DeviceNetworkEvents, DeviceFileCertificateInfo");
        assertThat(views.views()).containsOnlyKeys(TABLES);
        Relation process = views.views().get("DeviceProcessEvents");
        assertThat(process.toString()).contains("properties.FileName", "AdvancedHunting-DeviceProcessEvents");
    }

    @Test
    void aColumnOfTheFileComesBeforeThePresets() throws IOException {
        Relation view = checked(Map.of(
                        "DeviceProcessEvents", "preset: sysmon-jsonl, path: lake/, columns: {SHA1: tolower(sha)}"))
                .views()
                .views()
                .get("DeviceProcessEvents");

        assertThat(view.toString()).contains("SHA1 = tolower(sha)");
    }

    @Test
    void anUnknownPresetAndATableItDoesNotKnowAreReportedWithWhatThereIs() {
        assertThatThrownBy(() -> checked(Map.of("DeviceProcessEvents", "preset: sysmon-json, path: lake/")))
                .hasMessageContaining("there is no preset 'sysmon-json'. Did you mean 'sysmon-jsonl'?");
        assertThatThrownBy(() -> checked(Map.of("DeviceNetworkEvents", "preset: ocsf-process, path: lake/")))
                .hasMessageContaining("preset 'ocsf-process' does not know a table 'DeviceNetworkEvents'.");
    }
}
