package dev.grebe.pipeline;

import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Lake;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Query;
import dev.grebe.engine.Settings;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a plan needs of a wide table behind a join is fetched by position: a column that nobody asks for is not even read,
 * and one that only joined rows need is inflated in the pages that hold such a row, and nowhere else.
 */
final class FetchByPositionTest {
    /** Rows of each of the two files of Processes. */
    private static final int ROWS = 20_000;

    private static final int PAGE_ROWS = 1_000;
    /** Pages from "environment 5000" to "environment 9999": all of theirs lies above "environment 42", in any case. */
    private static final int ABOVE = 5;

    private static final int PAGES = ROWS / PAGE_ROWS;
    private static final int WIDTH = 200;
    /** A PLAIN page has the length of each text in four bytes before it. */
    private static final long WIDE_PAGE = PAGE_ROWS * (4L + WIDTH);

    private static final Table CONNECTIONS =
            Table.state("Connections", Schema.of("Pid", Type.LONG, "Action", Type.STRING, "User", Type.STRING));
    private static final Table PROCESSES = Table.state(
            "Processes", Schema.of("Id", Type.LONG, "CommandLine", Type.STRING, "Environment", Type.STRING));

    /** Accepted are: two processes of one page of the first file, one of another page, and one of no file. */
    private static final List<Integer> ACCEPTED = List.of(7_001, 7_998, 12_500, 1_000_000);

    @TempDir
    private Path lake;

    private ParquetFile connections;
    private ParquetFile first;
    private ParquetFile second;

    @BeforeEach
    void write() {
        connections = ParquetFile.write(
                lake.resolve("Connections/a.parquet"),
                "message m { required int64 Pid; required binary Action (STRING); required binary User (STRING); }",
                PAGE_ROWS,
                ROWS,
                (row, group) -> {
                    boolean accepted = row < ACCEPTED.size();
                    group.add("Pid", accepted ? ACCEPTED.get(row) : 2_000_000L + row);
                    group.add("Action", (accepted ? "InboundAccepted " : "Refused ") + row);
                    group.add("User", wide("user", row));
                });
        first = processes("Processes/a.parquet", 0);
        second = processes("Processes/b.parquet", ROWS);
    }

    private ParquetFile processes(String name, int from) {
        return ParquetFile.write(
                lake.resolve(name),
                "message m { required int64 Id; required binary CommandLine (STRING);"
                        + " required binary Environment (STRING); }",
                PAGE_ROWS,
                ROWS,
                (row, group) -> {
                    group.add("Id", (long) from + row);
                    group.add("CommandLine", wide("command", from + row));
                    group.add("Environment", wide("environment", from + row));
                });
    }

    private static String wide(String name, int row) {
        StringBuilder text = new StringBuilder(name + " " + row + " ");
        // Nothing that a codec could shorten.
        new Random(31L * row + name.hashCode())
                .ints(WIDTH - text.length(), '!', '~')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Scan, filter, join, rows. */
    private static Relation plan() {
        return Relation.scan(CONNECTIONS)
                .where(text("Action").contains("accepted"))
                .project(whole("Pid").as("Id"))
                .join(Relation.scan(PROCESSES), "Id")
                .project("Id", "CommandLine");
    }

    @Test
    void joinedRowsAreFound() {
        assertThat(Objects.requireNonNull(run().results().get("plan")).rows())
                .containsExactly(
                        List.of(7_001L, wide("command", 7_001)),
                        List.of(7_998L, wide("command", 7_998)),
                        List.of(12_500L, wide("command", 12_500)));
    }

    @Test
    void wideColumnIsInflatedOnlyInPagesThatHoldAJoinedRow() {
        Account processes = account("Processes");
        long keys = 2L * ROWS * Long.BYTES;
        assertThat(processes.details())
                .containsEntry("bytesInflated", keys + 2 * WIDE_PAGE)
                .containsEntry("pagesInflated", 2L * PAGES + 2);
    }

    @Test
    void pagesWithoutAJoinedRowAreSteppedOver() {
        // Of the wide column of the first file; that of the second is not opened at all.
        assertThat(account("Processes").details()).containsEntry("pagesSteppedOver", PAGES - 2L);
    }

    @Test
    void columnThatNobodyNeedsIsNotRead() {
        Account processes = account("Processes");
        long wide = first.bytes("Environment") + second.bytes("Environment") + second.bytes("CommandLine");
        assertThat(processes.bytes()).isEqualTo(first.size() + second.size());
        assertThat(processes.bytesRead())
                .as("all but the columns that nobody needs, and most pages of the one that few need")
                .isLessThan(processes.bytes() - wide - first.bytes("CommandLine") * 8 / 10);
    }

    @Test
    void columnThatNobodyNeedsMayBeDamaged() throws IOException {
        first.destroy("Environment");
        second.destroy("Environment");
        second.destroy("CommandLine");
        connections.destroy("User");
        joinedRowsAreFound();
    }

    @Test
    void neededColumnMayNotBeDamaged() throws IOException {
        first.destroy("CommandLine");
        assertThatThrownBy(this::run).isInstanceOf(DataException.class).hasMessageContaining("column 'CommandLine'");
    }

    @Test
    void leftSideReadsTheConditionsColumnWholeAndTheKeysOfTheRowsThatPassed() {
        Account connections = account("Connections");
        long actions = 0;
        for (int row = 0; row < ROWS; row++) {
            actions += 4L + ((row < ACCEPTED.size() ? "InboundAccepted " : "Refused ") + row).length();
        }
        assertThat(connections.details())
                .containsEntry("bytesInflated", actions + (long) PAGE_ROWS * Long.BYTES)
                .containsEntry("pagesInflated", PAGES + 1L)
                .containsEntry("pagesSteppedOver", PAGES - 1L);
    }

    @Test
    void columnOfALaterConditionIsUntouchedWhereTheFirstLeavesNoRow() {
        Outcome outcome = run(Relation.scan(PROCESSES)
                .where(text("Environment").startsWith("environment 42 "))
                .where(text("CommandLine").startsWith("command 42 "))
                .project("CommandLine"));
        Account processes = Objects.requireNonNull(outcome.tables().get("Processes"));
        assertThat(Objects.requireNonNull(outcome.results().get("plan")).rows())
                .containsExactly(List.of(wide("command", 42)));
        assertThat(processes.details())
                .containsEntry("chunksUntouched", 1L)
                .containsEntry("bytesInflated", (2L * PAGES - ABOVE + 2) * WIDE_PAGE)
                .containsEntry("pagesInflated", 2L * PAGES - ABOVE + 2);
    }

    @Test
    void sameIsReadByAnyNumberOfThreads() {
        assertThat(run(plan(), 8).tables()).isEqualTo(run(plan(), 1).tables());
    }

    private Account account(String table) {
        return Objects.requireNonNull(run().tables().get(table));
    }

    private Outcome run() {
        return run(plan());
    }

    private Outcome run(Relation plan) {
        return run(plan, 2);
    }

    private Outcome run(Relation plan, int threads) {
        Run run = new Run("run", "test", Window.ALL, Instant.EPOCH);
        Map<String, Source> sources = Map.of(
                "Connections",
                ParquetFile.source(lake, "Connections"),
                "Processes",
                ParquetFile.source(lake, "Processes"));
        Settings settings = new Settings(threads, 256L << 20, Settings.BATCH_ROWS);
        try (Execution execution =
                new Engine(settings).prepare(List.of(Query.of("plan", plan)), Lake.of(sources), run)) {
            return execution.run(Progress.NONE);
        }
    }
}
