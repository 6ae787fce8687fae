package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ErrorLogTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void redirect() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void warningsOfGrebeAreShown() {
        Logger log = LoggerFactory.getLogger("dev.grebe.pipeline.Runner");
        log.info("read {}", "a");
        log.warn("Sink '{}' is {}", "findings", "slow", new IllegalStateException());
        assertThat(shown()).isEqualTo("warning: Sink 'findings' is slow\n");
    }

    @Test
    void ofLibrariesOnlyErrorsAreShown() {
        Logger log = LoggerFactory.getLogger("org.apache.hadoop.util.NativeCodeLoader");
        log.warn("Unable to load native-hadoop library");
        log.error("broken");
        assertThat(shown()).isEqualTo("error: broken\n");
    }

    @Test
    void textFromALakeCannotActOnTheTerminal() {
        LoggerFactory.getLogger("dev.grebe.x").warn("path {}", "\u001b[2J\nerror: forged");
        assertThat(shown()).isEqualTo("warning: path \\u001B[2J\\nerror: forged\n");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
