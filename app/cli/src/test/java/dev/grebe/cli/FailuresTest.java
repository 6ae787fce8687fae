package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.SinkException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatTheReaderCanMendIsOneLine() {
        assertThat(report(new DataException("a.parquet: is cut off"), false)).isEqualTo(4);
        assertThat(shown()).isEqualTo("error: a.parquet: is cut off\n");
    }

    @Test
    void theExitCodeSaysWhatKindOfFailureItWas() {
        assertThat(report(new SinkException("no room"), false)).isEqualTo(6);
        assertThat(report(new LimitException("memory"), false)).isEqualTo(7);
        assertThat(report(new CancellationException(), false)).isEqualTo(130);
        assertThat(report(new IllegalStateException("oops"), false)).isEqualTo(70);
    }

    @Test
    void aFaultOfGrebeIsCalledOne() {
        report(new IllegalStateException("oops"), false);
        assertThat(shown()).isEqualTo("""
                error: java.lang.IllegalStateException: oops
                This is a fault of Grebe. Please report it with what '--debug' adds.
                """);
    }

    @Test
    void aFullHeapIsAnsweredWithTheOptionThatGivesMore() {
        assertThat(report(new OutOfMemoryError("Java heap space"), false)).isEqualTo(7);
        assertThat(shown()).startsWith("error: the heap of ").contains("GREBE_JAVA_OPTS=-Xmx8g", "--memory");
    }

    @Test
    void onlyDebuggingShowsWhereItComesFrom() {
        report(new DataException("a.parquet: is cut off"), true);
        assertThat(shown())
                .contains("dev.grebe.plugin.DataException: a.parquet: is cut off\n    at dev.grebe.cli.FailuresTest")
                .endsWith("error: a.parquet: is cut off\n");
    }

    @Test
    void namesFromALakeCannotActOnTheTerminal() {
        report(new DataException("a\u001b[2J\n\u202eb: is cut off"), false);
        assertThat(shown()).isEqualTo("error: a\\u001B[2J\\n\\u202Eb: is cut off\n");
    }

    private int report(Throwable failure, boolean debug) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Path folder = Path.of("");
        Shell shell = new Shell(stream, stream, false, false, Map.of(), folder, folder, "grebe", Clock.systemUTC());
        return new Failures(shell).report(failure, debug, new Style(false));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
