package dev.grebe.sinks.console;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkPlugin;

/** Findings on standard output. */
@AutoService(SinkPlugin.class)
@SuppressWarnings("rawtypes") // A service is named without its type parameter.
public final class ConsolePlugin implements SinkPlugin<ConsoleSettings> {
    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public Class<ConsoleSettings> settings() {
        return ConsoleSettings.class;
    }

    @Override
    public Module module(ConsoleSettings settings) {
        return binder -> binder.bind(Sink.class).to(ConsoleSink.class);
    }
}
