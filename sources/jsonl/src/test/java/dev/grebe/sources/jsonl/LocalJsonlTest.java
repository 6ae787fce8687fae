package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Storage;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;

class LocalJsonlTest extends JsonlContract {
    @Override
    Storage storage(Path base) {
        return new FileStorage(base);
    }
}
