package dev.grebe.storage;

import java.nio.file.Path;

class HadoopTextTest extends TextContract {
    @Override
    FileStorage storage(Path base) {
        return FileStorage.throughHadoop(base);
    }
}
