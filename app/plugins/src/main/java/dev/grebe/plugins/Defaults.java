package dev.grebe.plugins;

import java.util.Optional;

/** What settings are where the file does not say. */
final class Defaults {
    private final String owner;

    /** @param owner whose settings they are, for the message when a default is no YAML */
    Defaults(String owner) {
        this.owner = owner;
    }

    /** A setting's default with what it lacks itself taken from defaults; empty if the setting is required. */
    Optional<Yaml> of(Setting setting) {
        return parsed(setting).map(yaml -> filled(setting.shape(), yaml));
    }

    /** The tree with what it lacks taken from defaults. */
    Yaml filled(Shape shape, Yaml yaml) {
        if (!(shape instanceof Shape.Fields fields) || !(yaml instanceof Yaml.Mapping mapping)) {
            return yaml;
        }
        Yaml.Mapping filled = mapping;
        for (Setting setting : fields.settings()) {
            Optional<Yaml> fallback = parsed(setting);
            Optional<Yaml> given = mapping.find(setting.name()).map(Yaml.Entry::value);
            Optional<Yaml> value = given.isPresent() && fallback.isPresent()
                    ? Optional.of(merged(setting.shape(), given.get(), fallback.get()))
                    : given.or(() -> fallback);
            if (value.isPresent()) {
                Place place = mapping.find(setting.name())
                        .map(Yaml.Entry::place)
                        .orElse(value.get().place());
                filled = filled.with(new Yaml.Entry(place, setting.name(), filled(setting.shape(), value.get())));
            }
        }
        return filled;
    }

    private static Yaml merged(Shape shape, Yaml given, Yaml fallback) {
        if (!(given instanceof Yaml.Mapping mapping)
                || !(fallback instanceof Yaml.Mapping lesser)
                || !(shape instanceof Shape.Fields fields)) {
            return given;
        }
        Yaml.Mapping merged = mapping;
        for (Yaml.Entry entry : lesser.entries()) {
            Optional<Yaml.Entry> own = mapping.find(entry.key());
            Shape inner = fields.settings().stream()
                    .filter(setting -> setting.name().equals(entry.key()))
                    .map(Setting::shape)
                    .findFirst()
                    .orElse(new Shape.Any());
            Yaml value = own.isEmpty() ? entry.value() : merged(inner, own.get().value(), entry.value());
            merged = merged.with(new Yaml.Entry(own.map(Yaml.Entry::place).orElse(entry.place()), entry.key(), value));
        }
        return merged;
    }

    private Optional<Yaml> parsed(Setting setting) {
        return setting.defaultYaml().map(text -> {
            Problems wrong = new Problems();
            Optional<Yaml> parsed = YamlReader.read(Origin.ofDefault(setting.name()), text, wrong);
            if (!wrong.isEmpty() || parsed.isEmpty()) {
                throw new PluginException(
                        "%s: the default of setting '%s' is not YAML: %s".formatted(owner, setting.name(), text));
            }
            return parsed.get();
        });
    }
}
