package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HadoopStorageTest extends StorageContract {
    @Override
    FileStorage storage(Path base) {
        return FileStorage.throughHadoop(base);
    }

    @Test
    void unknownSchemeIsNamed() {
        assertThatThrownBy(() -> storage.list("nosuch://host/lake"))
                .isInstanceOf(DataException.class)
                .hasMessage("nosuch://host/: no file system for 'nosuch:' is installed");
    }
}
