package dev.grebe.pipeline;

import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Storage;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.SettingsWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a pipeline writes: what sinks call {@code path}, and the report. */
final class Targets {
    private static final String REPORT = "run.json";

    private final Map<String, String> bySink = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Path folder;
    private final Problems problems;

    /** @param folder of the pipeline file */
    Targets(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Notes the sinks' paths; two that are the same file are a problem. */
    void addSinks(List<Part> parts) {
        for (Part part : parts) {
            Optional<String> path = part.kind() == Kind.SINK ? path(part) : Optional.empty();
            path.ifPresent(written -> {
                bySink.put(part.name(), written);
                claim(
                        written.endsWith("/") ? written + part.plugin().name() + "/" : written,
                        "sink '" + part.name() + "'",
                        part.bound().place("path"));
            });
        }
    }

    /** The file of a sink as its settings name it; empty if it writes to none. */
    Optional<String> find(String sink) {
        return Optional.ofNullable(bySink.get(sink));
    }

    /**
     * Where the report goes, checked: what the file says, else beside the first file sink, else beside the file.
     *
     * @param written {@code ""} if the file does not say
     */
    String report(String written, Place place, Storage storage) {
        String report = written.isEmpty()
                ? bySink.values().stream().findFirst().map(Targets::beside).orElse(REPORT)
                : written;
        try {
            storage.requireTarget(report, "report");
        } catch (SettingException e) {
            if (!written.isEmpty()) {
                e.problems().forEach(problem -> problems.add(place, "report: " + problem.message()));
            }
        }
        claim(report, "the report", place);
        return report;
    }

    private void claim(String path, String owner, Place place) {
        String other = owners.putIfAbsent(FilePaths.absolute(folder, path), owner);
        if (other != null) {
            problems.add(place, "%s writes to the file of %s; give each its own".formatted(owner, other));
        }
    }

    private static Optional<String> path(Part part) {
        Object path =
                SettingsWriter.writeWithoutSecrets(part.bound().settings()).get("path");
        return path instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static String beside(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1) + REPORT;
    }
}
