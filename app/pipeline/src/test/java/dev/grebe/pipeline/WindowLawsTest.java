package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Progress;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Catalog;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * However time is cut and however files lie, the findings are the same. In the lake, connections and the children that
 * follow them lie around each full hour, and files are filed by the hour they arrived in, up to a day late.
 */
final class WindowLawsTest {
    private static final Instant DAY = Instant.parse("2024-03-10T00:00:00Z");
    private static final int HOURS = 24;
    private static final int PAIRS_PER_HOUR = 12;
    private static final DateTimeFormatter FILED =
            DateTimeFormatter.ofPattern("'dt='uuuu-MM-dd'/h='HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Random random = new Random(11);
    private final TreeMap<String, List<String>> processes = new TreeMap<>();
    private final TreeMap<String, List<String>> connections = new TreeMap<>();

    @TempDir
    Path folder;

    private Storage storage = new FileStorage(Path.of(""));

    @BeforeEach
    void makeLake() throws IOException {
        storage = new FileStorage(folder);
        for (int hour = -1; hour <= HOURS; hour++) {
            for (int pair = 0; pair < PAIRS_PER_HOUR; pair++) {
                // Around the full hour: half of the pairs straddle it.
                Instant connected = DAY.plus(Duration.ofHours(hour)).plusMillis(random.nextInt(20_000) - 10_000);
                addPair(connected, random.nextInt(14_000), "h" + hour + "p" + pair);
            }
        }
        write("lake", processes, connections);
    }

    private void addPair(Instant connected, int laterBy, String name) {
        String process =
                "\"DeviceId\":\"d-%s\",\"InitiatingProcessFileName\":\"services.exe\",\"InitiatingProcessId\":600"
                        .formatted(name);
        add(
                connections,
                connected,
                "{\"Timestamp\":\"%s\",%s,\"ActionType\":\"InboundConnectionAccepted\"}".formatted(connected, process));
        Instant started = connected.plusMillis(laterBy);
        add(
                processes,
                started,
                ("{\"Timestamp\":\"%s\",%s,\"FileName\":\"%s.exe\",\"SHA1\":\"%s\",\"ProcessCommandLine\":\"%s.exe\","
                                + "\"InitiatingProcessCreationTime\":\"2024-03-01T00:00:00Z\"}")
                        .formatted(started, process, name, name, name));
    }

    private void add(Map<String, List<String>> files, Instant happened, String row) {
        Instant filed = happened.plus(Duration.ofMinutes(random.nextInt(23 * 60)));
        files.computeIfAbsent(FILED.format(filed), hour -> new ArrayList<>()).add(row);
    }

    private void write(String lake, Map<String, List<String>> process, Map<String, List<String>> network)
            throws IOException {
        for (var table : List.of("DeviceProcessEvents", "DeviceNetworkEvents")) {
            for (var file : (table.equals("DeviceProcessEvents") ? process : network).entrySet()) {
                Path path = folder.resolve(lake)
                        .resolve(table)
                        .resolve(file.getKey())
                        .resolve("part.jsonl");
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    private List<String> run(String lake, Instant from, Instant to, String lateBy) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, """
                version: 1
                tables:
                  DeviceProcessEvents: {source: jsonl, path: '%5$s/%1$s/DeviceProcessEvents/dt={yyyy-MM-dd}/h={HH}/', lateBy: %2$s}
                  DeviceNetworkEvents: {source: jsonl, path: '%5$s/%1$s/DeviceNetworkEvents/dt={yyyy-MM-dd}/h={HH}/', lateBy: %2$s}
                  DeviceFileCertificateInfo: {empty: true}
                detectors: {scm-remote-service: {}}
                sinks: {findings: {type: jsonl, path: out/findings.jsonl}}
                run: {from: %3$s, to: %4$s}
                """.formatted(lake, lateBy, from, to, folder));
        Pipeline.load(file, "p.yaml", Overrides.NONE, Catalog.discover(), Lab.TERMINAL, ignored -> storage)
                .run(Progress.NONE);
        return Files.readAllLines(folder.resolve("out/findings.jsonl"));
    }

    private List<String> day() throws IOException {
        return run("lake", DAY, DAY.plus(Duration.ofHours(HOURS)), "1d");
    }

    @Test
    void runsOfEachHourFindTogetherWhatOneRunOfTheDayFinds() throws IOException {
        List<String> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            Instant from = DAY.plus(Duration.ofHours(hour));
            hours.addAll(run("lake", from, from.plus(Duration.ofHours(1)), "1d"));
        }

        assertThat(day()).hasSizeGreaterThan(HOURS * PAIRS_PER_HOUR / 2).isEqualTo(hours);
    }

    @Test
    void whatWasFiledLaterThanIsStatedIsNotRead() throws IOException {
        assertThat(run("lake", DAY, DAY.plus(Duration.ofHours(HOURS)), "0s"))
                .hasSizeLessThan(day().size())
                .isSubsetOf(day());
    }

    @Test
    void foldersOfOtherDaysAreNotListed() throws IOException {
        addPair(DAY.minus(Duration.ofDays(30)), 1000, "month-before");
        write("lake", processes, connections);
        run("lake", DAY, DAY.plus(Duration.ofHours(1)), "1h");

        JsonNode tables = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("out/run.json")))
                .get("tables");
        for (String table : List.of("DeviceProcessEvents", "DeviceNetworkEvents")) {
            assertThat(tables.get(table).get("files").intValue()).isBetween(1, 4);
        }
    }

    @Test
    void namesAndCutsOfFilesChangeNoByte() throws IOException {
        List<String> all = new ArrayList<>();
        processes.values().forEach(all::addAll);
        Collections.shuffle(all, random);
        Path other = folder.resolve("other/DeviceProcessEvents/dt=2024-03-10/h=05");
        Files.createDirectories(other);
        int files = 7;
        for (int i = 0; i < files; i++) {
            Files.write(
                    other.resolve("x" + (files - i) + ".json"),
                    all.subList(all.size() * i / files, all.size() * (i + 1) / files));
        }
        write("other", new TreeMap<>(), connections);

        assertThat(run("other", DAY, DAY.plus(Duration.ofHours(HOURS)), "1d")).isEqualTo(day());
    }

    @Test
    void aFileThatGrowsWhileTheRunReadsItGivesTheLinesThatWereCompleteWhenItWasListed() throws IOException {
        List<String> before = day();
        storage = new GrowingStorage(storage);

        assertThat(day()).isEqualTo(before);
        assertThat(((GrowingStorage) storage).grown).isPositive();
    }

    /** Appends to every file of connections when it has been listed: another row, and the half of one. */
    private static final class GrowingStorage implements Storage {
        private final Storage files;
        private int grown;

        GrowingStorage(Storage files) {
            this.files = files;
        }

        @Override
        public Listing list(String path, Window filed) {
            Listing listed = files.list(path, filed);
            if (path.contains("DeviceNetworkEvents")) {
                listed.files().forEach(file -> grow(Path.of(file.path())));
            }
            return listed;
        }

        private void grow(Path file) {
            try {
                String row = Files.readAllLines(file).get(0);
                Files.writeString(file, row + "\n" + row.substring(0, 20), StandardOpenOption.APPEND);
                grown++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public RandomInput open(FileSlice file) {
            return files.open(file);
        }

        @Override
        public TextFile text(FileSlice file, long mostBytes) {
            return files.text(file, mostBytes);
        }

        @Override
        public void requireSource(String path, String setting) {
            files.requireSource(path, setting);
        }

        @Override
        public void requireTarget(String path, String setting) {
            files.requireTarget(path, setting);
        }

        @Override
        public Staging stage(String path) {
            return files.stage(path);
        }

        @Override
        public boolean exists(String path) {
            return files.exists(path);
        }
    }
}
