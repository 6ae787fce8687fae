package dev.grebe.sources.parquet;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;

/** Reads tables from Parquet files. */
@SuppressWarnings("rawtypes") // a service is named by its raw type
@AutoService(SourcePlugin.class)
public final class ParquetPlugin implements SourcePlugin<ParquetSettings> {
    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public Class<ParquetSettings> settings() {
        return ParquetSettings.class;
    }

    @Override
    public Module module(ParquetSettings settings) {
        return binder -> binder.bind(Source.class).to(ParquetSource.class);
    }
}
