package dev.grebe.pipeline;

import dev.grebe.plugins.Yaml;
import java.util.List;
import java.util.Optional;

/** Dotted paths into a tree of settings. */
final class TreePath {
    private TreePath() {}

    /**
     * The tree with a value at a path; what is missing on the way is made. Where a key has a dot in it, the key wins over
     * the path. Empty if the path leads through something that is no mapping.
     */
    static Optional<Yaml.Mapping> set(Yaml.Mapping tree, String path, Yaml value) {
        String key = tree.keys().stream()
                .filter(known -> path.equals(known) || path.startsWith(known + "."))
                .reduce((one, other) -> one.length() >= other.length() ? one : other)
                .orElse(path.contains(".") ? path.substring(0, path.indexOf('.')) : path);
        if (path.equals(key)) {
            return key.isEmpty() ? Optional.empty() : Optional.of(tree.with(new Yaml.Entry(value.place(), key, value)));
        }
        Optional<Yaml.Entry> entry = tree.find(key);
        Yaml inner = entry.isPresent() ? entry.get().value() : new Yaml.Mapping(value.place(), List.of());
        if (!(inner instanceof Yaml.Mapping mapping) || key.isEmpty()) {
            return Optional.empty();
        }
        return set(mapping, path.substring(key.length() + 1), value)
                .map(changed ->
                        tree.with(new Yaml.Entry(entry.map(Yaml.Entry::place).orElse(value.place()), key, changed)));
    }
}
