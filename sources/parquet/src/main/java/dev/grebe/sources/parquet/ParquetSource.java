package dev.grebe.sources.parquet;

import dev.grebe.plan.Schema;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Window;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.parquet.format.FileMetaData;

/**
 * A table in Parquet files. {@code key=value} folders below the path are columns; where a file has a column of the same
 * name, too, the path wins, as it does for Hive and Spark.
 */
final class ParquetSource implements Source {
    private static final Memory UNLIMITED = new Memory() {
        @Override
        public void reserve(long bytes, String use) {}

        @Override
        public void release(long bytes) {}
    };

    private final String path;
    private final ParquetLimits limits;
    private final Storage storage;

    @Inject
    ParquetSource(ParquetSettings settings, Storage storage) {
        storage.requireSource(settings.path(), "path");
        path = settings.path();
        limits = settings.limits();
        this.storage = storage;
    }

    @Override
    public Schema sample() {
        List<FileSlice> files = storage.list(path, Window.ALL).files();
        if (files.isEmpty()) {
            return new Schema(List.of());
        }
        FileSlice first = files.get(0);
        try (RandomInput input = storage.open(first)) {
            FileMetaData footer = new FooterReader(limits, UNLIMITED, new Counters()).read(input, first.path());
            return Sample.schema(first, FilePlanner.schema(first, footer, limits), footer);
        }
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        return new ParquetScan(request, storage.list(path, request.filed()), storage, limits, memory, rejects);
    }
}
