package dev.grebe.plugins;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A component of a settings record.
 *
 * @param name the key in the pipeline file
 * @param about what it means; {@code ""} if its author did not say
 * @param defaultYaml what it is if the file does not say; empty if it is required
 */
public record Setting(String name, Shape shape, String about, Optional<String> defaultYaml, Method accessor) {
    private static final ClassValue<List<Setting>> BY_TYPE = new ClassValue<>() {
        @Override
        protected List<Setting> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> of(type, component))
                    .toList();
        }
    };

    /**
     * The settings of a record, in its order.
     *
     * @throws IllegalArgumentException if a component has a type or an annotation that settings cannot have
     */
    public static List<Setting> of(Class<? extends Record> type) {
        return BY_TYPE.get(type);
    }

    /**
     * Checks a record and all that stands in it.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    static void check(Class<? extends Record> type) {
        check(new Shape.Fields(type), new HashSet<>());
    }

    private static void check(Shape shape, Set<Class<?>> seen) {
        if (shape instanceof Shape.Items items) {
            check(items.item(), seen);
        } else if (shape instanceof Shape.Named named) {
            check(named.value(), seen);
        } else if (shape instanceof Shape.OneOf choice) {
            choice.options().values().forEach(option -> {
                if (option.settings().stream()
                        .anyMatch(setting -> setting.name().equals("type"))) {
                    throw new IllegalArgumentException(
                            option.type().getSimpleName() + ".type stands in the way of the choice's own 'type'");
                }
                check(option, seen);
            });
        } else if (shape instanceof Shape.Fields fields && seen.add(fields.type())) {
            fields.settings().forEach(setting -> check(setting.shape(), seen));
        }
    }

    private static Setting of(Class<?> type, RecordComponent component) {
        String where = type.getSimpleName() + "." + component.getName();
        refuseForeign(type, type.getSimpleName());
        refuseForeign(component, where);
        refuseForeign(component.getAccessor(), where);
        About about = component.getAnnotation(About.class);
        Default value = component.getAnnotation(Default.class);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Setting(
                component.getName(),
                Shape.of(component.getGenericType(), where),
                about == null ? "" : about.value(),
                value == null ? Optional.empty() : Optional.of(value.value()),
                accessor);
    }

    /** An annotation of a binding library would seem to work and be ignored. */
    private static void refuseForeign(AnnotatedElement element, String where) {
        for (Annotation annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            boolean known = name.startsWith("dev.grebe.plugin.")
                    || name.startsWith("java.lang.")
                    || name.startsWith("org.jspecify.annotations.");
            if (!known) {
                throw new IllegalArgumentException(
                        "%s is annotated @%s, which settings do not know; they take @Default and @About"
                                .formatted(where, name));
            }
        }
    }
}
