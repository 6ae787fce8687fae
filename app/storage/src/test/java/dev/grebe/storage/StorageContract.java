package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whichever way files are reached. */
abstract class StorageContract {
    @TempDir
    Path base;

    FileStorage storage;

    abstract FileStorage storage(Path base);

    @BeforeEach
    void open() {
        storage = storage(base);
    }

    @Test
    void fileIsListedAsWritten() throws IOException {
        write("lake/a.jsonl", "12345");

        FileSlice file = storage.list("lake/a.jsonl", Window.ALL).files().get(0);

        assertThat(file.path()).isEqualTo("lake/a.jsonl");
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.modified())
                .isEqualTo(
                        Files.getLastModifiedTime(base.resolve("lake/a.jsonl")).toMillis());
        assertThat(file.partitions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake", "lake/"})
    void directoryIsListedWithAllBelowIt(String path) throws IOException {
        files("lake/b", "lake/a/z", "lake/a/y/x", "elsewhere/c");

        assertThat(paths(path)).containsExactly("lake/a/y/x", "lake/a/z", "lake/b");
    }

    @Test
    void orderIsThatOfTheBytes() throws IOException {
        files("lake/b", "lake/B", "lake/é", "lake/\uFF21", "lake/😀", "lake/a/1", "lake/a-", "lake/a.x");

        assertThat(paths("lake"))
                .containsExactly(
                        "lake/B", "lake/a-", "lake/a.x", "lake/a/1", "lake/b", "lake/é", "lake/\uFF21", "lake/😀");
    }

    @Test
    void hiddenNamesAreSkippedAtEveryDepth() throws IOException {
        files(
                "lake/a",
                "lake/_SUCCESS",
                "lake/.a.crc",
                "lake/_delta_log/0.json",
                "lake/d/.tmp/b",
                "lake/d/_c",
                "lake/d/e_");

        assertThat(paths("lake")).containsExactly("lake/a", "lake/d/e_");
    }

    @Test
    void hiddenPartsOfThePathItselfAreMeant() throws IOException {
        files("_raw/.day/a", "_raw/.day/_b");

        assertThat(paths("_raw/.day")).containsExactly("_raw/.day/a");
        assertThat(paths("_raw/.day/_b")).containsExactly("_raw/.day/_b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lake/*.jsonl|lake/a.jsonl lake/b.jsonl",
                "lake/?.jsonl|lake/a.jsonl lake/b.jsonl",
                "lake/[b-z].*|lake/b.jsonl lake/c.csv",
                "lake/[!b].*|lake/a.jsonl lake/c.csv",
                "lake/{a.jsonl,c.*}|lake/a.jsonl lake/c.csv",
                "lake/{d,e}/f/*.jsonl|lake/d/f/g.jsonl",
                "lake/{d/f,e}/*|lake/d/f/g.jsonl lake/e/h.csv",
                "lake/*/*.csv|lake/e/h.csv",
                "lake/**/*.jsonl|lake/a.jsonl lake/b.jsonl lake/d/f/g.jsonl",
                "lake/**/f/**|lake/d/f/g.jsonl",
                "**/h.csv|lake/e/h.csv",
                "l*/c.csv|lake/c.csv",
                "lake/*/|lake/d/f/g.jsonl lake/e/h.csv",
                "lake/d*|lake/d/f/g.jsonl",
                "lake/**|lake/a.jsonl lake/b.jsonl lake/c.csv lake/d/f/g.jsonl lake/e/h.csv"
            })
    void globsSelectFilesAndWholeDirectories(String glob, String expected) throws IOException {
        files("lake/a.jsonl", "lake/b.jsonl", "lake/c.csv", "lake/d/f/g.jsonl", "lake/e/h.csv", "lake/_x/y.jsonl");

        assertThat(paths(glob)).containsExactly(expected.split(" "));
    }

    @Test
    void globMatchesHiddenNamesOnlyWhereItSaysSo() throws IOException {
        files("lake/_raw/a", "lake/_raw/_b", "lake/c");

        assertThat(paths("lake/*")).containsExactly("lake/c");
        assertThat(paths("lake/_*/*")).containsExactly("lake/_raw/a");
    }

    @Test
    void whatAWriterLeftUnfinishedIsNotListed() throws IOException {
        files("lake/a", "lake/b.inprogress", "lake/c._COPYING_", "lake/d.tmp");

        assertThat(paths("lake")).containsExactly("lake/a");
        assertThat(storage.list("lake", Window.ALL).warnings()).isEqualTo(Map.of("LEFTOVER", 3L));
        assertThat(paths("lake/*.tmp")).containsExactly("lake/d.tmp");
        assertThat(paths("lake/d.tmp")).containsExactly("lake/d.tmp");
    }

    @Test
    void nameThatLooksLikeAGlobIsMeantIfItIsThere() throws IOException {
        files("lake/report[1].jsonl", "lake/report1.jsonl");

        assertThat(paths("lake/report[1].jsonl")).containsExactly("lake/report[1].jsonl");
        assertThat(paths("lake/report[[]1].jsonl")).containsExactly("lake/report[1].jsonl");
    }

    @Test
    void foldersBelowTheRootArePartitions() throws IOException {
        files("lake/dt=2020-09-20/region=eu%2Fwest/part=1.parquet");

        assertThat(storage.list("lake", Window.ALL).files().get(0).partitions())
                .isEqualTo(Map.of("dt", "2020-09-20", "region", "eu/west"));
        assertThat(storage.list("lake/dt=*/", Window.ALL).files().get(0).partitions())
                .containsOnlyKeys("dt", "region");
        assertThat(storage.list("lake/dt=2020-09-20", Window.ALL).files().get(0).partitions())
                .containsOnlyKeys("region");
    }

    @Test
    void hivesMissingValueIsEmpty() throws IOException {
        files("lake/dt=__HIVE_DEFAULT_PARTITION__/a", "lake/dt=/b", "lake/d%C3%A9=100%/c");

        assertThat(storage.list("lake", Window.ALL).files())
                .extracting(FileSlice::partitions)
                .containsExactly(Map.of("dé", "100%"), Map.of("dt", ""), Map.of("dt", ""));
    }

    @Test
    void partitionThatStandsTwiceIsRefused() throws IOException {
        files("lake/dt=1/dt=2/a", "lake/dt=1/b");

        Listing listing = storage.list("lake", Window.ALL);

        assertThat(listing.files()).extracting(FileSlice::path).containsExactly("lake/dt=1/b");
        assertThat(listing.refused())
                .extracting(Rejection::message)
                .containsExactly("lake/dt=1/dt=2/a: partition 'dt' stands twice in the path (BAD_PARTITION)");
    }

    @Test
    void manyFoldersAreListedInOrder() throws IOException {
        List<String> files = new ArrayList<>();
        for (int folder = 0; folder < 60; folder++) {
            for (int below = 0; below < 3; below++) {
                files.add("lake/%02d/%d/x".formatted(folder, below));
            }
        }
        files(files.toArray(String[]::new));

        assertThat(paths("lake")).isEqualTo(files);
    }

    @Test
    void missingDirectoryIsNamedWithItsNearestName() throws IOException {
        files("lake/DeviceProcessEvents/a", "lake/DeviceNetworkEvents/a");

        assertThatThrownBy(() -> storage.list("lake/DeviceProcesEvents/", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/DeviceProcesEvents/: no such file or directory. Did you mean 'DeviceProcessEvents'?");
    }

    @Test
    void firstMissingPartIsNamed() throws IOException {
        files("lake/a");

        assertThatThrownBy(() -> storage.list("lak/dt=*/x.parquet", Window.ALL))
                .hasMessage("lak/dt=*/x.parquet: no such file or directory. Did you mean 'lake'?");
        assertThatThrownBy(() -> storage.list("lak/a/b", Window.ALL))
                .hasMessage("lak/a/b: no such file or directory; 'lak' is its first part that is missing."
                        + " Did you mean 'lake'?");
    }

    @Test
    void whatIsThereIsNamedWhereNothingIsNear() throws IOException {
        files("lake/a", "lake/b", "lake/c", "lake/d", "lake/e", "lake/f", "lake/_g");

        assertThatThrownBy(() -> storage.list("lake/events", Window.ALL))
                .hasMessage("lake/events: no such file or directory. In 'lake/': 'a', 'b', 'c', 'd', 'e' and 1 more");
        assertThatThrownBy(() -> storage.list("events/x", Window.ALL))
                .hasMessage("events/x: no such file or directory; 'events' is its first part that is missing."
                        + " Beside the pipeline file: 'lake'");
    }

    @Test
    void absolutePathIsExplainedFromItsRoot() throws IOException {
        files("lake/a");
        String path = base + "/lakes";

        assertThatThrownBy(() -> storage.list(path, Window.ALL))
                .hasMessage(path + ": no such file or directory. Did you mean 'lake'?");
    }

    @Test
    void fileIsNoDirectory() throws IOException {
        files("lake/a");

        assertThatThrownBy(() -> storage.list("lake/a/b", Window.ALL)).hasMessage("lake/a/b: 'lake/a' is no directory");
    }

    @Test
    void directoryWithoutFilesIsAnError() throws IOException {
        files("lake/_SUCCESS");

        assertThatThrownBy(() -> storage.list("lake/", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/: no file in it; names that start with '_' or '.' are skipped");
    }

    @Test
    void globWithoutFilesIsAnError() throws IOException {
        files("lake/a.csv");

        assertThatThrownBy(() -> storage.list("lake/*.parquet", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/*.parquet: no file matches");
    }

    @Test
    void emptyPathIsAnError() {
        assertThatThrownBy(() -> storage.list("", Window.ALL)).isInstanceOf(DataException.class);
    }

    @Test
    void messagesStayOnOneLine() {
        assertThatThrownBy(() -> storage.list("a\n\u001B]0;b", Window.ALL))
                .hasMessage("a\\n\\u001B]0;b: no such file or directory.");
    }

    @Test
    void oddNamesAreListedAndOpened() throws IOException {
        List<String> names =
                List.of("lake/ a b ", "lake/-x", "lake/100%.a", "lake/50%25.a", "lake/a+b&c#d", "lake/ü:1");
        files(names.toArray(String[]::new));

        assertThat(paths("lake")).containsExactlyElementsOf(names);
        for (FileSlice file : storage.list("lake", Window.ALL).files()) {
            assertThat(content(file)).isEqualTo(file.path());
        }
    }

    @Test
    void fileIsReadAtAnyPlace() throws IOException {
        write("a", "0123456789");
        ByteBuffer heap = ByteBuffer.allocate(6).position(2).limit(5);
        ByteBuffer direct = ByteBuffer.allocateDirect(4);

        try (RandomInput input = storage.open(only("a"))) {
            input.read(7, heap);
            input.read(0, direct);
            assertThat(input.size()).isEqualTo(10);
        }

        assertThat(new String(heap.array(), StandardCharsets.UTF_8)).isEqualTo("\0\000789\0");
        assertThat(StandardCharsets.UTF_8.decode(direct.flip()).toString()).isEqualTo("0123");
    }

    @Test
    void readingBeyondTheEndIsAnError() throws IOException {
        write("a", "0123456789");

        try (RandomInput input = storage.open(only("a"))) {
            assertThatThrownBy(() -> input.read(8, ByteBuffer.allocate(3)))
                    .isInstanceOf(DataException.class)
                    .hasMessage("a: ends at byte 10, expected 11 (CHANGED_DURING_READ)");
        }
    }

    @Test
    void fileThatIsCutWhileItIsReadIsAnError() throws IOException {
        write("a", "0123456789");

        try (RandomInput input = storage.open(only("a"))) {
            write("a", "012");
            assertThatThrownBy(() -> input.read(0, ByteBuffer.allocate(10)))
                    .isInstanceOf(DataException.class)
                    .hasMessage("a: ends at byte 3, expected 10 (CHANGED_DURING_READ)");
        }
    }

    @Test
    void fileThatGrewSinceTheListingIsNotOpened() throws IOException {
        write("a", "0123456789");
        FileSlice listed = only("a");
        write("a", "0123456789ab");

        assertThatThrownBy(() -> storage.open(listed))
                .isInstanceOf(DataException.class)
                .hasMessage("a: has 12 bytes, had 10 when it was listed (CHANGED_DURING_READ)");
    }

    @Test
    void fileThatWasRewrittenSinceTheListingIsNotOpened() throws IOException {
        write("a", "0123456789");
        FileSlice listed = only("a");
        Files.setLastModifiedTime(base.resolve("a"), FileTime.fromMillis(listed.modified() + 1));

        assertThatThrownBy(() -> storage.open(listed))
                .isInstanceOf(DataException.class)
                .hasMessage("a: was written to since it was listed (CHANGED_DURING_READ)");
    }

    @Test
    void fileThatIsGoneIsNotOpened() throws IOException {
        write("a", "0123456789");
        FileSlice listed = only("a");
        Files.delete(base.resolve("a"));

        assertThatThrownBy(() -> storage.open(listed))
                .isInstanceOf(DataException.class)
                .hasMessage("a: is gone since it was listed (CHANGED_DURING_READ)");
    }

    @Test
    void stagedFileIsSeenOnlyWhenItIsCommitted() throws IOException {
        files("out/x");
        try (Staging staging = storage.stage("out/findings.jsonl")) {
            put(staging, "new");
            assertThat(paths("out")).containsExactly("out/x");
            assertThat(storage.exists("out/findings.jsonl")).isFalse();
            staging.commit();
        }

        assertThat(base.resolve("out/findings.jsonl")).hasContent("new");
        assertThat(storage.exists("out/findings.jsonl")).isTrue();
        assertThat(names("out")).containsExactly("findings.jsonl", "x");
    }

    @Test
    void commitReplacesWhatWasThere() throws IOException {
        write("findings.jsonl", "old");
        try (Staging staging = storage.stage("findings.jsonl")) {
            put(staging, "new");
            assertThat(base.resolve("findings.jsonl")).hasContent("old");
            staging.commit();
        }

        assertThat(base.resolve("findings.jsonl")).hasContent("new");
        assertThat(names(".")).containsExactly("findings.jsonl");
    }

    @Test
    void closingWithoutCommitLeavesNoTrace() throws IOException {
        write("findings.jsonl", "old");
        try (Staging staging = storage.stage("findings.jsonl")) {
            put(staging, "new");
        }
        try (Staging staging = storage.stage("made/for/it/findings.jsonl")) {
            put(staging, "new");
            assertThat(base.resolve("made/for/it")).isDirectory();
        }

        assertThat(base.resolve("findings.jsonl")).hasContent("old");
        assertThat(names(".")).containsExactly("findings.jsonl");
    }

    @Test
    void foldersThatOthersUseMeanwhileStay() throws IOException {
        try (Staging staging = storage.stage("made/for/it/findings.jsonl")) {
            put(staging, "new");
            files("made/for/x");
        }

        assertThat(names("made")).containsExactly("for");
        assertThat(names("made/for")).containsExactly("x");
    }

    @Test
    void directoryIsNotReplaced() throws IOException {
        files("out/x");

        assertThatThrownBy(() -> storage.stage("out"))
                .isInstanceOf(SinkException.class)
                .hasMessage("out: a directory is there already");
    }

    @Test
    void fileWhereAFolderShouldBeIsAnError() throws IOException {
        write("out", "x");

        assertThatThrownBy(() -> storage.stage("out/findings.jsonl")).isInstanceOf(SinkException.class);
        assertThat(names(".")).containsExactly("out");
    }

    @Test
    void longNamesCanBeStaged() {
        String name = "x".repeat(250);
        try (Staging staging = storage.stage(name)) {
            staging.commit();
        }

        assertThat(storage.exists(name)).isTrue();
    }

    @Test
    void directoryIsNoCommittedFile() throws IOException {
        files("out/x");

        assertThat(storage.exists("out")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../findings.jsonl", "out/../../x", "..", "./../x"})
    void relativeTargetMayNotClimb(String path) {
        assertThatThrownBy(() -> storage.requireTarget(path, "path"))
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo("path"))
                .hasMessage("'" + path + "' climbs above the folder of the pipeline file."
                        + " Write an absolute path to leave it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/findings.jsonl", "out/../x", "..x/y", "/etc/x", "/../x", "s3a://bucket/../x", "out/"})
    void otherTargetsMayBeAnywhere(String path) {
        storage.requireTarget(path, "path");
    }

    @Test
    void pathToReadFromIsCheckedWithoutLooking() {
        storage.requireSource("nowhere/dt={yyyy-MM-dd}/*.parquet", "path");

        assertThatThrownBy(() -> storage.requireSource("nowhere/{yyyy-mm-dd}/", "path"))
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo("path"))
                .hasMessage("'nowhere/{yyyy-mm-dd}/': 'mm' without 'HH' before it: a path states a time from the year"
                        + " down, with yyyy, MM, dd, HH and mm; the month is 'MM'");
        assertThatThrownBy(() -> storage.requireSource("", "path")).hasMessage("the path is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "file://host/x"})
    void noTargetIsRefused(String path) {
        assertThatThrownBy(() -> storage.requireTarget(path, "path")).isInstanceOf(SettingException.class);
    }

    List<String> paths(String path) {
        return storage.list(path, Window.ALL).files().stream()
                .map(FileSlice::path)
                .toList();
    }

    FileSlice only(String path) {
        return storage.list(path, Window.ALL).files().get(0);
    }

    /** Files that contain their own names. */
    void files(String... paths) throws IOException {
        for (String path : paths) {
            write(path, path);
        }
    }

    void write(String path, String content) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String content(FileSlice file) {
        ByteBuffer buffer = ByteBuffer.allocate((int) file.size());
        try (RandomInput input = storage.open(file)) {
            input.read(0, buffer);
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    private List<String> names(String folder) throws IOException {
        try (var files = Files.list(base.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void put(Staging staging, String text) throws IOException {
        staging.output().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
