package dev.grebe.plugins;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.SettingException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes settings records of trees: reports every unknown, missing or unfit value at its place and goes on. What a record
 * lacks is taken from its default, setting by setting, also within nested records; lists and maps are replaced whole.
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
     * The settings, empty if something was wrong.
     *
     * @throws PluginException if the record is not one that settings can be, or its constructor fails with anything but a
     *     {@link SettingException}
     */
    public Optional<Bound> bind(Class<? extends Record> type, Yaml yaml) {
        try {
            Setting.check(type);
        } catch (IllegalArgumentException e) {
            throw new PluginException("%s has unfit settings: %s".formatted(owner, e.getMessage()), e);
        }
        Shape.Fields shape = new Shape.Fields(type);
        Yaml filled = filled(shape, yaml);
        return bind(shape, filled, yaml.place()).map(value -> new Bound((Record) value, (Yaml.Mapping) filled));
    }

    /** @param around the nearest place in the file */
    private Optional<Object> bind(Shape shape, Yaml yaml, Place around) {
        Place place = yaml.place().origin().isDefault() ? around : yaml.place();
        if (yaml instanceof Yaml.Broken) {
            return Optional.empty();
        } else if (shape instanceof Shape.Any) {
            return Optional.of(yaml);
        } else if (yaml instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            if (shape instanceof Shape.Simple simple) {
                return simple(simple, scalar, place);
            } else if (shape instanceof Shape.Choice choice) {
                return choice(choice, scalar, place);
            }
        } else if (yaml instanceof Yaml.Sequence sequence && shape instanceof Shape.Items items) {
            return items(items, sequence, place);
        } else if (yaml instanceof Yaml.Mapping mapping) {
            if (shape instanceof Shape.Fields fields) {
                return fields(fields, mapping, place);
            } else if (shape instanceof Shape.OneOf oneOf) {
                return oneOf(oneOf, mapping, place);
            } else if (shape instanceof Shape.Named named) {
                return named(named, mapping, place);
            }
        }
        return unfit(yaml, place, "expected %s, found %s.".formatted(shape.expected(), yaml.found()));
    }

    private Optional<Object> simple(Shape.Simple kind, Yaml.Scalar scalar, Place place) {
        if (kind == Shape.Simple.SECRET) {
            scalar.hide();
        }
        Optional<Object> value = Scalars.parse(kind, scalar);
        return value.isPresent()
                ? value
                : unfit(
                        scalar,
                        place,
                        "expected %s, found %s.%s"
                                .formatted(kind.expected(), scalar.found(), Scalars.hint(kind, scalar)));
    }

    private Optional<Object> choice(Shape.Choice choice, Yaml.Scalar scalar, Place place) {
        Optional<Object> constant = Arrays.stream(choice.type().getEnumConstants())
                .filter(c ->
                        Shape.Choice.name(c).equals(scalar.text()) || c.name().equals(scalar.text()))
                .map(Object.class::cast)
                .findFirst();
        return constant.isPresent()
                ? constant
                : unfit(
                        scalar,
                        place,
                        "expected %s, found %s.%s"
                                .formatted(
                                        choice.expected(),
                                        scalar.found(),
                                        Nearest.hint(scalar.text(), choice.names())));
    }

    private Optional<Object> items(Shape.Items shape, Yaml.Sequence sequence, Place place) {
        Collection<Object> values = shape.unique() ? new LinkedHashSet<>() : new ArrayList<>();
        boolean complete = true;
        for (Yaml item : sequence.items()) {
            Optional<Object> value = bind(shape.item(), filled(shape.item(), item), place);
            complete &= value.isPresent();
            if (value.isPresent() && !values.add(value.get())) {
                complete = false;
                problems.add(item.place(), item.found() + " stands twice");
            }
        }
        Object copy = values instanceof List<?> list
                ? Collections.unmodifiableList(list)
                : Collections.unmodifiableSet((LinkedHashSet<?>) values);
        return complete ? Optional.of(copy) : Optional.empty();
    }

    private Optional<Object> named(Shape.Named shape, Yaml.Mapping mapping, Place place) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Yaml.Entry entry : mapping.entries()) {
            Optional<Object> value = bind(shape.value(), filled(shape.value(), entry.value()), place);
            complete &= value.isPresent();
            value.ifPresent(present -> values.put(entry.key(), present));
        }
        return complete ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
    }

    private Optional<Object> oneOf(Shape.OneOf shape, Yaml.Mapping mapping, Place place) {
        Map<String, Shape.Fields> options = shape.options();
        Optional<Yaml.Entry> type = mapping.find("type");
        if (type.isEmpty()) {
            problems.add(place, "setting 'type' is missing; it is one of " + String.join(", ", options.keySet()));
            return Optional.empty();
        }
        Yaml named = type.get().value();
        Shape.Fields chosen = named instanceof Yaml.Scalar scalar ? options.get(scalar.text()) : null;
        if (chosen == null) {
            String hint = named instanceof Yaml.Scalar scalar ? Nearest.hint(scalar.text(), options.keySet()) : "";
            return unfit(
                    named,
                    named.place().origin().isDefault() ? place : named.place(),
                    "expected one of %s, found %s.%s"
                            .formatted(String.join(", ", options.keySet()), named.found(), hint));
        }
        Yaml.Mapping rest = mapping.without(Set.of("type"));
        return bind(chosen, filled(chosen, rest), place);
    }

    private Optional<Object> fields(Shape.Fields shape, Yaml.Mapping mapping, Place place) {
        List<Setting> settings = shape.settings();
        boolean complete = reportUnknown(settings, mapping);
        Object[] values = new Object[settings.size()];
        for (int i = 0; i < values.length; i++) {
            Setting setting = settings.get(i);
            Optional<Yaml.Entry> entry = mapping.find(setting.name());
            if (entry.isEmpty()) {
                complete = false;
                problems.add(place, "setting '%s' is missing".formatted(setting.name()));
                continue;
            }
            Optional<Object> value = bind(setting.shape(), entry.get().value(), place);
            complete &= value.isPresent();
            values[i] = value.orElse(null);
        }
        return complete ? construct(shape, values, mapping, place) : Optional.empty();
    }

    private boolean reportUnknown(List<Setting> settings, Yaml.Mapping mapping) {
        List<String> known = settings.stream().map(Setting::name).toList();
        List<Yaml.Entry> unknown = mapping.entries().stream()
                .filter(entry -> !known.contains(entry.key()))
                .toList();
        for (Yaml.Entry entry : unknown) {
            String near = Nearest.hint(entry.key(), known);
            String hint = !near.isEmpty()
                    ? near
                    : known.isEmpty() ? " There are none." : " There are " + Shape.list(known) + ".";
            problems.add(entry.place(), "no setting %s.%s".formatted(Quoted.of(entry.key()), hint));
        }
        return unknown.isEmpty();
    }

    private Optional<Object> construct(Shape.Fields shape, Object[] values, Yaml.Mapping mapping, Place place) {
        Class<?>[] types = shape.settings().stream()
                .map(setting -> setting.accessor().getReturnType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = shape.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            if (cause instanceof SettingException refusal) {
                problems.add(Bound.place(mapping, place, refusal.setting()), Refusals.message(refusal));
                return Optional.empty();
            }
            throw new PluginException("%s failed on its settings: %s".formatted(owner, cause), cause);
        } catch (ReflectiveOperationException e) {
            throw new PluginException("%s has settings that cannot be made: %s".formatted(owner, e), e);
        }
    }

    /** The tree with what it lacks taken from defaults. */
    private Yaml filled(Shape shape, Yaml yaml) {
        if (!(shape instanceof Shape.Fields fields) || !(yaml instanceof Yaml.Mapping mapping)) {
            return yaml;
        }
        Yaml.Mapping filled = mapping;
        for (Setting setting : fields.settings()) {
            Optional<Yaml> fallback = setting.defaultYaml().map(text -> parsedDefault(setting, text));
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
        if (!(given instanceof Yaml.Mapping mapping) || !(fallback instanceof Yaml.Mapping lesser)) {
            return given;
        }
        if (shape instanceof Shape.Fields fields) {
            Yaml.Mapping merged = mapping;
            for (Yaml.Entry entry : lesser.entries()) {
                Optional<Yaml.Entry> own = mapping.find(entry.key());
                Shape inner = fields.settings().stream()
                        .filter(setting -> setting.name().equals(entry.key()))
                        .map(Setting::shape)
                        .findFirst()
                        .orElse(new Shape.Any());
                Yaml value =
                        own.isEmpty() ? entry.value() : merged(inner, own.get().value(), entry.value());
                merged = merged.with(
                        new Yaml.Entry(own.map(Yaml.Entry::place).orElse(entry.place()), entry.key(), value));
            }
            return merged;
        }
        return given;
    }

    private Yaml parsedDefault(Setting setting, String text) {
        Problems wrong = new Problems();
        Origin origin = Origin.ofDefault(setting.name());
        Optional<Yaml> parsed = YamlReader.read(origin, text, wrong);
        if (!wrong.isEmpty() || parsed.isEmpty()) {
            throw new PluginException(
                    "%s: the default of setting '%s' is not YAML: %s".formatted(owner, setting.name(), text));
        }
        return parsed.get();
    }

    private Optional<Object> unfit(Yaml yaml, Place place, String message) {
        if (yaml.place().origin().isDefault()) {
            throw new PluginException("%s: %s: %s".formatted(owner, yaml.place(), message));
        }
        problems.add(place, message);
        return Optional.empty();
    }
}
