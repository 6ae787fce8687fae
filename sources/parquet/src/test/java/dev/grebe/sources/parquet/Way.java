package dev.grebe.sources.parquet;

import dev.grebe.plugin.Storage;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;

/** How local files are reached. What is read does not depend on it. */
enum Way {
    NIO,
    HADOOP;

    Storage storage(Path base) {
        return switch (this) {
            case NIO -> new FileStorage(base);
            case HADOOP -> FileStorage.throughHadoop(base);
        };
    }
}
