package dev.grebe.storage;

import dev.grebe.plugin.Visible;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, in a few words on one line. */
final class Reason {
    private static final int LONGEST = 300;

    private Reason() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "no such file or directory (MISSING_FILE)";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied (UNREADABLE)";
        } else if (e instanceof NotDirectoryException) {
            return "a part of the path is no directory";
        } else if (e instanceof FileSystemException cause && cause.getReason() != null) {
            return firstLine(cause.getReason());
        }
        return firstLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    // Remote file systems answer with pages of XML.
    private static String firstLine(String message) {
        return Visible.of(message.lines().findFirst().orElse(""), LONGEST);
    }
}
