package dev.grebe.plugins;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Settings with the tree they were read from, so that what is found wrong later can be reported at its place.
 *
 * @param tree what the file said, with defaults filled in
 */
public record Bound(Record settings, Yaml.Mapping tree) {
    /** The place of a setting, dotted for a nested one, with the index for an item of a list; that of the nearest one around it that the file has. */
    public Place place(String setting) {
        return place(tree, tree.place(), setting);
    }

    /** The place of a setting's value or what is nearest around it, starting from a mapping at a place of the file. */
    static Place place(Yaml.Mapping tree, Place around, String setting) {
        Yaml current = tree;
        Place nearest = around;
        for (String name : setting.split("\\.")) {
            Optional<Yaml> inner = inner(current, name);
            if (inner.isEmpty() || inner.get().place().origin().isDefault()) {
                return nearest;
            }
            current = inner.get();
            nearest = current.place();
        }
        return nearest;
    }

    private static Optional<Yaml> inner(Yaml yaml, String name) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return mapping.find(name).map(Yaml.Entry::value);
        }
        List<Yaml> items = yaml instanceof Yaml.Sequence sequence ? sequence.items() : List.of();
        return IntStream.range(0, items.size())
                .filter(i -> Integer.toString(i).equals(name))
                .mapToObj(items::get)
                .findFirst();
    }
}
