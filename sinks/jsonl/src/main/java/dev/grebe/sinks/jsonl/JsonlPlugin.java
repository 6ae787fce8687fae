package dev.grebe.sinks.jsonl;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkPlugin;

/** Findings as JSON lines. */
@AutoService(SinkPlugin.class)
@SuppressWarnings("rawtypes") // A service is named without its type parameter.
public final class JsonlPlugin implements SinkPlugin<JsonlSettings> {
    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public Class<JsonlSettings> settings() {
        return JsonlSettings.class;
    }

    @Override
    public Module module(JsonlSettings settings) {
        return binder -> binder.bind(Sink.class).to(JsonlSink.class);
    }
}
