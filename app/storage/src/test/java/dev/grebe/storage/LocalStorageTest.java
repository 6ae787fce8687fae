package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LocalStorageTest extends StorageContract {
    @Override
    FileStorage storage(Path base) {
        return new FileStorage(base);
    }

    @Test
    void fileUriIsALocalPath() throws IOException {
        files("lake/a%20b");

        assertThat(paths("file://" + base + "/lake")).containsExactly("file://" + base + "/lake/a%20b");
        assertThat(paths("file:" + base + "/lake/*")).hasSize(1);
    }

    @Test
    void linkLoopIsWalkedOnce() throws IOException {
        files("lake/sub/a");
        link("lake/sub/loop", "..");

        assertThat(paths("lake")).containsExactly("lake/sub/a");
        assertThat(warnings("lake")).isEqualTo(Map.of("LINK_LOOP", 1L));
    }

    @Test
    void linkOutOfTheListedFolderIsNotFollowed() throws IOException {
        files("lake/a", "outside/secret");
        link("lake/escape", "../outside");
        link("lake/file", "../outside/secret");

        assertThat(paths("lake")).containsExactly("lake/a");
        assertThat(warnings("lake")).isEqualTo(Map.of("LINK_OUTSIDE", 2L));
    }

    @Test
    void listedFolderMayBeALinkItself() throws IOException {
        files("disk/a");
        link("lake", "disk");

        assertThat(paths("lake")).containsExactly("lake/a");
    }

    @Test
    void linkToAHiddenFolderInsideIsFollowed() throws IOException {
        files("lake/.v2/a");
        link("lake/current", ".v2");

        assertThat(paths("lake")).containsExactly("lake/current/a");
    }

    @Test
    void fileWithTwoNamesIsListedOnceUnderItsOwn() throws IOException {
        files("lake/b");
        link("lake/a", "b");

        assertThat(paths("lake")).containsExactly("lake/b");
    }

    @Test
    void linkToNothingIsRefused() throws IOException {
        files("lake/a");
        link("lake/dangling", "missing");
        link("lake/self", "self");

        assertThat(paths("lake")).containsExactly("lake/a");
        assertThat(refused("lake"))
                .containsExactly(
                        "lake/dangling: a link to nothing (MISSING_FILE)",
                        "lake/self: a link to nothing (MISSING_FILE)");
        assertThatThrownBy(() -> storage.list("lake/dangling", Window.ALL))
                .hasMessage("lake/dangling: a link to nothing (MISSING_FILE)");
    }

    @Test
    void fileAndFolderWithoutPermissionAreRefused() throws IOException {
        files("lake/a", "lake/b", "lake/c/d");
        Files.setPosixFilePermissions(base.resolve("lake/b"), Set.of());
        Files.setPosixFilePermissions(base.resolve("lake/c"), Set.of());
        try {
            assumeThat(Files.isReadable(base.resolve("lake/b")))
                    .as("the user may read all")
                    .isFalse();

            assertThat(paths("lake")).containsExactly("lake/a");
            assertThat(refused("lake"))
                    .containsExactly(
                            "lake/b: permission denied (UNREADABLE)", "lake/c/: permission denied (UNREADABLE)");
        } finally {
            Files.setPosixFilePermissions(base.resolve("lake/c"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void folderNamedLikeAFileIsWalked() throws IOException {
        files("lake/a.parquet");
        Files.createDirectories(base.resolve("lake/dir.parquet"));

        assertThat(paths("lake")).containsExactly("lake/a.parquet");
        assertThat(paths("lake/*.parquet")).containsExactly("lake/a.parquet");
    }

    @Test
    void longestNameIsListed() throws IOException {
        String name = "lake/" + "x".repeat(240) + ".parquet";
        files(name);

        assertThat(paths("lake")).containsExactly(name);
    }

    @Test
    void pipeIsNeverOpened() throws Exception {
        files("lake/a");
        Path pipe = base.resolve("lake/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(paths("lake")).containsExactly("lake/a");
        assertThat(warnings("lake")).isEqualTo(Map.of("SKIPPED_NOT_REGULAR", 1L));
        assertThatThrownBy(() -> storage.list("lake/pipe", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/pipe: neither a file nor a directory (SKIPPED_NOT_REGULAR)");
        assertThatThrownBy(() -> storage.stage("lake/pipe"))
                .isInstanceOf(SinkException.class)
                .hasMessage("lake/pipe: a pipe or device is there already");
    }

    @Test
    void linkedTargetIsWrittenWhereItLeads() throws IOException {
        write("real.jsonl", "old");
        link("findings.jsonl", "real.jsonl");
        try (Staging staging = storage.stage("findings.jsonl")) {
            staging.output().write('x');
            staging.commit();
        }

        assertThat(base.resolve("real.jsonl")).hasContent("x");
        assertThat(Files.isSymbolicLink(base.resolve("findings.jsonl"))).isTrue();
    }

    @Test
    void interruptedReaderIsCancelledAndBlamesNoFile() throws IOException {
        write("a", "0123456789");
        try (RandomInput input = storage.open(only("a"))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> input.read(0, ByteBuffer.allocate(1))).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Map<String, Long> warnings(String path) {
        return storage.list(path, Window.ALL).warnings();
    }

    private List<String> refused(String path) {
        return storage.list(path, Window.ALL).refused().stream()
                .map(Rejection::message)
                .toList();
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(base.resolve(path), Path.of(target));
    }
}
