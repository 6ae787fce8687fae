package dev.grebe.plugins;

import java.util.Optional;

/**
 * Makes settings records of trees: reports every unknown, missing, unfit or refused value at its place and goes on. What
 * a record lacks is taken from its default, setting by setting, also within nested records; lists and maps are replaced
 * whole.
 */
public final class Binder {
    private final String owner;
    private final Problems problems;

    /** @param owner whose settings they are, for the message when the record itself is unfit */
    public Binder(String owner, Problems problems) {
        this.owner = owner;
        this.problems = problems;
    }

    /**
     * The settings, empty if a value was missing, unfit or refused. Keys that the record does not have are problems, but
     * the settings can be made without them, so that what is wrong beyond the record can be found as well.
     *
     * @throws PluginException if the record is not one that settings can be, or its constructor fails with anything but a
     *     {@link dev.grebe.plugin.SettingException}
     */
    public Optional<Bound> bind(Class<? extends Record> type, Yaml yaml) {
        try {
            Setting.check(type);
        } catch (IllegalArgumentException e) {
            throw new PluginException("%s has unfit settings: %s".formatted(owner, e.getMessage()), e);
        }
        Shape.Fields shape = new Shape.Fields(type);
        Yaml filled = new Defaults(owner).filled(shape, yaml);
        return new Binding(owner, problems)
                .bind(shape, filled)
                .map(value -> new Bound((Record) value, (Yaml.Mapping) filled));
    }
}
