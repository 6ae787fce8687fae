package dev.grebe.plugins;

import dev.grebe.plugin.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a Java type is written in a pipeline file. */
public sealed interface Shape {
    /** What messages ask for: {@code a whole number}. */
    String expected();

    /** A single value of one of these kinds. */
    enum Simple implements Shape {
        BOOLEAN("true or false"),
        LONG("a whole number"),
        DOUBLE("a number"),
        STRING("text"),
        DURATION("a duration such as 10s, 1h30m or 2d"),
        INSTANT("a time such as 2020-09-20T00:00:00Z"),
        SECRET("text");

        private final String expected;

        Simple(String expected) {
            this.expected = expected;
        }

        @Override
        public String expected() {
            return expected;
        }
    }

    /** One of an enum's constants, in lower case with {@code -} for {@code _}. */
    record Choice(Class<? extends Enum<?>> type) implements Shape {
        @Override
        public String expected() {
            return "one of " + String.join(", ", names());
        }

        public List<String> names() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::name).toList();
        }

        static String name(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A list; unique: a Set. */
    record Items(Shape item, boolean unique) implements Shape {
        @Override
        public String expected() {
            return "a list";
        }
    }

    /** A mapping with keys of the user's. */
    record Named(Shape value) implements Shape {
        @Override
        public String expected() {
            return "a mapping";
        }
    }

    /** A record: a mapping with the components' names as keys. */
    record Fields(Class<? extends Record> type) implements Shape {
        @Override
        public String expected() {
            return "a mapping";
        }

        public List<Setting> settings() {
            return Setting.of(type);
        }
    }

    /** A sealed interface of records: a mapping whose {@code type} says which. */
    record OneOf(Class<?> type) implements Shape {
        @Override
        public String expected() {
            return "a mapping with a type";
        }

        /** The records by the names that {@code type} takes: {@code BasicAuth} is {@code basic-auth}. */
        public Map<String, Fields> options() {
            Map<String, Fields> options = new LinkedHashMap<>();
            for (Class<?> option : type.getPermittedSubclasses()) {
                options.put(name(option), new Fields(option.asSubclass(Record.class)));
            }
            return options;
        }

        static String name(Class<?> option) {
            StringBuilder name = new StringBuilder();
            for (char c : option.getSimpleName().toCharArray()) {
                boolean upper = c >= 'A' && c <= 'Z';
                name.append(upper && name.length() > 0 ? "-" : "").append(upper ? (char) (c + 32) : c);
            }
            return name.toString();
        }
    }

    /** Whatever is written, as it is. For the application's own records. */
    record Any() implements Shape {
        @Override
        public String expected() {
            return "a value";
        }
    }

    /**
     * The shape of a type.
     *
     * @param where what has it, for the message
     * @throws IllegalArgumentException if settings cannot have this type
     */
    static Shape of(Type type, String where) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class || generic.getRawType() == Set.class) {
                return new Items(of(arguments[0], where), generic.getRawType() == Set.class);
            } else if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Named(of(arguments[1], where));
            }
        }
        return type instanceof Class<?> plain ? ofClass(plain, where) : refuse(type, where);
    }

    private static Shape ofClass(Class<?> type, String where) {
        Simple simple = Simples.BY_TYPE.get(type);
        if (simple != null) {
            return simple;
        } else if (type == Yaml.class) {
            return new Any();
        } else if (type.isEnum()) {
            @SuppressWarnings("unchecked") // isEnum says so
            Class<? extends Enum<?>> constants = (Class<? extends Enum<?>>) type;
            return new Choice(constants);
        } else if (type.isRecord()) {
            return new Fields(type.asSubclass(Record.class));
        }
        boolean choice =
                type.isSealed() && Arrays.stream(type.getPermittedSubclasses()).allMatch(Class::isRecord);
        return choice ? new OneOf(type) : refuse(type, where);
    }

    private static Shape refuse(Type type, String where) {
        throw new IllegalArgumentException(
                "%s is a %s; settings are boolean, long, double, String, Duration, Instant, enum, Secret, List, Set, Map by String, record or sealed interface of records"
                        .formatted(where, type.getTypeName()));
    }

    /** Holds the table: an interface's fields would be public. */
    final class Simples {
        private static final Map<Class<?>, Simple> BY_TYPE = Map.ofEntries(
                Map.entry(boolean.class, Simple.BOOLEAN),
                Map.entry(Boolean.class, Simple.BOOLEAN),
                Map.entry(long.class, Simple.LONG),
                Map.entry(Long.class, Simple.LONG),
                Map.entry(double.class, Simple.DOUBLE),
                Map.entry(Double.class, Simple.DOUBLE),
                Map.entry(String.class, Simple.STRING),
                Map.entry(Duration.class, Simple.DURATION),
                Map.entry(Instant.class, Simple.INSTANT),
                Map.entry(Secret.class, Simple.SECRET));

        private Simples() {}
    }
}
