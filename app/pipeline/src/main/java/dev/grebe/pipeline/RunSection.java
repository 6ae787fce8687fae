package dev.grebe.pipeline;

import dev.grebe.engine.Settings;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Visible;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Instants;
import dev.grebe.plugins.Quoted;
import java.time.Instant;
import java.util.Optional;

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
        String report,

        @About("What to do with bad rows and files") @Default("fail")
        BadInput onBadInput,

        @About("How many bad rows and files are borne: 100, or a share of each: 0.5%") @Default("10000")
        String maxBad) {
    RunSection {
        long heap = Runtime.getRuntime().maxMemory();
        new SettingException.Checks()
                .require(name.isEmpty() || Names.isName(name), "name", Names.expected(name))
                .require(isTime(from), "from", noTime(from))
                .require(isTime(to), "to", noTime(to))
                .require(
                        isInOrder(from, to),
                        "to",
                        "the window is empty: it ends at %s and starts at %s"
                                .formatted(Visible.of(to), Visible.of(from)),
                        "from")
                .require(Threads.isCount(threads), "threads", Threads.expected(Long.toString(threads)))
                .require(Sizes.isSize(memory), "memory", Sizes.expected(memory))
                .require(Sizes.fits(memory, heap), "memory", Sizes.tooMuch(memory, heap))
                .require(
                        MaxBad.parse(maxBad).isPresent(),
                        "maxBad",
                        "expected a whole number up to 1000000 or a share such as 0.5%%, found %s"
                                .formatted(Quoted.of(maxBad)))
                .throwIfAny();
    }

    Window window() {
        return new Window(from.isEmpty() ? null : Ticks.of(instant(from)), to.isEmpty() ? null : Ticks.of(instant(to)));
    }

    Settings engine() {
        Runtime runtime = Runtime.getRuntime();
        int workers = threads == 0 ? runtime.availableProcessors() : (int) threads;
        return new Settings(workers, Sizes.parse(memory, runtime.maxMemory()).orElseThrow(), Settings.BATCH_ROWS);
    }

    Quarantine quarantine() {
        return new Quarantine(onBadInput, MaxBad.parse(maxBad).orElseThrow());
    }

    private static Instant instant(String text) {
        return Instants.parse(text).orElseThrow();
    }

    private static boolean isTime(String text) {
        return text.isEmpty() || Instants.parse(text).isPresent();
    }

    private static String noTime(String text) {
        return "expected a time such as 2020-09-20T00:00:00Z, found %s.%s"
                .formatted(Quoted.of(text), Instants.hint(text));
    }

    /** True also where that cannot be told. */
    private static boolean isInOrder(String from, String to) {
        Optional<Instant> start = Instants.parse(from);
        Optional<Instant> end = Instants.parse(to);
        return start.isEmpty() || end.isEmpty() || start.get().isBefore(end.get());
    }
}
