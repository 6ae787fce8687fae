package dev.grebe.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs the command as the process would, in this one, and keeps what it said. */
record Cli(Path folder, Path examples, Map<String, String> environment, boolean terminal) {
    static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

    static Cli in(Path folder) {
        return new Cli(folder, EXAMPLES, Map.of("COLUMNS", "100"), false);
    }

    Cli with(Map<String, String> other) {
        return new Cli(folder, examples, other, terminal);
    }

    Cli withExamples(Path other) {
        return new Cli(folder, other, environment, terminal);
    }

    Cli onTerminal() {
        return new Cli(folder, examples, environment, true);
    }

    Ran grebe(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                terminal,
                environment,
                folder,
                examples,
                "grebe",
                Clock.fixed(NOW, ZoneOffset.UTC));
        int code = Grebe.run(shell, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command did. */
    record Ran(int code, String out, String err) {}
}
