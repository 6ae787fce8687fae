package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFileTest {
    private static final String SOUND = """
            version: 1
            tables:
              Words: {source: rows, path: lake/}
            detectors:
              long-words: {}
            sinks:
              findings: {type: file, path: out/findings.txt}
            run: {name: scm, from: 2020-09-20T00:00:00Z, to: 2020-09-21}
            """;

    @TempDir
    Path folder;

    private Pipeline load(String yaml, Overrides overrides) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, yaml);
        return Pipeline.load(file, "p.yaml", overrides, Lab.CATALOG, Lab.TERMINAL);
    }

    private List<String> problems(String yaml) {
        return problems(yaml, Overrides.NONE);
    }

    private List<String> problems(String yaml, Overrides overrides) {
        return failure(yaml, overrides).problems().stream()
                .map(Object::toString)
                .toList();
    }

    private ConfigException failure(String yaml, Overrides overrides) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml, overrides));
    }

    private static String with(String line, String changed) {
        assertThat(SOUND).contains(line);
        return SOUND.replace(line, changed);
    }

    @Test
    void storageIsSetUnderItsOwnKey() {
        assertThat(problems(SOUND + "storage: {s3: {endpoint: minio:9000, regoin: eu}}\n"))
                .containsExactly(
                        "p.yaml:9:26: endpoint: 'minio:9000' is no URL. Write https:// or http:// before it",
                        "p.yaml:9:38: no setting 'regoin'. Did you mean 'region'?");
    }

    @Test
    void aSoundFileIsAPipeline() throws IOException {
        Pipeline pipeline = load(SOUND, Overrides.NONE);

        assertThat(pipeline.name()).isEqualTo("scm");
        assertThat(pipeline.window().start()).hasToString("Optional[2020-09-20T00:00:00Z]");
        assertThat(pipeline.window().end()).hasToString("Optional[2020-09-21T00:00:00Z]");
        assertThat(pipeline.rules()).containsOnlyKeys("long-words");
        assertThat(pipeline.plans().get("long-words").label()).contains("findings");
        assertThat(pipeline.effective()).contains("\"lateBy\" : \"1d\"", "\"report\" : \"out/run.json\"");
    }

    @Test
    void theNameIsTheFilesIfItSaysNone() throws IOException {
        assertThat(load(with("name: scm, ", ""), Overrides.NONE).name()).isEqualTo("p");
        assertThat(load(SOUND.substring(0, SOUND.indexOf("run:")), Overrides.NONE)
                        .name())
                .isEqualTo("p");
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        assertThat(problems("""
                        version: 2
                        tables:
                          Words: {source: rows, pth: lake/}
                          Other: {source: rwos}
                          None: {empty: true, path: x}
                          Null:
                        detectors:
                          long-words: {atLeast: 1.5, window: {form: 1s}}
                          long: {type: long-wrods}
                        sinks:
                          findings: {type: file, path: ../../out.txt}
                          findings: {type: file, path: b}
                          console: 3
                        run: {threads: two, memory: lots, from: yesterday}
                        rnu: {}
                        """))
                .containsExactly(
                        "p.yaml:1:10: version '2' is not one this Grebe reads; it reads 1",
                        "p.yaml:3:10: setting 'path' is missing",
                        "p.yaml:3:25: no setting 'pth'. Did you mean 'path'?",
                        "p.yaml:4:19: there is no source plugin 'rwos'. Did you mean 'rows'?",
                        "p.yaml:5:23: 'path' stands beside 'empty'; a table is one or the other",
                        "p.yaml:6:3: 'Null' has no value; write {} where nothing is to be set",
                        "p.yaml:8:25: expected a whole number, found '1.5'",
                        "p.yaml:8:39: no setting 'form'. Did you mean 'from'?",
                        "p.yaml:9:16: there is no detector plugin 'long-wrods'. Did you mean 'long-words'?",
                        "p.yaml:11:32: path: '../../out.txt' climbs above the folder of the pipeline file."
                                + " Write an absolute path to leave it",
                        "p.yaml:12:3: 'findings' is already set at line 11",
                        "p.yaml:13:12: expected a mapping, found '3'",
                        "p.yaml:14:16: expected a whole number, found 'two'",
                        "p.yaml:14:29: memory: expected a size such as 512MB, 2GiB or 60%, found 'lots'",
                        "p.yaml:14:41: from: expected a time such as 2020-09-20T00:00:00Z, found 'yesterday'",
                        "p.yaml:15:1: no setting 'rnu'. Did you mean 'run'?");
    }

    @Test
    void oneSectionReportsAllThatIsWrongWithIt() {
        assertThat(problems(with(
                        "{name: scm, from: 2020-09-20T00:00:00Z, to: 2020-09-21}",
                        "{threads: many, memory: lots, from: yesterday, to: [1], x: 1}")))
                .containsExactly(
                        "p.yaml:8:16: expected a whole number, found 'many'",
                        "p.yaml:8:30: memory: expected a size such as 512MB, 2GiB or 60%, found 'lots'",
                        "p.yaml:8:42: from: expected a time such as 2020-09-20T00:00:00Z, found 'yesterday'",
                        "p.yaml:8:57: expected text, found a list",
                        "p.yaml:8:62: no setting 'x'. There are from, maxBad, memory, name, onBadInput, report, threads, to");
        assertThat(problems(with(
                        "{name: scm, from: 2020-09-20T00:00:00Z, to: 2020-09-21}",
                        "{name: 'a b', from: 2021-01-01, to: 2020-01-01, threads: -1, memory: 5, report: ../r.json}")))
                .containsExactly(
                        "p.yaml:8:13: name: 'a b' is no name; a name is at most 100 of the letters A-Z and a-z, digits,"
                                + " '_', '-' and '.'",
                        "p.yaml:8:42: to: the window is empty: it ends at 2020-01-01 and starts at 2021-01-01",
                        "p.yaml:8:63: threads: expected a number from 1 to 1024, or 0 for one per processor, found '-1'",
                        "p.yaml:8:75: memory: expected a size such as 512MB, 2GiB or 60%, found '5'",
                        "p.yaml:8:86: report: '../r.json' climbs above the folder of the pipeline file."
                                + " Write an absolute path to leave it");
    }

    @Test
    void anUnknownKeyHidesNothingBeyondTheSettings() {
        assertThat(problems(SOUND.replace("long-words: {}", "long-words: {tabel: x, table: Wrods}")
                        .replace("path: out/findings.txt", "path: ../findings.txt, pth: x")))
                .containsExactly(
                        "p.yaml:5:3: detector 'long-words' reads the table 'Wrods', which is not under tables:."
                                + " Did you mean 'Words'?",
                        "p.yaml:5:16: no setting 'tabel'. Did you mean 'table'?",
                        "p.yaml:7:32: path: '../findings.txt' climbs above the folder of the pipeline file."
                                + " Write an absolute path to leave it",
                        "p.yaml:7:49: no setting 'pth'. Did you mean 'path'?");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(problems("version: 1\nrun: {}\n"))
                .containsExactly(
                        "p.yaml:1:1: setting 'tables' is missing",
                        "p.yaml:1:1: setting 'detectors' is missing",
                        "p.yaml:1:1: setting 'sinks' is missing");
        assertThat(problems(with("  findings: {type: file, path: out/findings.txt}", "  {}")))
                .containsExactly("p.yaml:7:3: there is no sink; a pipeline needs one");
        assertThat(problems(with("{source: rows, path: lake/}", "{path: lake/}")))
                .containsExactly("p.yaml:3:10: setting 'source' is missing. There is only rows."
                        + " Write {empty: true} for a table without rows");
    }

    @Test
    void filesThatAreNoPipelineSayWhy() throws IOException {
        assertThat(problems(""))
                .containsExactly("p.yaml:1:1: the file is empty; it needs version, tables, detectors and sinks");
        assertThat(problems("- a\n"))
                .containsExactly("p.yaml:1:1: expected version, tables, detectors and sinks, found a list");
        assertThat(problems("a: 1\n---\nb: 1\n"))
                .contains("p.yaml:2:1: a second document begins here; one file holds one document");
        assertThat(problems("version: 1\ntables:\n\tWords: {}\n"))
                .containsExactly("p.yaml:3:1: a tab cannot indent; use spaces");
        Path missing = folder.resolve("none.yaml");
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> Pipeline.load(missing, "none.yaml", Overrides.NONE, Lab.CATALOG, Lab.TERMINAL)))
                .hasMessage("none.yaml: there is no such file");
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> Pipeline.load(folder, "here", Overrides.NONE, Lab.CATALOG, Lab.TERMINAL)))
                .hasMessage("here: is a folder, not a pipeline file");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "version: 1\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> Pipeline.load(latin, "latin.yaml", Overrides.NONE, Lab.CATALOG, Lab.TERMINAL)))
                .hasMessage("latin.yaml:2:6: not UTF-8; save the file as UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFile() throws IOException {
        assertThat(load("\uFEFF" + SOUND, Overrides.NONE).name()).isEqualTo("scm");
    }

    @Test
    void aBombIsRefusedInAMoment() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append("%c: &%c [*%c, *%c]\n".formatted(c, c, c - 1, c - 1));
        }

        assertThat(problems(bomb.toString()))
                .contains("p.yaml:1:4: anchors and aliases (& and *) are not supported; write the value out");
        assertThat(problems("x: " + "[".repeat(20_000))).containsExactly("p.yaml:1:54: more than 50 levels deep");
    }

    @Test
    void wordsOfOtherYamlsKeepTheirMeaning() {
        assertThat(problems(with("long-words: {}", "long-words: {type: 0xFF, atLeast: NO, window: {to: 22:22}}")))
                .containsExactly("p.yaml:5:22: there is no detector plugin '0xFF'. There is only long-words");
    }

    @Test
    void theWindowIsTwoTimesInOrder() {
        assertThat(problems(with("from: 2020-09-20T00:00:00Z, to: 2020-09-21", "from: 2020-09-21, to: 2020-09-20")))
                .containsExactly(
                        "p.yaml:8:40: to: the window is empty: it ends at 2020-09-20 and starts at 2020-09-21");
        assertThat(problems(with("2020-09-20T00:00:00Z", "2020-09-20T00:00:00")))
                .containsExactly("p.yaml:8:24: from: expected a time such as 2020-09-20T00:00:00Z, found"
                        + " '2020-09-20T00:00:00'. Did you mean '2020-09-20T00:00:00Z'?");
    }

    @Test
    void memoryIsASizeThatTheHeapHolds() throws IOException {
        for (String size : List.of("64MB", "64MiB", "64m", "60%", "64 MB")) {
            assertThat(load(with("name: scm", "memory: " + size), Overrides.NONE))
                    .isNotNull();
        }
        for (String size : List.of("64", "1.5GB", "0MB", "101%", "-1MB", "99999999999999999GB", "GB")) {
            assertThat(problems(with("name: scm", "memory: " + size)))
                    .containsExactly(
                            "p.yaml:8:15: memory: expected a size such as 512MB, 2GiB or 60%, found '" + size + "'");
        }
        assertThat(problems(with("name: scm", "memory: 900GB")))
                .singleElement()
                .asString()
                .startsWith("p.yaml:8:15: memory: '900GB' is more than the heap of ")
                .endsWith(" MiB. Ask for less, or give more with GREBE_JAVA_OPTS=-Xmx1430512m");
    }

    @Test
    void aPlanThatDoesNotFitIsAProblemOfTheDetector() {
        assertThat(problems(with("long-words: {}", "long-words: {type: long-words, table: Wrods}")))
                .containsExactly("p.yaml:5:3: detector 'long-words' reads the table 'Wrods', which is not under"
                        + " tables:. Did you mean 'Words'?");
        assertThat(problems(with("long-words: {}", "a: {type: long-words}\n  b: {type: long-words, table: Events}")))
                .containsExactly("p.yaml:6:3: detector 'b' reads the table 'Events', which is not under tables:."
                        + " Write 'Events: {empty: true}' if there is none");
    }

    @Test
    void twoDetectorsAgreeOnAColumnsType() {
        String two = "a: {type: long-words}\n  b: {type: long-words, sizeType: string}";
        assertThat(problems(with("long-words: {}", two)))
                .containsExactly("p.yaml:6:3: detector 'b' reads Words.Size as STRING, detector 'a' as LONG");
    }

    @Test
    void twoSinksOfOneFileAreRefusedHoweverItIsSpelt() {
        assertThat(problems(with(
                        "path: out/findings.txt}",
                        "path: out/findings.txt}\n  other: {type: file, path: out/./findings.txt}")))
                .containsExactly("p.yaml:8:29: sink 'other' writes to the file of sink 'findings'; give each its own");
        assertThat(problems(with("name: scm", "report: 'file://%s/out/findings.txt'".formatted(folder))))
                .containsExactly("p.yaml:8:15: the report writes to the file of sink 'findings'; give each its own");
        assertThat(problems(with("name: scm", "report: out/findings.txt")))
                .containsExactly("p.yaml:8:15: the report writes to the file of sink 'findings'; give each its own");
    }

    @Test
    void aSecretStandsInNoMessage() {
        String hook = "\n  hook: {type: hook, url: 'https://u:canary1@h/?sig=canary2', token: canary3, x: canary}";
        ConfigException failure = failure(with("out/findings.txt}", "out/findings.txt}" + hook), Overrides.NONE);

        assertThat(failure.problems()).hasSize(1);
        assertThat(failure.report()).contains("no setting 'x'").doesNotContain("canary1", "canary2", "canary3");
    }

    @Test
    void anOptionWinsOverTheFile() throws IOException {
        Overrides overrides = Overrides.NONE
                .set("detectors.long-words.window.to=20s")
                .set("tables.More={empty: true}")
                .threads("3")
                .from("2020-09-19");
        Pipeline pipeline = load(SOUND, overrides);

        assertThat(pipeline.effective())
                .contains("\"to\" : \"20s\"", "\"threads\" : 3", "\"from\" : \"2020-09-19\"", "\"empty\" : true");
        assertThat(pipeline.sources()).containsOnlyKeys("Words", "More");
    }

    @Test
    void theLastHoursEndAtTheGivenTime() throws IOException {
        Pipeline pipeline = load(SOUND, Overrides.NONE.last("24h").to("2020-10-02"));

        assertThat(pipeline.window().start()).hasToString("Optional[2020-10-01T00:00:00Z]");
        assertThat(pipeline.window().end()).hasToString("Optional[2020-10-02T00:00:00Z]");
    }

    @Test
    void whatIsWrongWithAnOptionIsReportedInItsName() {
        Overrides overrides = Overrides.NONE
                .set("run.threads=two")
                .set("run.from=soon")
                .set("detectors.long-words.atLast=1")
                .set("version.x=1")
                .set("nothing")
                .set("a=[")
                .last("soon")
                .memory("much");

        assertThat(problems(SOUND, overrides))
                .containsExactly(
                        "--set version.x: the path leads through something that is no mapping",
                        "--set: expected key=value, such as run.threads=4, found 'nothing'",
                        "--set a: not YAML: expected the node content, but found '<stream end>' (while parsing a flow node)",
                        "--last: expected a duration such as 15m, 24h or 7d, found 'soon'",
                        "--set run.threads: expected a whole number, found 'two'",
                        "--set run.from: expected a time such as 2020-09-20T00:00:00Z, found 'soon'",
                        "--memory: expected a size such as 512MB, 2GiB or 60%, found 'much'",
                        "--set detectors.long-words.atLast: no setting 'atLast'. Did you mean 'atLeast'?");
    }

    @Test
    void theReportShowsTheLineAndACaret() {
        assertThat(failure(with("path: lake/", "pth: lake/"), Overrides.NONE).report())
                .isEqualTo("""
                        p.yaml:3:10: setting 'path' is missing
                            3 |   Words: {source: rows, pth: lake/}
                              |          ^
                        p.yaml:3:25: no setting 'pth'. Did you mean 'path'?
                            3 |   Words: {source: rows, pth: lake/}
                              |                         ^
                        """);
    }
}
