package dev.grebe.pipeline;

import dev.grebe.plugins.Durations;
import dev.grebe.plugins.Instants;
import dev.grebe.plugins.Origin;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Quoted;
import dev.grebe.plugins.Yaml;
import dev.grebe.plugins.YamlReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says instead of the pipeline file. Nothing is checked before it is applied: what is wrong is
 * reported with what is wrong in the file, in the name of the option.
 */
public final class Overrides {
    /** The file as it is. */
    public static final Overrides NONE = new Overrides(List.of());

    private final List<Change> changes;

    private record Change(String option, String value) {}

    private Overrides(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /** {@code --set key=value}: a dotted path into the file and a value in YAML. */
    public Overrides set(String keyAndValue) {
        return with("--set", keyAndValue);
    }

    /** {@code --from}: the start of the window. */
    public Overrides from(String time) {
        return with("--from", time);
    }

    /** {@code --to}: the end of the window. */
    public Overrides to(String time) {
        return with("--to", time);
    }

    /** {@code --last}: the window of this length that ends at {@code --to}, or else now. */
    public Overrides last(String span) {
        return with("--last", span);
    }

    /** {@code --threads}. */
    public Overrides threads(String count) {
        return with("--threads", count);
    }

    /** {@code --memory}. */
    public Overrides memory(String size) {
        return with("--memory", size);
    }

    private Overrides with(String option, String value) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(option, value));
        return new Overrides(all);
    }

    /** The tree with all changes made. */
    Yaml.Mapping apply(Yaml.Mapping root, Instant now, Problems problems) {
        Yaml.Mapping changed = root;
        for (Change change : changes) {
            changed = switch (change.option()) {
                case "--set" -> set(changed, change.value(), problems);
                case "--last" -> last(changed, change.value(), now, problems);
                default -> text(changed, change.option(), change.value());
            };
        }
        return changed;
    }

    private static Yaml.Mapping text(Yaml.Mapping root, String option, String value) {
        Origin origin = Origin.option(option);
        String path = "run." + option.substring(2);
        return TreePath.set(root, path, Yaml.Scalar.plain(origin.start(), value))
                .orElse(root);
    }

    private Yaml.Mapping last(Yaml.Mapping root, String value, Instant now, Problems problems) {
        Origin origin = Origin.option("--last");
        Optional<Duration> span = Durations.parse(value).filter(length -> !length.isNegative() && !length.isZero());
        if (span.isEmpty()) {
            problems.add(origin.start(), "expected a duration such as 15m, 24h or 7d, found " + Quoted.of(value) + ".");
            return root;
        }
        if (changes.stream().anyMatch(change -> change.option().equals("--from"))) {
            problems.add(origin.start(), "stands beside --from; give one of them");
            return root;
        }
        Optional<String> to = changes.stream()
                .filter(change -> change.option().equals("--to"))
                .map(Change::value)
                .reduce((first, second) -> second);
        Instant end = to.flatMap(Instants::parse).orElse(now);
        Yaml.Mapping started = TreePath.set(
                        root,
                        "run.from",
                        Yaml.Scalar.plain(origin.start(), end.minus(span.get()).toString()))
                .orElse(root);
        return to.isPresent()
                ? started
                : TreePath.set(started, "run.to", Yaml.Scalar.plain(origin.start(), end.toString()))
                        .orElse(started);
    }

    private static Yaml.Mapping set(Yaml.Mapping root, String keyAndValue, Problems problems) {
        int equals = keyAndValue.indexOf('=');
        if (equals <= 0) {
            problems.add(
                    Origin.option("--set").start(),
                    "expected key=value, such as run.threads=4, found " + Quoted.of(keyAndValue) + ".");
            return root;
        }
        String path = keyAndValue.substring(0, equals);
        Origin origin = Origin.option("--set " + path);
        Problems wrong = new Problems();
        Optional<Yaml> value = YamlReader.read(origin, keyAndValue.substring(equals + 1), wrong);
        wrong.list().forEach(problem -> problems.add(problem.place(), problem.message()));
        if (value.isEmpty()) {
            if (wrong.isEmpty()) {
                problems.add(origin.start(), "there is no value behind the '='");
            }
            return root;
        }
        Optional<Yaml.Mapping> changed = TreePath.set(root, path, value.get());
        if (changed.isEmpty()) {
            problems.add(origin.start(), "the path leads through something that is no mapping");
        }
        return changed.orElse(root);
    }
}
