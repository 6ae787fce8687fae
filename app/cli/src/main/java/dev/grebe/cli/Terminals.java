package dev.grebe.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a person is at the other end of an output. */
final class Terminals {
    private Terminals() {}

    /**
     * Whether standard output (1) or error (2) is a terminal. Linux is asked about the one; elsewhere Java knows only
     * whether input and output both are, and where that is not so the answer is no.
     */
    static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return isConsole(System.console());
    }

    /** Java 22 and later may have a console that is no terminal, and a method to tell. */
    private static boolean isConsole(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
