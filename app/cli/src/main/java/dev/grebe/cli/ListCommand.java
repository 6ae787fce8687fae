package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Shows the plugins there are and what can be set in each. */
@Command(name = "list", description = "List sources, detectors and sinks with their settings.")
final class ListCommand extends GrebeCommand {
    private static final int CELL_WIDTH = 24;

    @Option(names = "--format", paramLabel = "human|json", description = "How to write it (default: human).")
    private Format format = Format.HUMAN;

    ListCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Catalog catalog = Catalog.discover();
        if (format == Format.JSON) {
            shell.out().println(Json.text(json -> write(catalog, json)));
        } else {
            for (Kind kind : Kind.values()) {
                catalog.plugins(kind).values().forEach(plugin -> print(kind, plugin));
            }
        }
        return ExitCode.OK;
    }

    private void print(Kind kind, Plugin<?> plugin) {
        shell.out().println(outStyle().bold(kind.label() + " " + Visible.of(plugin.name())));
        if (!about(plugin).isEmpty()) {
            shell.out().println("  " + Visible.of(about(plugin)));
        }
        for (Setting setting : Setting.of(plugin.settings())) {
            String value = setting.defaultYaml().map(ListCommand::shortened).orElse("(required)");
            shell.out()
                    .println(("    " + padded(Visible.of(setting.name())) + padded(value) + Visible.of(setting.about()))
                            .stripTrailing());
        }
        shell.out().println();
    }

    private static String padded(String cell) {
        return cell + " ".repeat(Math.max(2, CELL_WIDTH - cell.length()));
    }

    /** A default may be a list of a hundred names. */
    private static String shortened(String yaml) {
        int most = CELL_WIDTH - 2;
        String line =
                Visible.of(String.join(" ", yaml.lines().map(String::strip).toList()));
        return line.length() <= most ? line : line.substring(0, most - 2) + "..";
    }

    private static String about(Plugin<?> plugin) {
        About about = plugin.settings().getAnnotation(About.class);
        return about == null ? "" : about.value();
    }

    private static void write(Catalog catalog, JsonGenerator json) {
        json.writeStartArray();
        for (Kind kind : Kind.values()) {
            for (Map.Entry<String, Plugin<?>> plugin : catalog.plugins(kind).entrySet()) {
                json.writeStartObject();
                json.writeStringProperty("kind", kind.label());
                json.writeStringProperty("name", plugin.getKey());
                json.writeStringProperty("about", about(plugin.getValue()));
                json.writeName("settings");
                write(Setting.of(plugin.getValue().settings()), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void write(List<Setting> settings, JsonGenerator json) {
        json.writeStartArray();
        for (Setting setting : settings) {
            json.writeStartObject();
            json.writeStringProperty("name", setting.name());
            json.writeStringProperty("expected", setting.shape().expected());
            json.writeStringProperty("about", setting.about());
            json.writeBooleanProperty("required", setting.defaultYaml().isEmpty());
            setting.defaultYaml().ifPresent(yaml -> json.writeStringProperty("default", yaml));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
