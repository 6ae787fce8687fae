package dev.grebe.testing;

import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;
import static dev.grebe.testing.TableLiteral.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Table LOGONS =
            Table.events("Logons", "Timestamp", Schema.of("Timestamp", TIMESTAMP, "DeviceId", STRING, "User", STRING));
    private static final Table STARTS =
            Table.events("Starts", "Timestamp", Schema.of("Timestamp", TIMESTAMP, "DeviceId", STRING, "File", STRING));

    private final Scenario scenario = Scenario.of(new ShellAfterLogon())
            .given(table(LOGONS).row("2020-09-20T12:00:00.9Z", "dc1", "eve").row("2020-09-20T12:00:00Z", "dc2", "bob"))
            .given(table(STARTS)
                    .row("2020-09-20T12:00:10.1Z", "dc1", "CMD.EXE")
                    .row("2020-09-20T12:00:11Z", "dc2", "cmd.exe"));

    @Test
    void aDetectorFindsWhatItShould() {
        assertThat(scenario.findings("DeviceId", "User", "File")).containsExactly(List.of("dc1", "eve", "CMD.EXE"));
    }

    @Test
    void timesAreInstants() {
        assertThat(scenario.findings("Timestamp")).containsExactly(List.of(Instant.parse("2020-09-20T12:00:00.900Z")));
    }

    @Test
    void findingsAreThoseOfTheWindowAndReachGoesBeyondIt() {
        assertThat(scenario.during("2020-09-20T12:00:00Z", "2020-09-20T12:00:01Z")
                        .findings())
                .hasSize(1);
        assertThat(scenario.during("2020-09-20T12:00:01Z", "2020-09-20T12:00:20Z")
                        .findings())
                .isEmpty();
    }

    @Test
    void tablesThatAreNotGivenAreEmpty() {
        assertThat(Scenario.of(new ShellAfterLogon()).findings()).isEmpty();
    }

    @Test
    void columnsAreNamedOneByOne() {
        assertThat(Scenario.of(new ShellAfterLogon())
                        .given(table(LOGONS).with("DeviceId", "dc1"))
                        .findings())
                .isEmpty();
    }

    @Test
    void aMisspeltTableOrColumnIsRefused() {
        assertThatThrownBy(() -> scenario.given(table("Logon", LOGONS.schema())).findings())
                .hasMessage("the detector reads no table 'Logon'. Did you mean 'Logons'?");
        assertThatThrownBy(() -> scenario.findings("file"))
                .isInstanceOf(PlanException.class)
                .hasMessage("the findings has no column 'file'. Did you mean 'File'?");
        assertThatThrownBy(() -> table(LOGONS).with("deviceId", "x"))
                .hasMessage("Logons has no column 'deviceId'. Did you mean 'DeviceId'?");
        assertThatThrownBy(() -> table(LOGONS).row("noon", "x", "y"))
                .hasMessage("Logons: column 'Timestamp' is TIMESTAMP; 'noon' is no time. Write 2020-09-20T12:00:00.9Z");
        assertThatThrownBy(() -> table(LOGONS).row("2020-09-20T12:00:00Z", 7, "y"))
                .hasMessage("Logons: column 'DeviceId' is STRING; 7 is a Integer");
        assertThatThrownBy(() -> table(LOGONS).row("2020-09-20T12:00:00Z"))
                .hasMessage("Logons: a row of 1 values, the table has 3 columns");
    }

    /** A shell within ten seconds of a logon on the same device. */
    private static final class ShellAfterLogon implements Detector {
        @Override
        public Rule rule() {
            return new Rule(
                    "TEST-1",
                    "1.0",
                    "Shell after logon",
                    "",
                    Rule.Severity.LOW,
                    List.of(),
                    List.of(),
                    "",
                    "",
                    List.of(),
                    List.of());
        }

        @Override
        public Findings plan(Tables tables) {
            Relation shells = tables.read(STARTS)
                    .where(text("File").inIgnoringCase("cmd.exe"))
                    .as("shells");
            Relation found = tables.read(LOGONS)
                    .join(shells, "DeviceId")
                    .where(datetimeDiff("second", time("Timestamp1"), time("Timestamp"))
                            .isBetween(0, 10));
            return new Findings(
                    found, "Timestamp", List.of(), List.of("DeviceId"), Duration.ZERO, Duration.ofSeconds(11));
        }
    }
}
