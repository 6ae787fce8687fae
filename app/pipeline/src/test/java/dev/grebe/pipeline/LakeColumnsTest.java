package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.engine.Lake;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table says of the lake: {@code columns}, {@code types}, {@code let}, {@code under}, {@code where}, {@code lateBy}. */
final class LakeColumnsTest {
    /** How far the detector reaches behind the window. */
    private static final long AFTER = 10 * Ticks.PER_SECOND;

    @TempDir
    Path folder;

    private Checked checked(String table, String detector) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, """
                version: 1
                tables:
                  Words: {source: rows, path: lake/%s}
                detectors:
                  long-words: {%s}
                sinks:
                  a: {type: file, path: out/a.txt}
                """.formatted(table, detector));
        return Pipeline.load(file, "p.yaml", Overrides.NONE, Lab.CATALOG, Lab.TERMINAL)
                .checked();
    }

    private Checked checked(String table) throws IOException {
        return checked(table, "");
    }

    private Relation view(String table) throws IOException {
        return Objects.requireNonNull(checked(table).views().views().get("Words"));
    }

    /** The lake's columns that are read. */
    private static String scanned(Relation view) {
        Relation relation = view;
        while (!(relation.node() instanceof Node.Scan)) {
            relation = relation.node().inputs().get(0);
        }
        return relation.schema().toString();
    }

    @Test
    void aTableWithoutMappingIsReadAsItIs() throws IOException {
        assertThat(checked("").views().views()).isEmpty();
    }

    @Test
    void aRenamedColumnIsReadWithTheTypeOfTheTablesColumn() throws IOException {
        assertThat(scanned(view(", columns: {Size: bytes.total, Time: \"['event time']\"}")))
                .contains("bytes.total", "LONG", "event time", "TIMESTAMP");
        assertThat(scanned(view(", columns: {Time: '[\"event time\"]'}"))).contains("event time", "TIMESTAMP");
    }

    @Test
    void aLakeColumnInsideOfAnExpressionIsTextUnlessItsTypeIsStated() throws IOException {
        String expression = ", columns: {Word: \"strcat(first, second.part)\"}";
        assertThat(scanned(view(expression))).contains("first", "second.part").doesNotContain("DYNAMIC");
        assertThat(scanned(view(", types: {second.part: dynamic}, columns: {Word: \"strcat(first, second.part)\"}")))
                .contains("DYNAMIC");
    }

    @Test
    void whatIsBelowAColumnThatIsReadAsDynamicIsLookedUpInIt() throws IOException {
        String scanned = scanned(view(", types: {extra: dynamic}, columns: {Word: \"tostring(extra.a.b)\"}"));
        assertThat(scanned).contains("extra").doesNotContain("extra.a");
    }

    @Test
    void columnsThatAreNotNamedStandBelowTheOneThatIsStated() throws IOException {
        assertThat(scanned(view(", under: properties"))).contains("properties.Time", "properties.Word");
    }

    @Test
    void aLetIsUsedInOthersAndNamesWhatItIsMadeOf() throws IOException {
        Relation view = view(", let: {raw: 'tolower(w)', shown: 'trim(\"-\", raw)'}, columns: {Word: shown}");
        assertThat(view.toString()).contains("tolower(w)");
    }

    @Test
    void everyMistakeIsShownAtItsPlace() {
        assertThatThrownBy(() ->
                        checked(", where: Size + 1, columns: {Word: tolowr(w), Size: \"strcat(a)\", Time: 'Word =='}"))
                .hasMessageContaining("p.yaml:3:45: expected a condition, found long")
                .hasMessageContaining("p.yaml:3:71: no function 'tolowr'. Did you mean 'tolower'?")
                .hasMessageContaining("p.yaml:3:88: column 'Size' of Words is long, the expression is string")
                .hasMessageContaining("p.yaml:3:115: expected a value, found the end");
    }

    @Test
    void aLetThatIsMadeOfItselfIsRefused() {
        assertThatThrownBy(() -> checked(", let: {a: b, b: a}, columns: {Word: a}"))
                .hasMessageContaining("let 'a' is made of itself");
    }

    @Test
    void oneLakeColumnHasOneType() {
        assertThatThrownBy(() -> checked(", columns: {Word: 'strcat(x)', Size: x}"))
                .hasMessageContaining("Words reads the lake's column 'x' as string and as long");
    }

    @Test
    void aMisspeltColumnIsRefusedAndOneThatOthersReadIsReadAsAnExpression() {
        assertThatThrownBy(() -> checked(", columns: {Wrod: w, Elsewhere: 'tolowr(x)'}"))
                .hasMessageContaining("Words has no column 'Wrod'. Did you mean 'Word'?")
                .hasMessageContaining("no function 'tolowr'. Did you mean 'tolower'?");
    }

    @Test
    void aLakeColumnThatAConditionDependsOnHasToBeThere() throws IOException {
        Relation view = view(", where: 'kind == \"word\" and coalesce(a, b) == \"x\"'");
        while (!(view.node() instanceof Node.Scan)) {
            view = view.node().inputs().get(0);
        }
        assertThat(((Node.Scan) view.node()).table().required())
                .contains("kind")
                .doesNotContain("a", "b");
    }

    @Test
    void aClockIsRefused() {
        assertThatThrownBy(() -> checked(", where: Time > ago(1d)")).hasMessageContaining("ago");
    }

    @Test
    void aDetectorsFilterIsOverTheColumnsOfItsFindings() throws IOException {
        Plan plan = checked("", "where: Word !startswith 'test'").plans().get(0);
        assertThat(plan.relation().toString()).contains("test");
        assertThatThrownBy(() -> checked("", "where: Wrd == 'x'")).hasMessageContaining("Did you mean 'Word'?");
    }

    @Test
    void filesAreLookedForInTheReachOfTheWindowAndSoFarBehindItAsTheyMayBeLate() throws IOException {
        long day = Ticks.of(Instant.parse("2020-09-20T00:00:00Z"));
        Window window = new Window(day, day + Ticks.PER_DAY);

        assertThat(filed("", window)).isEqualTo(new Window(day, day + 2 * Ticks.PER_DAY + AFTER));
        assertThat(filed(", lateBy: 0s", window)).isEqualTo(new Window(day, day + Ticks.PER_DAY + AFTER));
        assertThat(filed("", Window.ALL)).isEqualTo(Window.ALL);
    }

    private Window filed(String table, Window window) throws IOException {
        Checked checked = checked(table);
        Lake lake = checked.views()
                .lake(
                        checked.components().sources(),
                        checked.plans(),
                        window,
                        checked.run().quarantine());
        return Objects.requireNonNull(lake.feeds().get("Words")).filed();
    }
}
