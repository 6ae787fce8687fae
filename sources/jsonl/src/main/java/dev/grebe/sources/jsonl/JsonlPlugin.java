package dev.grebe.sources.jsonl;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;

/** Tables from JSON lines. */
@AutoService(SourcePlugin.class)
@SuppressWarnings("rawtypes") // A service is named without its type parameter.
public final class JsonlPlugin implements SourcePlugin<JsonlSettings> {
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
        return binder -> binder.bind(Source.class).to(JsonlSource.class);
    }
}
