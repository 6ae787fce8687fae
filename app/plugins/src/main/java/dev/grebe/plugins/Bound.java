package dev.grebe.plugins;

import java.util.Optional;

/**
 * Settings with the tree they were read from, so that what is found wrong later can be reported at its place.
 *
 * @param tree what the file said, with defaults filled in
 */
public record Bound(Record settings, Yaml.Mapping tree) {
    /** The place of a setting, dotted for a nested one; that of the nearest one around it that the file has. */
    public Place place(String setting) {
        return place(tree, tree.place(), setting);
    }

    /** The place of a setting's value or what is nearest around it, starting from a mapping at a place of the file. */
    static Place place(Yaml.Mapping tree, Place around, String setting) {
        Yaml.Mapping mapping = tree;
        Place nearest = around;
        for (String name : setting.split("\\.")) {
            Optional<Yaml.Entry> entry = mapping.find(name);
            if (entry.isEmpty() || entry.get().value().place().origin().isDefault()) {
                return nearest;
            }
            nearest = entry.get().value().place();
            if (!(entry.get().value() instanceof Yaml.Mapping inner)) {
                return nearest;
            }
            mapping = inner;
        }
        return nearest;
    }
}
