package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.cli.Shell.Colour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    @Test
    void terminalsAreColouredAndPipesAreNot() {
        assertThat(isColoured(true, Colour.AUTO, Map.of())).isTrue();
        assertThat(isColoured(false, Colour.AUTO, Map.of())).isFalse();
    }

    @Test
    void noColorAndDumbTerminalsAreObeyed() {
        assertThat(isColoured(true, Colour.AUTO, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(isColoured(true, Colour.AUTO, Map.of("NO_COLOR", "", "TERM", "xterm")))
                .isTrue();
        assertThat(isColoured(true, Colour.AUTO, Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void forceColorColoursPipesUnlessNoColorIsSet() {
        assertThat(isColoured(false, Colour.AUTO, Map.of("FORCE_COLOR", "1"))).isTrue();
        assertThat(isColoured(false, Colour.AUTO, Map.of("FORCE_COLOR", "1", "NO_COLOR", "1")))
                .isFalse();
    }

    @Test
    void theOptionBeatsTheEnvironment() {
        assertThat(isColoured(false, Colour.ALWAYS, Map.of("NO_COLOR", "1"))).isTrue();
        assertThat(isColoured(true, Colour.NEVER, Map.of("FORCE_COLOR", "1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'', 100", "0, 100", "wide, 100", "7, 40", "999999, 1000", "99999999999, 100"})
    void widthIsWhatColumnsSaysIfThatIsSensible(String columns, int width) {
        assertThat(shell(false, Map.of("COLUMNS", columns)).columns()).isEqualTo(width);
    }

    @Test
    void onlyATerminalThatCanMoveItsCursorIsRedrawn() {
        assertThat(shell(true, Map.of("TERM", "xterm")).errCanRedraw()).isTrue();
        assertThat(shell(true, Map.of("TERM", "dumb")).errCanRedraw()).isFalse();
        assertThat(shell(false, Map.of("TERM", "xterm")).errCanRedraw()).isFalse();
    }

    private static boolean isColoured(boolean terminal, Colour colour, Map<String, String> environment) {
        return shell(terminal, environment).outStyle(colour).coloured();
    }

    private static Shell shell(boolean terminal, Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Path folder = Path.of("");
        return new Shell(nowhere, nowhere, terminal, terminal, environment, folder, folder, "grebe", Clock.systemUTC());
    }
}
