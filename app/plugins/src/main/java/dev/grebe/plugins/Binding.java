package dev.grebe.plugins;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.SettingException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One walk over a tree. A record's constructor may find something wrong with settings that are of the right kind, so it
 * is run even if others are not: their defaults stand in for them, and what it says of those is left out.
 */
final class Binding {
    private final String owner;
    private final Problems problems;
    private final Defaults defaults;
    /** Dotted paths of the settings that a default stands in for. */
    private final Set<String> guessed = new HashSet<>();

    /**
     * Where the walk is.
     *
     * @param place the nearest one in the file
     * @param path dotted, from the outermost record; {@code ""} for that one
     */
    private record Spot(Place place, String path) {
        Spot at(Yaml yaml) {
            return yaml.place().origin().isDefault() ? this : new Spot(yaml.place(), path);
        }

        Spot in(String name) {
            return new Spot(place, inner(name));
        }

        String inner(String name) {
            return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
        }
    }

    Binding(String owner, Problems problems) {
        this.owner = owner;
        this.problems = problems;
        this.defaults = new Defaults(owner);
    }

    /** What a tree that was filled from defaults stands for; empty if a value in it is missing, unfit or refused. */
    Optional<Object> bind(Shape shape, Yaml yaml) {
        return bind(shape, yaml, new Spot(yaml.place(), "")).filter(value -> guessed.isEmpty());
    }

    private Optional<Object> bind(Shape shape, Yaml yaml, Spot around) {
        Spot spot = around.at(yaml);
        if (yaml instanceof Yaml.Broken) {
            return Optional.empty();
        } else if (shape instanceof Shape.Any) {
            return Optional.of(yaml);
        } else if (yaml instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            if (shape instanceof Shape.Simple simple) {
                return simple(simple, scalar, spot);
            } else if (shape instanceof Shape.Choice choice) {
                return choice(choice, scalar, spot);
            }
        } else if (yaml instanceof Yaml.Sequence sequence && shape instanceof Shape.Items items) {
            return items(items, sequence, spot);
        } else if (yaml instanceof Yaml.Mapping mapping) {
            if (shape instanceof Shape.Fields fields) {
                return fields(fields, mapping, spot);
            } else if (shape instanceof Shape.OneOf oneOf) {
                return oneOf(oneOf, mapping, spot);
            } else if (shape instanceof Shape.Named named) {
                return named(named, mapping, spot);
            }
        }
        return unfit(yaml, spot, "expected %s, found %s".formatted(shape.expected(), yaml.found()));
    }

    private Optional<Object> simple(Shape.Simple kind, Yaml.Scalar scalar, Spot spot) {
        if (kind == Shape.Simple.SECRET) {
            scalar.hide();
        }
        Optional<Object> value = Scalars.parse(kind, scalar);
        return value.isPresent()
                ? value
                : unfit(
                        scalar,
                        spot,
                        "expected %s, found %s.%s"
                                .formatted(kind.expected(), scalar.found(), Scalars.hint(kind, scalar)));
    }

    private Optional<Object> choice(Shape.Choice choice, Yaml.Scalar scalar, Spot spot) {
        Optional<Object> constant = Arrays.stream(choice.type().getEnumConstants())
                .filter(c ->
                        Shape.Choice.name(c).equals(scalar.text()) || c.name().equals(scalar.text()))
                .map(Object.class::cast)
                .findFirst();
        return constant.isPresent()
                ? constant
                : unfit(
                        scalar,
                        spot,
                        "expected %s, found %s.%s"
                                .formatted(
                                        choice.expected(),
                                        scalar.found(),
                                        Nearest.hint(scalar.text(), choice.names())));
    }

