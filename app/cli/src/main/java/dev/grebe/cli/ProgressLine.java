package dev.grebe.cli;

import dev.grebe.engine.Progress;
import dev.grebe.plugin.Visible;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far a run is, redrawn in place and gone when the run ends. A run that ends at
 * once shows none.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = Duration.ofMillis(300).toNanos();
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    /** Before this share is done, a guess of what is left would jump about. */
    private static final double GUESSABLE = 0.02;

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final int columns;
    private final LongSupplier clock;
    private final long start;
    private final Map<String, Done> tables = new LinkedHashMap<>();
    private long nextDraw;
    private boolean drawn;

    /** @param clock nanoseconds, from any origin */
    ProgressLine(PrintStream err, int columns, LongSupplier clock) {
        this.err = err;
        this.columns = columns;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nextDraw = start + QUIET_NANOS;
    }

    @Override
    public synchronized void advanced(String table, long bytesDone, long bytesTotal, long rowsDone) {
        tables.put(table, new Done(bytesDone, bytesTotal, rowsDone));
        long now = clock.getAsLong();
        if (now - nextDraw < 0) {
            return;
        }
        nextDraw = now + REDRAW_NANOS;
        String line = text(table, now);
        // A line as wide as the terminal would wrap, and could not be cleared.
        err.print(CLEAR + line.substring(0, Math.min(line.length(), columns - 1)));
        err.flush();
        drawn = true;
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    private String text(String table, long now) {
        long bytesDone = tables.values().stream().mapToLong(Done::bytes).sum();
        long bytesTotal = tables.values().stream().mapToLong(Done::bytesTotal).sum();
        long rows = tables.values().stream().mapToLong(Done::rows).sum();
        double share = bytesTotal == 0 ? 0 : Math.min(1, (double) bytesDone / bytesTotal);
        StringBuilder text = new StringBuilder("reading " + Visible.of(table) + ": " + Amounts.bytes(bytesDone) + " of "
                + Amounts.bytes(bytesTotal) + ", " + Amounts.count(rows, "row", "rows"));
        if (share >= GUESSABLE) {
            long left = (long) ((now - start) / share * (1 - share));
            text.append(", ").append(Amounts.clock(Duration.ofNanos(left))).append(" left");
        }
        return text.toString();
    }

    private record Done(long bytes, long bytesTotal, long rows) {}
}
