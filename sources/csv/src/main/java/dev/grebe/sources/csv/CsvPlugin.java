package dev.grebe.sources.csv;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;

/** Tables from CSV. */
@AutoService(SourcePlugin.class)
@SuppressWarnings("rawtypes") // A service is named without its type parameter.
public final class CsvPlugin implements SourcePlugin<CsvSettings> {
    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Class<CsvSettings> settings() {
        return CsvSettings.class;
    }

    @Override
    public Module module(CsvSettings settings) {
        return binder -> binder.bind(Source.class).to(CsvSource.class);
    }
}
