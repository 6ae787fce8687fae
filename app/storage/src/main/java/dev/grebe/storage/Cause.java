package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, in a few words on one line. */
final class Cause {
    private static final int LONGEST = 300;
    /** What S3A throws if an object is not the listed one; its class is there only where S3A is. */
    private static final String REPLACED = "RemoteFileChangedException";

    private Cause() {}

    static String of(IOException e) {
        if (isMissing(e)) {
            return "no such file or directory";
        } else if (isDenied(e)) {
            return "permission denied";
        } else if (e instanceof NotDirectoryException) {
            return "a part of the path is no directory";
        } else if (e instanceof FileSystemException cause && cause.getReason() != null) {
            return firstLine(cause.getReason());
        }
        return firstLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    /**
     * A listed file that cannot be opened or read. What is wrong with the file alone refuses it; any other failure is the
     * storage's, and a run must not take that for a lake without the file.
     *
     * @param at the byte
     */
    static DataException unreadable(String path, long at, IOException e) {
        if (isMissing(e)) {
            return new DataException(Changed.gone(path), e);
        } else if (isDenied(e)) {
            return new DataException(Rejection.ofFile(path, Reason.UNREADABLE, of(e)), e);
        } else if (e instanceof EOFException || e.getClass().getSimpleName().equals(REPLACED)) {
            return new DataException(Changed.replaced(path), e);
        }
        return new DataException("%s: byte %d: %s".formatted(Visible.of(path), at, of(e)), e);
    }

    static boolean isDenied(IOException e) {
        return e instanceof AccessDeniedException;
    }

    private static boolean isMissing(IOException e) {
        return e instanceof NoSuchFileException || e instanceof FileNotFoundException;
    }

    // Remote file systems answer with pages of XML.
    private static String firstLine(String message) {
        return Visible.of(message.lines().findFirst().orElse(""), LONGEST);
    }
}
