package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HadoopStorageTest extends StorageContract {
    @Override
    FileStorage storage(Path base) {
        return FileStorage.throughHadoop(base);
    }

    @Test
    void missingLibrariesAreNamedWithTheCommandThatFetchesThem() {
        assertThatThrownBy(() -> storage.list("s3://bucket/lake", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("s3a://bucket/: the file system for 's3a:' is not installed. Fetch it once with: grebe"
                        + " filesystem s3");
        assertThatThrownBy(() -> storage.list("gs://bucket/lake", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("Put its jars into filesystems/gs/ of Grebe's directory");
    }

    @Test
    void unknownSchemeIsNamed() {
        assertThatThrownBy(() -> storage.list("nosuch://host/lake", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("nosuch://host/: no file system for 'nosuch:' is installed");
    }
}
