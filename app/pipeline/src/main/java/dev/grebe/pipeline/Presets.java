package dev.grebe.pipeline;

import dev.grebe.plugins.Binder;
import dev.grebe.plugins.Bound;
import dev.grebe.plugins.Origin;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import dev.grebe.plugins.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The presets that come with Grebe: data, one file each. */
final class Presets {
    static final List<String> NAMES = List.of(
            "defender", "defender-streaming", "ocsf-network", "ocsf-process", "sentinel-export", "sysmon-jsonl");

    private Presets() {}

    /** A preset, with the places of its parts; empty if there is none of that name. */
    static Optional<Bound> find(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        String file = "presets/" + name + ".yaml";
        Problems problems = new Problems();
        Optional<Yaml> tree = YamlReader.read(Origin.file("preset " + name, text(file)), text(file), problems);
        Optional<Bound> bound = tree.flatMap(yaml -> new Binder("preset " + name, problems).bind(Preset.class, yaml));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.list().toString());
        }
        return bound;
    }

    private static String text(String file) {
        try (InputStream stream = Presets.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no resource " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
