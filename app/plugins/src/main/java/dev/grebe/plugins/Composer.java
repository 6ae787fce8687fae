package dev.grebe.plugins;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import com.google.inject.spi.Message;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes the parts of a pipeline in one injector. Each is a private module that exposes its one key; in it stand the
 * settings, the storage, the terminal and the part's name, and the plugin's own module.
 */
public final class Composer {
    private final Storage storage;
    private final Terminal terminal;
    private final Problems problems;

    /** @param problems receives what components refuse, at the places of their settings */
    public Composer(Storage storage, Terminal terminal, Problems problems) {
        this.storage = storage;
        this.terminal = terminal;
        this.problems = problems;
    }

    /**
     * Makes the parts; one that refuses a setting is left out.
     *
     * @throws PluginException naming the part whose plugin fails in another way
     */
    public Components compose(List<Part> parts) {
        Map<Part, Module> modules = new LinkedHashMap<>();
        for (Part part : parts) {
            refusable(part, () -> part.calls().get(() -> moduleOf(part)))
                    .ifPresent(module -> modules.put(part, module));
        }
        Injector injector = injector(modules);
        Map<String, Source> sources = new LinkedHashMap<>();
        Map<String, Detector> detectors = new LinkedHashMap<>();
        Map<String, Sink> sinks = new LinkedHashMap<>();
        for (Part part : modules.keySet()) {
            Optional<Object> made = refusable(part, () -> make(part, injector));
            made.ifPresent(component -> {
                switch (part.kind()) {
                    case SOURCE -> sources.put(part.name(), new GuardedSource((Source) component, part.calls()));
                    case DETECTOR ->
                        detectors.put(part.name(), new GuardedDetector((Detector) component, part.calls()));
                    case SINK -> sinks.put(part.name(), new GuardedSink((Sink) component, part.calls()));
                }
            });
        }
        return new Components(sources, detectors, sinks);
    }

    /** The injector of all; where it cannot be made, each part is tried alone, so that the message names the right one. */
    private Injector injector(Map<Part, Module> modules) {
        try {
            return inject(modules);
        } catch (CreationException e) {
            Map<Part, Module> sound = new LinkedHashMap<>();
            modules.forEach((part, module) -> refusable(part, () -> {
                        try {
                            return part.calls().get(() -> inject(Map.of(part, module)));
                        } catch (PluginException failure) {
                            throw unwrapped(part, failure);
                        }
                    })
                    .ifPresent(alone -> sound.put(part, module)));
            modules.keySet().retainAll(sound.keySet());
            return inject(modules);
        }
    }

    private Injector inject(Map<Part, Module> modules) {
        List<Module> all = new ArrayList<>();
        all.add(binder -> {
            binder.requireExplicitBindings();
            binder.disableCircularProxies();
            binder.requireAtInjectOnConstructors();
            binder.requireExactBindingAnnotations();
        });
        modules.forEach((part, module) -> all.add(isolated(part, module)));
        return Guice.createInjector(Stage.PRODUCTION, all);
    }

    private PrivateModule isolated(Part part, Module module) {
        return new PrivateModule() {
            @Override
            protected void configure() {
                bindSettings(part.bound().settings());
                bind(Storage.class).toInstance(storageOf(part));
                bind(Terminal.class).toInstance(terminal);
                bind(Key.get(String.class, Names.named("component"))).toInstance(part.name());
                install(module);
                expose(part.kind());
            }

            private <S extends Record> void bindSettings(S settings) {
                @SuppressWarnings("unchecked") // the class of a record is of its type
                Class<S> type = (Class<S>) settings.getClass();
                bind(type).toInstance(settings);
            }

            private void expose(Kind kind) {
                switch (kind) {
                    case SOURCE -> expose(Source.class, part);
                    case DETECTOR -> expose(Detector.class, part);
                    case SINK -> expose(Sink.class, part);
                }
            }

            private <C> void expose(Class<C> component, Part part) {
                Key<C> key = Key.get(component, Names.named(part.name()));
                bind(key).to(component);
                expose(key);
            }
        };
    }

    private Storage storageOf(Part part) {
        return part.kind() == Kind.SOURCE
                ? new TableStorage(storage, part.name(), part.bound().place("path"))
                : storage;
    }

    private static <S extends Record> Module moduleOf(Part part) {
        @SuppressWarnings("unchecked") // the binder made the settings of the plugin's own class
        Plugin<S> plugin = (Plugin<S>) part.plugin();
        return plugin.module(plugin.settings().cast(part.bound().settings()));
    }

    private static Object make(Part part, Injector injector) {
        try {
            return part.calls()
                    .get(() -> injector.getInstance(Key.get(part.kind().component(), Names.named(part.name()))));
        } catch (PluginException e) {
            throw unwrapped(part, e);
        }
    }

    /** What the plugin threw, without the injector's wrapping. */
    private static RuntimeException unwrapped(Part part, PluginException e) {
        Throwable root = root(e);
        if (root instanceof SettingException refusal) {
            return refusal;
        }
        Collection<Message> faults = faults(root);
        return faults.isEmpty()
                ? part.calls().failure(root)
                : new PluginException(
                        "%s cannot be made: %s"
                                .formatted(
                                        part.label(),
                                        faults.iterator()
                                                .next()
                                                .getMessage()
                                                .lines()
                                                .findFirst()
                                                .orElse("")),
                        root);
    }

    private static Throwable root(Throwable e) {
        return Stream.concat(Stream.ofNullable(e.getCause()), faults(e).stream().map(Message::getCause))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Composer::root)
                .orElse(e);
    }

    private static Collection<Message> faults(Throwable e) {
        if (e instanceof CreationException creation) {
            return creation.getErrorMessages();
        }
        return e instanceof ConfigurationException wrong ? wrong.getErrorMessages() : List.of();
    }

    private <T> Optional<T> refusable(Part part, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (SettingException e) {
            e.problems().forEach(problem -> {
                Place place = part.bound().place(problem.setting());
                problems.add(place, Refusals.message(problem, place));
            });
            return Optional.empty();
        }
    }
}
