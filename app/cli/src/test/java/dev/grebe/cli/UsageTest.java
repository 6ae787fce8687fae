package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void helpListsCommandsAndExitCodes() throws IOException {
        Cli.Ran help = Cli.in(folder).grebe("--help");
        assertThat(help.out()).isEqualTo(golden("help.txt"));
        assertThat(help.err()).isEmpty();
        assertThat(help.code()).isZero();
    }

    @Test
    void helpOfACommandListsItsOptions() throws IOException {
        assertThat(Cli.in(folder).grebe("run", "--help").out()).isEqualTo(golden("help-run.txt"));
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : new String[] {"run", "check", "explain", "sample", "list", "demo", "version"}) {
            Cli.Ran help = Cli.in(folder).grebe(command, "--help");
            assertThat(help.out()).startsWith("Usage: grebe " + command);
            assertThat(help.code()).isZero();
        }
    }

    @Test
    void noLineOfHelpIsWiderThanTheTerminal() {
        String help = Cli.in(folder)
                .with(Map.of("COLUMNS", "72"))
                .grebe("run", "--help")
                .out();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void helpIsColouredOnATerminal() {
        assertThat(Cli.in(folder).onTerminal().grebe("--help").out()).contains("\u001b[");
        assertThat(Cli.in(folder).onTerminal().grebe("--help", "--color=never").out())
                .doesNotContain("\u001b[");
    }

    @Test
    void withoutACommandTheWayToHelpIsShown() {
        assertThat(Cli.in(folder).grebe())
                .isEqualTo(usage(
                        "error: no command. 'grebe demo' shows what it does, 'grebe --help' what else there is."));
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearest() {
        assertThat(Cli.in(folder).grebe("rnu", "pipeline.yaml"))
                .isEqualTo(
                        usage("error: no command 'rnu'. Did you mean 'run'?", "'grebe --help' tells how it is used."));
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheNearest() {
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--thread=2"))
                .isEqualTo(usage(
                        "error: no option '--thread'. Did you mean '--threads'?",
                        "'grebe run --help' tells how it is used."));
    }

    @Test
    void aMissingFileIsAskedFor() {
        assertThat(Cli.in(folder).grebe("check"))
                .isEqualTo(usage(
                        "error: missing required parameter: 'FILE'", "'grebe check --help' tells how it is used."));
    }

    @Test
    void aSecondFileIsUnexpected() {
        assertThat(Cli.in(folder).grebe("check", "a.yaml", "b.yaml"))
                .isEqualTo(usage("error: unexpected argument 'b.yaml'", "'grebe check --help' tells how it is used."));
    }

    @Test
    void aWrongValueIsAnsweredWithTheRightOnes() {
        assertThat(Cli.in(folder)
                        .grebe("run", "pipeline.yaml", "--format", "jsn")
                        .err())
                .startsWith("error: invalid value for option '--format': "
                        + "'jsn' is none of human, json. Did you mean 'json'?\n");
        assertThat(Cli.in(folder)
                        .grebe("run", "pipeline.yaml", "--from", "yesterday")
                        .err())
                .startsWith("error: invalid value for option '--from': 'yesterday' is no time ");
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--last", "1y").err())
                .startsWith("error: invalid value for option '--last': '1y' is no span ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1025", "99999999999", "many", "1.5", ""})
    void aNumberOfThreadsIsOneThatCanBe(String threads) {
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--threads=" + threads))
                .isEqualTo(usage(
                        "error: invalid value for option '--threads': expected a number from 1 to 1024, or 0 for one per"
                                + " processor, found '" + threads + "'",
                        "'grebe run --help' tells how it is used."));
    }

    @Test
    void anAmountOfMemoryIsASize() {
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--memory=5"))
                .isEqualTo(usage(
                        "error: invalid value for option '--memory': expected a size such as 512MB, 2GiB or 60%,"
                                + " found '5'",
                        "'grebe run --help' tells how it is used."));
    }

    @Test
    void aWindowIsGivenInOneWay() {
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--last", "24h", "--from", "2020-09-20"))
                .isEqualTo(usage(
                        "error: --last and --from both say where the window starts; give one of them",
                        "'grebe run --help' tells how it is used."));
    }

    @Test
    void moreMemoryThanTheHeapHasIsRefusedWithTheWayToMore() {
        Cli.Ran ran = Cli.in(folder).grebe("run", "pipeline.yaml", "--memory=900GB");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("error: invalid value for option '--memory': '900GB' is more than the heap of ")
                .contains(" MiB. Ask for less, or give more with GREBE_JAVA_OPTS=-Xmx1430512m\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a  | 'a' has no '='; write for example run.threads=4
            =3 | '=3' has no key before the '='; write for example run.threads=4
            a= | 'a=' has no value behind the '='; empty text is written ''
            """)
    void aSettingHasAKeyAndAValue(String setting, String message) {
        assertThat(Cli.in(folder).grebe("run", "pipeline.yaml", "--set", setting))
                .isEqualTo(usage(
                        "error: invalid value for option '--set' (KEY=VALUE): " + message,
                        "'grebe run --help' tells how it is used."));
    }

    @Test
    void argumentsCannotActOnTheTerminal() {
        assertThat(Cli.in(folder).grebe("\u001b[2J").err()).startsWith("error: no command '\\u001B[2J'\n");
    }

    @Test
    void versionNamesGrebeJavaAndTheSystem() {
        Cli.Ran version = Cli.in(folder).grebe("version");
        assertThat(version.out().lines()).hasSize(3);
        assertThat(version.out()).contains("\njava " + System.getProperty("java.version"));
        assertThat(Cli.in(folder).grebe("--version")).isEqualTo(version);
    }

    @Test
    void versionIsToldToOtherPrograms() {
        assertThat(Cli.in(folder).grebe("version", "--format", "json").out())
                .startsWith("{")
                .contains("\"grebe\" : \"", "\"java\" : \"" + System.getProperty("java.version") + "\"");
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden", name));
    }

    private static Cli.Ran usage(String... lines) {
        return new Cli.Ran(2, "", String.join("\n", lines) + "\n");
    }
}
