package dev.grebe.sources.parquet;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Storage storage;

    @Inject
    ParquetSource(ParquetSettings settings, Storage storage) {
        path = settings.path();
        this.storage = storage;
    }

    @Override
    public Schema sample() {
        List<FileSlice> files = storage.list(path);
        if (files.isEmpty()) {
            return new Schema(List.of());
        }
        FileSlice first = files.get(0);
        FileSchema schema;
        try (RandomInput input = storage.open(first)) {
            schema = Planner.schema(first, new FooterReader(UNLIMITED, new Counters()).read(input, first.path()));
        }
        List<Field> fields = new ArrayList<>();
        for (FileColumn column : schema.columns().values()) {
            Optional<Type> type = column.meaning().type();
            boolean isPartition = first.partitions().containsKey(column.name());
            if (type.isPresent() && !isPartition && !column.name().isEmpty()) {
                fields.add(new Field(column.name(), type.get()));
            }
        }
        first.partitions().keySet().forEach(name -> fields.add(new Field(name, Type.STRING)));
        return new Schema(fields);
    }

    @Override
    public Scan scan(Request request, Memory memory) {
        return new ParquetScan(request, storage.list(path), storage, memory);
    }
}