    private Optional<Object> items(Shape.Items shape, Yaml.Sequence sequence, Spot spot) {
        Collection<Object> values = shape.unique() ? new LinkedHashSet<>() : new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < sequence.items().size(); i++) {
            Yaml item = sequence.items().get(i);
            Optional<Object> value =
                    bind(shape.item(), defaults.filled(shape.item(), item), spot.in(Integer.toString(i)));
            complete &= value.isPresent();
            if (value.isPresent() && !values.add(value.get())) {
                problems.add(item.place(), item.found() + " stands twice");
            }
        }
        Object copy = values instanceof List<?> list
                ? Collections.unmodifiableList(list)
                : Collections.unmodifiableSet((LinkedHashSet<?>) values);
        return complete ? Optional.of(copy) : Optional.empty();
    }

    private Optional<Object> named(Shape.Named shape, Yaml.Mapping mapping, Spot spot) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Yaml.Entry entry : mapping.entries()) {
            Optional<Object> value =
                    bind(shape.value(), defaults.filled(shape.value(), entry.value()), spot.in(entry.key()));
            complete &= value.isPresent();
            value.ifPresent(present -> values.put(entry.key(), present));
        }
        return complete ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
    }

    private Optional<Object> oneOf(Shape.OneOf shape, Yaml.Mapping mapping, Spot spot) {
        Map<String, Shape.Fields> options = shape.options();
        Optional<Yaml.Entry> type = mapping.find("type");
        if (type.isEmpty()) {
            problems.add(
                    spot.place(), "setting 'type' is missing; it is one of " + String.join(", ", options.keySet()));
            return Optional.empty();
        }
        Yaml named = type.get().value();
        Shape.Fields chosen = named instanceof Yaml.Scalar scalar ? options.get(scalar.text()) : null;
        if (chosen == null) {
            String hint = named instanceof Yaml.Scalar scalar ? Nearest.hint(scalar.text(), options.keySet()) : "";
            return unfit(
                    named,
                    spot.at(named),
                    "expected one of %s, found %s.%s"
                            .formatted(String.join(", ", options.keySet()), named.found(), hint));
        }
        Yaml.Mapping rest = mapping.without(Set.of("type"));
        return bind(chosen, defaults.filled(chosen, rest), spot);
    }

    private Optional<Object> fields(Shape.Fields shape, Yaml.Mapping mapping, Spot spot) {
        List<Setting> settings = shape.settings();
        reportUnknown(settings, mapping);
        Object[] values = new Object[settings.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Optional<Object> value = setting(settings.get(i), mapping, spot);
            complete &= value.isPresent();
            values[i] = value.orElse(null);
        }
        return complete ? construct(shape, values, mapping, spot) : Optional.empty();
    }

    /** The setting, or its default if it is wrong; empty if it then has none, or is missing. */
    private Optional<Object> setting(Setting setting, Yaml.Mapping mapping, Spot around) {
        Optional<Yaml.Entry> entry = mapping.find(setting.name());
        if (entry.isEmpty()) {
            problems.add(around.place(), "setting '%s' is missing".formatted(setting.name()));
            return Optional.empty();
        }
        Spot spot = around.in(setting.name());
        Optional<Object> value = bind(setting.shape(), entry.get().value(), spot);
        if (value.isPresent()) {
            return value;
        }
        guessed.add(spot.path());
        return defaults.of(setting)
                .flatMap(fallback -> new Binding(owner, new Problems()).bind(setting.shape(), fallback));
    }

    private void reportUnknown(List<Setting> settings, Yaml.Mapping mapping) {
        List<String> known = settings.stream().map(Setting::name).toList();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                String near = Nearest.hint(entry.key(), known);
                String hint = near.isEmpty() ? Known.sentence(known) : near;
                problems.add(entry.place(), "no setting %s.%s".formatted(Quoted.of(entry.key()), hint));
            }
        }
    }

    private Optional<Object> construct(Shape.Fields shape, Object[] values, Yaml.Mapping mapping, Spot spot) {
        Class<?>[] types = shape.settings().stream()
                .map(setting -> setting.accessor().getReturnType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = shape.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            refused(e.getTargetException(), mapping, spot);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new PluginException("%s has settings that cannot be made: %s".formatted(owner, e), e);
        }
    }

    private void refused(Throwable cause, Yaml.Mapping mapping, Spot spot) {
        if (cause instanceof SettingException refusal) {
            refusal.problems().stream()
                    .filter(problem -> !isGuess(problem, spot))
                    .forEach(problem -> {
                        Place place = Bound.place(mapping, spot.place(), problem.setting());
                        problems.add(place, Refusals.message(problem, place));
                    });
        } else if (!isGuessed(spot.path())) {
            throw new PluginException("%s failed on its settings: %s".formatted(owner, cause), cause);
        }
    }

    private boolean isGuess(SettingException.Problem problem, Spot spot) {
        return Stream.concat(Stream.of(problem.setting()), problem.others().stream())
                .anyMatch(setting -> isGuessed(spot.inner(setting)));
    }

    /** Whether a default stands in for a setting, for something in it or for what it stands in. */
    private boolean isGuessed(String path) {
        return guessed.stream()
                .anyMatch(guess -> path.isEmpty()
                        || guess.equals(path)
                        || guess.startsWith(path + ".")
                        || path.startsWith(guess + "."));
    }

    private Optional<Object> unfit(Yaml yaml, Spot spot, String message) {
        if (yaml.place().origin().isDefault()) {
            throw new PluginException("%s: %s".formatted(owner, new Problem(yaml.place(), message)));
        }
        problems.add(spot.place(), message);
        return Optional.empty();
    }
}
