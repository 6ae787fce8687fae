package dev.grebe.defender.scm;

import static dev.grebe.defender.scm.ScmLake.PUBLISHED;
import static dev.grebe.defender.scm.ScmLake.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Relation;
import dev.grebe.plugin.Findings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hit and a near miss on each side of every threshold, and what the rule must not report. */
final class ScmThresholdsTest {
    private static final ScmLake LAKE = new ScmLake().connection("12:00:10");

    // --- window

    @Test
    void childInTheSecondOfTheConnectionIsTheFirstToBeReported() {
        assertThat(LAKE.child("12:00:10").findings()).hasSize(1);
        assertThat(LAKE.child("12:00:09.9999999").findings()).isEmpty();
    }

    @Test
    void childTenSecondsAfterTheConnectionIsTheLastToBeReported() {
        assertThat(LAKE.child("12:00:20.9999999").findings()).hasSize(1);
        assertThat(LAKE.child("12:00:21").findings()).isEmpty();
    }

    @Test
    void negativeFromLetsTheChildComeFirst() {
        ScmSettings early = settings(-5, 10, 60, 100);
        assertThat(LAKE.child("12:00:05").findings(early)).hasSize(1);
        assertThat(LAKE.child("12:00:04.9").findings(early)).isEmpty();
    }

    @Test
    void windowMayLieAfterTheConnection() {
        ScmSettings late = settings(2, 3, 60, 100);
        assertThat(LAKE.child("12:00:11.9").findings(late)).isEmpty();
        assertThat(LAKE.child("12:00:12").findings(late)).hasSize(1);
        assertThat(LAKE.child("12:00:13.9").findings(late)).hasSize(1);
        assertThat(LAKE.child("12:00:14").findings(late)).isEmpty();
    }

    // --- bootGrace

    @Test
    void connectionSixtyOneSecondsAfterBootIsTheFirstToBeReported() {
        assertThat(booted("11:59:09").findings()).hasSize(1);
        assertThat(booted("11:59:10").findings()).isEmpty();
    }

    @Test
    void bootGraceOfZeroStillWantsTheNextSecond() {
        ScmSettings none = settings(0, 10, 0, 100);
        assertThat(booted("12:00:09.9").findings(none)).hasSize(1);
        assertThat(booted("12:00:10").findings(none)).isEmpty();
    }

    // --- rareBelow

    @Test
    void hashWithAsManyPairsAsRareBelowIsNotRare() {
        ScmLake twice = LAKE.child("12:00:11").child("12:00:12");
        assertThat(twice.findings(settings(0, 10, 60, 3))).hasSize(2);
        assertThat(twice.findings(settings(0, 10, 60, 2))).isEmpty();
    }

    @Test
    void rareBelowZeroLeavesTheListedPrograms() {
        ScmSettings listedOnly = settings(0, 10, 60, 0);
        assertThat(LAKE.child("12:00:11").findings(listedOnly)).isEmpty();
        assertThat(LAKE.child("12:00:11", "FileName", "sc.exe").findings(listedOnly))
                .hasSize(1);
    }

    @Test
    void hashesAreCountedEachOnTheirOwn() {
        ScmLake lake = LAKE.child("12:00:11").child("12:00:12").child("12:00:13", "SHA1", "another");
        assertThat(lake.findings(settings(0, 10, 60, 2)))
                .singleElement()
                .satisfies(finding -> assertThat(finding).containsEntry("SHA1", "another"));
    }

    @Test
    void hashIsCountedOverAllDevices() {
        ScmLake lake = LAKE.child("12:00:11")
                .connection("15:00:10", "DeviceId", "device-2")
                .child("15:00:11", "DeviceId", "device-2");
        assertThat(lake.findings(settings(0, 10, 60, 3))).hasSize(2);
        assertThat(lake.findings(settings(0, 10, 60, 2))).isEmpty();
    }

    // --- lists

    @Test
    void emptyListOfProgramsLeavesTheRareOnes() {
        ScmSettings unlisted = new ScmSettings(
                PUBLISHED.window(), PUBLISHED.bootGrace(), 100, List.of(), PUBLISHED.excludeCommandLines());
        assertThat(LAKE.child("12:00:11", "FileName", "cmd.exe").certificate().findings(unlisted))
                .isEmpty();
        assertThat(LAKE.child("12:00:11").findings(unlisted)).hasSize(1);
    }

