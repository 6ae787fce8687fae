package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        assertThat(exitCode(0, "Broken pipe")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskIsAFailure() {
        assertThat(exitCode(0, "No space left on device")).isEqualTo(6);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: cannot write to standard output: No space left on device\n");
    }

    @Test
    void anEarlierFailureKeepsItsCode() {
        assertThat(exitCode(4, "No space left on device")).isEqualTo(4);
    }

    private int exitCode(int code, String message) {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        });
        try (PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            out.println("data");
            return output.exitCode(code, new PrintStream(err, true, StandardCharsets.UTF_8));
        }
    }
}
