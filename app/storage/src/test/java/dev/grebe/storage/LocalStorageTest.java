package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
    }

    @Test
    void linkOutOfTheListedFolderIsNotFollowed() throws IOException {
        files("lake/a", "outside/secret");
        link("lake/escape", "../outside");
        link("lake/file", "../outside/secret");

        assertThat(paths("lake")).containsExactly("lake/a");
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
    void linkToNothingIsAnError() throws IOException {
        files("lake/a");
        link("lake/dangling", "missing");

        assertThatThrownBy(() -> storage.list("lake"))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/dangling: a link to nothing (MISSING_FILE)");
    }

    @Test
    void pipeIsNeverOpened() throws Exception {
        files("lake/a");
        Path pipe = base.resolve("lake/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(paths("lake")).containsExactly("lake/a");
        assertThatThrownBy(() -> storage.list("lake/pipe"))
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

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(base.resolve(path), Path.of(target));
    }
}