    @Test
    void eachExcludedCommandLineIsExcluded() {
        ScmSettings two = excluding("agent.exe -s", "backup.exe");
        assertThat(LAKE.child("12:00:11", "ProcessCommandLine", "AGENT.exe -s").findings(two))
                .isEmpty();
        assertThat(LAKE.child("12:00:11", "ProcessCommandLine", "backup.exe").findings(two))
                .isEmpty();
        assertThat(LAKE.child("12:00:11", "ProcessCommandLine", "msiexec.exe /V")
                        .findings(two))
                .hasSize(1);
    }

    @Test
    void emptyListOfCommandLinesExcludesNothing() {
        assertThat(LAKE.child("12:00:11", "ProcessCommandLine", "").findings(excluding()))
                .hasSize(1);
    }

    // --- what must not be reported

    @Test
    void signedServiceIsNotReported() {
        assertThat(LAKE.child("12:00:11").certificate().findings()).isEmpty();
    }

    @Test
    void connectionMadeByServicesExeIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:10", "ActionType", "ConnectionSuccess")
                        .child("12:00:11")
                        .findings())
                .isEmpty();
    }

    @Test
    void connectionToAnotherProcessIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:10", "InitiatingProcessFileName", "svchost.exe")
                        .child("12:00:11")
                        .findings())
                .isEmpty();
    }

    @Test
    void childOfAnotherProcessIsNotReported() {
        assertThat(LAKE.child("12:00:11", "InitiatingProcessFileName", "explorer.exe")
                        .findings())
                .isEmpty();
    }

    @Test
    void childOnAnotherDeviceIsNotReported() {
        assertThat(LAKE.child("12:00:11", "DeviceId", "device-2").findings()).isEmpty();
    }

    @Test
    void childOfAnotherServicesExeIsNotReported() {
        assertThat(LAKE.child("12:00:11", "InitiatingProcessId", 708).findings())
                .isEmpty();
    }

    // --- runs

    @Test
    void findingBelongsToTheRunOfItsConnection() {
        ScmLake lake = new ScmLake().connection("12:59:59.9").child("13:00:05");
        assertThat(lake.findings(PUBLISHED, "12:00:00", "13:00:00")).hasSize(1);
        assertThat(lake.findings(PUBLISHED, "13:00:00", "14:00:00")).isEmpty();
    }

    @Test
    void childAtTheEndOfTheReachIsSeen() {
        ScmLake lake = new ScmLake().connection("12:59:59.0").child("13:00:09.9999999");
        assertThat(lake.findings(PUBLISHED, "12:00:00", "13:00:00")).hasSize(1);
    }

    @Test
    void childBeforeTheRunIsSeenInTheSameSecond() {
        ScmLake lake = new ScmLake().connection("13:00:00.9").child("13:00:00.1");
        assertThat(lake.findings(PUBLISHED, "13:00:00.5", "14:00:00")).hasSize(1);
    }

    @Test
    void childBeforeTheRunIsSeenAsFarAsTheWindowReachesBack() {
        ScmLake lake = new ScmLake().connection("13:00:00.9").child("12:59:55.0");
        assertThat(lake.findings(settings(-5, 10, 60, 100), "13:00:00.9", "14:00:00"))
                .hasSize(1);
    }

    @Test
    void pairsOfOtherRunsAreNotCounted() {
        // Both connections are read for the second run, whose reach goes back a second; one is its own.
        ScmLake lake =
                new ScmLake().connection("12:59:59.9").connection("13:00:00").child("13:00:01");
        ScmSettings single = settings(0, 10, 60, 2);
        assertThat(lake.findings(single, "13:00:00", "14:00:00")).hasSize(1);
        assertThat(lake.findings(single)).isEmpty();
    }

    @Test
    void reachIsTheWindowAndAClockSecond() {
        assertReach(settings(0, 10, 60, 100), 1, 11);
        assertReach(settings(-5, 10, 60, 100), 6, 11);
        assertReach(settings(-5, -2, 60, 100), 6, 1);
        assertReach(settings(2, 3, 60, 100), 1, 4);
    }

    private static void assertReach(ScmSettings settings, long before, long after) {
        Findings findings = new ScmDetector(settings).plan(Relation::scan);
        assertThat(findings.before()).isEqualTo(Duration.ofSeconds(before));
        assertThat(findings.after()).isEqualTo(Duration.ofSeconds(after));
    }

    private static ScmLake booted(String clock) {
        return LAKE.child("12:00:11", "InitiatingProcessCreationTime", ScmLake.time(clock));
    }

    private static ScmSettings excluding(String... commandLines) {
        return new ScmSettings(
                PUBLISHED.window(), PUBLISHED.bootGrace(), 100, PUBLISHED.lolbins(), List.of(commandLines));
    }
}
