package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String CLEAR = "\r\u001b[K";
    private static final long MIB = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressLine line =
            new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), 100, nanos::get);

    @Test
    void tellsBytesRowsAndTheTimeThatIsLeft() {
        after(10_000);
        line.advanced("DeviceProcessEvents", 20 * MIB, 80 * MIB, 1_234_567);
        assertThat(shown())
                .isEqualTo(CLEAR + "reading DeviceProcessEvents: 20.0 MiB of 80.0 MiB, 1,234,567 rows, 0:30 left");
    }

    @Test
    void addsUpTheTablesItHasHeardOf() {
        line.advanced("A", MIB, MIB, 10);
        after(1_000);
        line.advanced("B", MIB, 3 * MIB, 5);
        assertThat(shown()).isEqualTo(CLEAR + "reading B: 2.0 MiB of 4.0 MiB, 15 rows, 0:01 left");
    }

    @Test
    void aShortRunShowsNothing() {
        after(200);
        line.advanced("A", 1, 1, 1);
        line.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void redrawsAtMostTenTimesInASecond() {
        after(1_000);
        for (int i = 0; i < 1000; i++) {
            after(1);
            line.advanced("A", i, 1000, i);
        }
        assertThat(shown().split(CLEAR.replace("[", "\\["), -1)).hasSize(1 + 10);
    }

    @Test
    void isGoneInTheEnd() {
        after(1_000);
        line.advanced("A", 1, 2, 3);
        line.close();
        line.close();
        assertThat(shown()).endsWith("left" + CLEAR);
    }

    @Test
    void isNarrowerThanTheTerminal() {
        after(1_000);
        line.advanced("A".repeat(300), 1, 2, 3);
        assertThat(shown().substring(CLEAR.length())).hasSize(99);
    }

    @Test
    void namesCannotMoveTheCursor() {
        after(1_000);
        line.advanced("A\u001b[2J", 1, 2, 3);
        assertThat(shown()).startsWith(CLEAR + "reading A\\u001B[2J: ");
    }

    private void after(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
