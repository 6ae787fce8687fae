package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first look at the files of a path takes little time, however many they are. */
class GlimpseTest {
    @TempDir
    private Path folder;

    private void makeFolders(int folders, int filesEach) throws IOException {
        for (int day = 0; day < folders; day++) {
            Path path = Files.createDirectories(folder.resolve("lake/d=%03d".formatted(day)));
            for (int file = 0; file < filesEach; file++) {
                Files.writeString(path.resolve("%03d.jsonl".formatted(file)), "ab");
            }
        }
    }

    @Test
    void aSmallLakeIsListedWhole() throws IOException {
        makeFolders(20, 3);
        FileStorage storage = new FileStorage(folder);
        Glimpse glimpse = storage.glimpse("lake/");
        assertThat(glimpse.isWhole()).isTrue();
        assertThat(glimpse.files()).isEqualTo(60);
        assertThat(glimpse.bytes()).isEqualTo(120);
        assertThat(glimpse.listing()).isEqualTo(storage.list("lake/", Window.ALL));
    }

    @Test
    void ofALargeOneSomeFilesAreListedFromTheFirstToTheLastAndTheRestIsEstimated() throws IOException {
        makeFolders(110, 200);
        Glimpse glimpse = new FileStorage(folder).glimpse("lake/");
        assertThat(glimpse.isWhole()).isFalse();
        assertThat(glimpse.files()).isEqualTo(22_000);
        assertThat(glimpse.bytes()).isEqualTo(44_000);
        assertThat(glimpse.listing().files())
                .hasSize(6 * 64)
                .extracting(FileSlice::path)
                .contains("lake/d=000/000.jsonl", "lake/d=109/199.jsonl");
        assertThat(glimpse.listing().files().get(0).partitions()).containsEntry("d", "000");
    }

    @Test
    void aGlobThatNoneOfThoseMatchesIsListedWhole() throws IOException {
        makeFolders(110, 200);
        Glimpse glimpse = new FileStorage(folder).glimpse("lake/*/001.jsonl");
        assertThat(glimpse.isWhole()).isTrue();
        assertThat(glimpse.files()).isEqualTo(110);
        assertThatThrownBy(() -> new FileStorage(folder).glimpse("lake/*/nothing.jsonl"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no file matches");
    }
}
