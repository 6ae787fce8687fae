package dev.grebe.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Where the process starts; all that is the process's own stays here. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        StandardOutput data = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(data, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(err);
        // A library that prints must not write into the data.
        System.setOut(err);
        int code;
        Interruption interruption = Interruption.ofThisThread();
        try {
            Shell shell = new Shell(
                    out,
                    err,
                    Terminals.isTerminal(1),
                    Terminals.isTerminal(2),
                    System.getenv(),
                    Path.of("").toAbsolutePath(),
                    examples(),
                    System.getProperty("grebe.command", "grebe"),
                    Clock.systemUTC());
            code = Grebe.run(shell, arguments);
            out.flush();
            code = data.exitCode(code, err);
        } finally {
            interruption.workIsDone();
        }
        System.exit(code);
    }

    /** As the launcher says. */
    private static Path examples() {
        String home = System.getProperty("grebe.home", "");
        return Path.of(System.getProperty(
                        "grebe.examples", Path.of(home, "examples").toString()))
                .toAbsolutePath()
                .normalize();
    }
}
