package dev.grebe.plugins;

import dev.grebe.plugin.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes settings as Maps, Lists, text, numbers and truth values, the tree that JSON and YAML have. {@link Binder} makes
 * equal settings of it.
 */
public final class SettingsWriter {
    private final boolean secrets;

    private SettingsWriter(boolean secrets) {
        this.secrets = secrets;
    }

    /** Everything, secrets included: for another process, never for people. */
    public static Map<String, Object> write(Record settings) {
        return new SettingsWriter(true).fields(settings);
    }

    /** Everything, with secrets as {@code ***}. */
    public static Map<String, Object> writeWithoutSecrets(Record settings) {
        return new SettingsWriter(false).fields(settings);
    }

    private Map<String, Object> fields(Record settings) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (Setting setting : Setting.of(settings.getClass())) {
            written.put(setting.name(), value(setting.shape(), component(settings, setting)));
        }
        return written;
    }

    private Object value(Shape shape, Object value) {
        if (shape instanceof Shape.Simple simple) {
            return switch (simple) {
                case BOOLEAN, LONG, STRING -> value;
                case DOUBLE -> number((Double) value);
                case DURATION -> Durations.format((Duration) value);
                case INSTANT -> ((Instant) value).toString();
                case SECRET -> secrets ? ((Secret) value).value() : value.toString();
            };
        } else if (shape instanceof Shape.Choice) {
            return Shape.Choice.name((Enum<?>) value);
        } else if (shape instanceof Shape.Items items) {
            List<Object> written = new ArrayList<>();
            ((Collection<?>) value).forEach(item -> written.add(value(items.item(), item)));
            return written;
        } else if (shape instanceof Shape.Named named) {
            Map<String, Object> written = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, item) -> written.put((String) key, value(named.value(), item)));
            return written;
        } else if (shape instanceof Shape.OneOf) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("type", Shape.OneOf.name(value.getClass()));
            written.putAll(fields((Record) value));
            return written;
        }
        return fields((Record) value);
    }

    private static Object number(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        return Double.isInfinite(value) ? value > 0 ? ".inf" : "-.inf" : (Object) value;
    }

    private static Object component(Record settings, Setting setting) {
        try {
            return setting.accessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(settings.getClass() + "." + setting.name() + " cannot be read", e);
        }
    }
}
