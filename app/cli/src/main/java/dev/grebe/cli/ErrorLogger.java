package dev.grebe.cli;

import dev.grebe.plugin.Visible;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes warnings and errors as lines, with {@code --debug} all else too. Libraries warn of much that is none of the
 * user's business (no native Hadoop); of them only errors are shown.
 */
final class ErrorLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final Level least;

    ErrorLogger(String name) {
        this.name = name;
        this.least = name.startsWith("dev.grebe.") ? Level.WARN : Level.ERROR;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    private boolean isEnabled(Level level) {
        return ErrorLog.isDetailed() || level.toInt() >= least.toInt();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        String text = Visible.of(String.valueOf(MessageFormatter.basicArrayFormat(message, arguments)));
        System.err.println(label(level) + ": " + text);
        if (throwable != null && ErrorLog.isDetailed()) {
            Failures.printTrace(throwable, System.err);
        }
    }

    private String label(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARN -> "warning";
            case INFO, DEBUG, TRACE -> "debug: " + name;
        };
    }
}
