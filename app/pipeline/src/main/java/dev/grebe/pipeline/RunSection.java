package dev.grebe.pipeline;

import dev.grebe.engine.Settings;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Instants;
import dev.grebe.plugins.Quoted;
import java.time.Instant;

/** The {@code run:} of a pipeline file; {@code ""} and 0 are what was left open. */
record RunSection(
        @About("Name of the pipeline in reports; the file's name if left open") @Default("''")
        String name,

        @About("Start of the window, inclusive; all the lake has if left open") @Default("''")
        String from,

        @About("End of the window, exclusive") @Default("''")
        String to,

        @About("Workers; 0: as many as processors") @Default("0")
        long threads,

        @About("What may be kept at a time: 512MB, 2GiB, or a share of the heap") @Default("60%")
        String memory,

        @About("Where run.json is written; beside the first file sink if left open") @Default("''")
        String report) {
    private static final long MOST_THREADS = 1024;

    RunSection {
        if (!name.isEmpty() && !Names.isName(name)) {
            throw new SettingException("name", Names.expected(name));
        }
        requireTime("from", from);
        requireTime("to", to);
        if (!from.isEmpty() && !to.isEmpty() && !instant(from).isBefore(instant(to))) {
            throw new SettingException("to", "the window is empty: it ends at %s and starts at %s".formatted(to, from));
        }
        if (threads < 0 || threads > MOST_THREADS) {
            throw new SettingException(
                    "threads", "%d threads; from 1 to %d, or 0 for one per processor".formatted(threads, MOST_THREADS));
        }
        Sizes.require(memory, "memory", Runtime.getRuntime().maxMemory());
    }

    Window window() {
        return new Window(from.isEmpty() ? null : Ticks.of(instant(from)), to.isEmpty() ? null : Ticks.of(instant(to)));
    }

    Settings engine() {
        Runtime runtime = Runtime.getRuntime();
        int workers = threads == 0 ? runtime.availableProcessors() : (int) threads;
        return new Settings(workers, Sizes.parse(memory, runtime.maxMemory()).orElseThrow(), Settings.BATCH_ROWS);
    }

    private static Instant instant(String text) {
        return Instants.parse(text).orElseThrow();
    }

    private static void requireTime(String setting, String text) {
        if (!text.isEmpty() && Instants.parse(text).isEmpty()) {
            throw new SettingException(
                    setting,
                    "expected a time such as 2020-09-20T00:00:00Z, found %s.%s"
                            .formatted(Quoted.of(text), Instants.hint(text)));
        }
    }
}
