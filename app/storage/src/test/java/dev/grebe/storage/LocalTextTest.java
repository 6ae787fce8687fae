package dev.grebe.storage;

import java.nio.file.Path;

class LocalTextTest extends TextContract {
    @Override
    FileStorage storage(Path base) {
        return new FileStorage(base);
    }
}
