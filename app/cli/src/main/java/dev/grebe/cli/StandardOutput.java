package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers the first failure and takes no more after it, since a {@link PrintStream} only says
 * that there was one. A reader that has seen enough ({@code | head}) is no failure; a full disk is.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    StandardOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        if (failure != null) {
            return;
        }
        try {
            target.write(bytes, start, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public void flush() throws IOException {
        if (failure == null) {
            target.flush();
        }
    }

    /** The exit code of a command that would have ended with {@code code}; says why if it is another. */
    int exitCode(int code, PrintStream err) {
        if (failure == null || isClosedPipe(failure)) {
            return code;
        }
        err.println("error: cannot write to standard output: " + failure.getMessage());
        return code == ExitCode.OK.code() ? ExitCode.SINK.code() : code;
    }

    /** The message is the system's, in the language of the locale; all known ones keep the word. */
    private static boolean isClosedPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
