package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Storage;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;

class HadoopJsonlTest extends JsonlContract {
    @Override
    Storage storage(Path base) {
        return FileStorage.throughHadoop(base);
    }
}
