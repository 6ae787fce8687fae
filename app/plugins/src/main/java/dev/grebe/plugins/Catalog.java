package dev.grebe.plugins;

import dev.grebe.plugin.Plugin;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plugins there are, by kind and name. */
public final class Catalog {
    private final Map<Kind, SortedMap<String, Plugin<?>>> plugins = new EnumMap<>(Kind.class);

    private Catalog() {
        for (Kind kind : Kind.values()) {
            plugins.put(kind, new TreeMap<>());
        }
    }

    /** The plugins on the class path. */
    public static Catalog discover() {
        return discover(List.of(Catalog.class.getClassLoader()));
    }

    /**
     * The plugins that these class loaders find in {@code META-INF/services}; one that several find is taken once.
     *
     * @throws PluginException naming the plugin if it cannot be loaded, was built for another {@link Plugin#API}, or has a
     *     name that is taken or none
     */
    public static Catalog discover(Collection<ClassLoader> loaders) {
        Catalog catalog = new Catalog();
        Set<Class<?>> seen = new HashSet<>();
        for (ClassLoader loader : loaders) {
            for (Kind kind : Kind.values()) {
                catalog.load(kind, loader, seen);
            }
        }
        return catalog;
    }

    /** A catalog of these plugins alone, checked as {@link #discover} does. */
    public static Catalog of(Plugin<?>... plugins) {
        Catalog catalog = new Catalog();
        for (Plugin<?> plugin : plugins) {
            catalog.add(Kind.of(plugin), plugin);
        }
        return catalog;
    }

    /** The plugins of a kind, by name. */
    public SortedMap<String, Plugin<?>> plugins(Kind kind) {
        return Collections.unmodifiableSortedMap(require(kind));
    }

    public Optional<Plugin<?>> find(Kind kind, String name) {
        return Optional.ofNullable(require(kind).get(name));
    }

    private SortedMap<String, Plugin<?>> require(Kind kind) {
        return Objects.requireNonNull(plugins.get(kind), "every kind has a map");
    }

    private void load(Kind kind, ClassLoader loader, Set<Class<?>> seen) {
        try {
            Iterator<? extends ServiceLoader.Provider<? extends Plugin<?>>> providers =
                    providers(kind, loader).stream().iterator();
            while (providers.hasNext()) {
                ServiceLoader.Provider<? extends Plugin<?>> provider = providers.next();
                if (seen.add(provider.type())) {
                    String type = provider.type().getName();
                    add(
                            kind,
                            Calls.of("plugin " + type, provider.type().getClassLoader())
                                    .get(provider::get));
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginException("a %s plugin cannot be loaded: %s".formatted(kind.label(), e.getMessage()), e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a service type has no parameters
    private static ServiceLoader<? extends Plugin<?>> providers(Kind kind, ClassLoader loader) {
        return (ServiceLoader) ServiceLoader.load(kind.plugin(), loader);
    }

    private void add(Kind kind, Plugin<?> plugin) {
        String type = plugin.getClass().getName();
        Calls calls = Calls.of("plugin " + type, plugin.getClass().getClassLoader());
        int api = calls.get(plugin::api);
        String name = calls.get(plugin::name);
        if (api != Plugin.API) {
            throw new PluginException(
                    "%s plugin '%s' (%s) was built for plugin API %d; this Grebe has %d. Use a build of it for this version."
                            .formatted(kind.label(), name, type, api, Plugin.API));
        } else if (!isName(name)) {
            throw new PluginException("%s plugin %s calls itself '%s'; a name is lower-case letters, digits and '-'"
                    .formatted(kind.label(), type, name));
        }
        Plugin<?> other = require(kind).putIfAbsent(name, plugin);
        if (other != null) {
            throw new PluginException("%s plugin '%s' is there twice: %s and %s. Remove one."
                    .formatted(kind.label(), name, other.getClass().getName(), type));
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
