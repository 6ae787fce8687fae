package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    private static final String SOUND = """
            version: 1
            tables:
              Events: {source: endless, begun: begun}
            detectors:
              every-row: {}
            sinks:
              console: {}
            run: {name: test}
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundFileIsOkWithoutALake() throws IOException {
        write(SOUND);
        assertThat(check()).isEqualTo(new Cli.Ran(0, "OK: pipeline.yaml with 1 detector\n", ""));
    }

    @Test
    void allProblemsAreShownAtOnceEachWithItsPlace() throws IOException {
        write("""
                version: 1
                tabels: {}
                tables:
                  Events: {source: endles, begun: begun}
                detectors:
                  every-row: {lable: a}
                sinks:
                  console: {}
                run: {name: a test, threads: many, memory: lots}
                """);
        assertThat(check()).isEqualTo(new Cli.Ran(3, "", """
                pipeline.yaml:2:1: no setting 'tabels'. Did you mean 'tables'?
                    2 | tabels: {}
                      | ^
                pipeline.yaml:4:20: there is no source plugin 'endles'. Did you mean 'endless'?
                    4 |   Events: {source: endles, begun: begun}
                      |                    ^
                pipeline.yaml:6:15: no setting 'lable'. Did you mean 'label'?
                    6 |   every-row: {lable: a}
                      |               ^
                pipeline.yaml:9:13: name: 'a test' is no name; a name is at most 100 of the letters A-Z and a-z, digits, '_', '-' and '.'
                    9 | run: {name: a test, threads: many, memory: lots}
                      |             ^
                pipeline.yaml:9:30: expected a whole number, found 'many'
                    9 | run: {name: a test, threads: many, memory: lots}
                      |                              ^
                pipeline.yaml:9:44: memory: expected a size such as 512MB, 2GiB or 60%, found 'lots'
                    9 | run: {name: a test, threads: many, memory: lots}
                      |                                            ^
                """));
    }

    @Test
    void allThatIsWrongWithTheScmRulesSettingsIsShownAtOnce() throws IOException {
        write(SOUND.replace(
                "every-row: {}", "scm-remote-service: {window: {from: 10s, to: 1s}, bootGrace: 1.5s, rareBelow: -4}"));
        Cli.Ran ran = check();
        assertThat(ran.err()).isEqualTo("""
                pipeline.yaml:5:39: from is 10s and to is 1s: no service starts in that window
                    5 |   scm-remote-service: {window: {from: 10s, to: 1s}, bootGrace: 1.5s, rareBelow: -4}
                      |                                       ^
                pipeline.yaml:5:64: bootGrace: 1.5s is no whole number of seconds, and the rule counts in those
                    5 |   scm-remote-service: {window: {from: 10s, to: 1s}, bootGrace: 1.5s, rareBelow: -4}
                      |                                                                ^
                pipeline.yaml:5:81: rareBelow: -4 is negative
                    5 |   scm-remote-service: {window: {from: 10s, to: 1s}, bootGrace: 1.5s, rareBelow: -4}
                      |                                                                                 ^
                """);
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void allThatIsWrongWithTheTablesSettingsIsShownAtOnce() throws IOException {
        write(SOUND.replace("{source: endless, begun: begun}", """

                    {source: csv, path: '', delimiter: ab, zone: Europe/Berlni, limits: {columns: 0, rowBytes: -1}}
                  Lines: {source: jsonl, path: '', zone: Here, limits: {nesting: 0}}
                """));
        Cli.Ran ran = check();
        assertThat(ran.err().lines().filter(line -> line.startsWith("pipeline.yaml:")))
                .containsExactly(
                        "pipeline.yaml:4:25: path: the path is empty",
                        "pipeline.yaml:4:40: delimiter: 'ab' is no delimiter; write one like ',' or ';', or tab",
                        "pipeline.yaml:4:50: zone: 'Europe/Berlni' is no zone; write one like Europe/Berlin, UTC or"
                                + " +02:00. Did you mean 'Europe/Berlin'?",
                        "pipeline.yaml:4:83: columns: 0 is not from 1 to 1000000",
                        "pipeline.yaml:4:96: rowBytes: -1 is not from 1 to 536870912",
                        "pipeline.yaml:5:32: path: the path is empty",
                        "pipeline.yaml:5:42: zone: 'Here' is no zone; write one like Europe/Berlin, UTC or +02:00",
                        "pipeline.yaml:5:66: nesting: 0 is not from 1 to 10000");
        assertThat(ran.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    void aPathWithAWrongTimeIsRefusedWithoutALake(String source) throws IOException {
        write(SOUND.replace(
                "{source: endless, begun: begun}", "{source: %s, path: 'a/{yyyy-mm-dd}/'}".formatted(source)));
        Cli.Ran ran = check();
        assertThat(ran.err()).startsWith("pipeline.yaml:3:").contains("{yyyy-mm-dd}");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void problemsForOtherProgramsHaveLineAndColumn() throws IOException {
        write(SOUND.replace("every-row: {}", "every-row: {lable: a}"));
        assertThat(check("--format", "json")).isEqualTo(new Cli.Ran(3, """
                [ {
                  "severity" : "error",
                  "where" : "pipeline.yaml",
                  "line" : 5,
                  "column" : 15,
                  "message" : "no setting 'lable'. Did you mean 'label'?"
                } ]
                """, ""));
    }

    @Test
    void aSoundFileHasNoProblemsForOtherPrograms() throws IOException {
        write(SOUND);
        assertThat(check("--format", "json")).isEqualTo(new Cli.Ran(0, "[ ]\n", ""));
    }

    @Test
    void whatAPresetCannotGiveIsAWarningForTheDetectorThatReadsIt() throws IOException {
        write("""
                version: 1
                tables:
                  DeviceProcessEvents: {empty: true}
                  DeviceNetworkEvents: {preset: ocsf-network, path: lake/}
                  DeviceFileCertificateInfo: {preset: sentinel-export, source: jsonl, path: lake/}
                detectors:
                  scm-remote-service: {}
                sinks:
                  console: {}
                """);
        String message = "detector 'scm-remote-service': preset 'ocsf-network' cannot give all of"
                + " DeviceNetworkEvents.RemoteUrl: the name of the far end stands in DNS Activity, not here";
        assertThat(check())
                .isEqualTo(new Cli.Ran(0, "OK: pipeline.yaml with 1 detector\nwarning: " + message + "\n", ""));
        assertThat(check("--format", "json")).isEqualTo(new Cli.Ran(0, """
                [ {
                  "severity" : "warning",
                  "where" : "pipeline.yaml",
                  "line" : 4,
                  "column" : 3,
                  "message" : "%s"
                } ]
                """.formatted(message), ""));
    }

    @Test
    void aColumnThatTheFileGivesItselfIsNotMissed() throws IOException {
        write("""
                version: 1
                tables:
                  DeviceProcessEvents: {empty: true}
                  DeviceNetworkEvents: {preset: ocsf-network, path: lake/, columns: {RemoteUrl: url}}
                  DeviceFileCertificateInfo: {empty: true}
                detectors:
                  scm-remote-service: {}
                sinks:
                  console: {}
                """);
        assertThat(check()).isEqualTo(new Cli.Ran(0, "OK: pipeline.yaml with 1 detector\n", ""));
    }

    @Test
    void anOptionIsCheckedLikeTheFile() throws IOException {
        write(SOUND);
        Cli.Ran ran = check("--set", "detectors.every-row.label=''");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).isEqualTo("--set detectors.every-row.label: is blank\n");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(check()).isEqualTo(new Cli.Ran(3, "", "pipeline.yaml: there is no such file\n"));
    }

    @Test
    void textOfTheFileCannotActOnTheTerminal() throws IOException {
        write(SOUND.replace("every-row: {}", "every-row: {\"\\e[2Jlabel\": a}"));
        Cli.Ran ran = check();
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("\\u001B[2Jlabel").doesNotContain("\u001b");
    }

    private void write(String pipeline) throws IOException {
        Files.writeString(folder.resolve("pipeline.yaml"), pipeline);
    }

    private Cli.Ran check(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = "pipeline.yaml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.in(folder).grebe(arguments);
    }
}
