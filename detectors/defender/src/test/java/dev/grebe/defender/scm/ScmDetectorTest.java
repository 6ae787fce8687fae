package dev.grebe.defender.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Where the rule's meaning is easily missed: what its query returns in Kusto, case by case. One case is not here, as it
 * is a difference on purpose: above a million devices or five gigabytes between its steps Kusto cuts the query short or
 * aborts it; here it runs to its end, or stops at the memory limit with a message that says so.
 */
final class ScmDetectorTest {
    // --- clock seconds

    @Test
    void childStartedBeforeTheConnectionInTheSameSecondIsReported() {
        assertThat(new ScmLake().connection("12:00:00.9").child("12:00:00.1").findings())
                .hasSize(1);
    }

    @Test
    void childStartedShortlyBeforeTheConnectionInThePreviousSecondIsNotReported() {
        assertThat(new ScmLake().connection("12:00:01.1").child("12:00:00.9").findings())
                .isEmpty();
    }

    @Test
    void childAfterElevenSecondsLessATenthIsReportedIfTenSecondsPassedOnTheClock() {
        assertThat(new ScmLake().connection("12:00:00.0").child("12:00:10.9").findings())
                .hasSize(1);
    }

    @Test
    void childAfterElevenSecondsLessATenthIsNotReportedIfElevenPassedOnTheClock() {
        assertThat(new ScmLake().connection("12:00:00.5").child("12:00:11.4").findings())
                .isEmpty();
    }

    @Test
    void childJustAfterTenSecondsIsNotReportedIfElevenPassedOnTheClock() {
        assertThat(new ScmLake()
                        .connection("12:00:00.999")
                        .child("12:00:11.000")
                        .findings())
                .isEmpty();
    }

    @Test
    void childJustBeforeElevenSecondsIsReportedIfTenPassedOnTheClock() {
        assertThat(new ScmLake()
                        .connection("12:00:00.000")
                        .child("12:00:10.999")
                        .findings())
                .hasSize(1);
    }

    @Test
    void unknownStartOfServicesExeIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "InitiatingProcessCreationTime", null)
                        .findings())
                .isEmpty();
    }

    @Test
    void connectionAlmostSixtyOneSecondsAfterBootIsNotReportedIfSixtyPassedOnTheClock() {
        assertThat(new ScmLake()
                        .connection("12:01:00.999")
                        .child("12:01:01", "InitiatingProcessCreationTime", ScmLake.time("12:00:00.0"))
                        .findings())
                .isEmpty();
    }

    @Test
    void connectionJustAfterSixtySecondsOfBootIsReportedIfSixtyOnePassedOnTheClock() {
        assertThat(new ScmLake()
                        .connection("12:01:01.001")
                        .child("12:01:02", "InitiatingProcessCreationTime", ScmLake.time("12:00:00.999"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void servicesExeStartedAfterTheConnectionIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:05", "InitiatingProcessCreationTime", ScmLake.time("12:00:03"))
                        .findings())
                .isEmpty();
    }

    // --- missing hashes

    @Test
    void missingHashCountsAsRare() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "SHA1", "")
                        .certificate()
                        .findings())
                .hasSize(1);
    }

    @Test
    void oneCertificateWithoutHashClearsAllChildrenWithoutHash() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "SHA1", "")
                        .certificate("SHA1", "")
                        .findings())
                .isEmpty();
    }

    @Test
    void oneCertificateWithoutHashDoesNotClearListedPrograms() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "SHA1", "", "FileName", "CMD.exe")
                        .certificate("SHA1", "")
                        .findings())
                .hasSize(1);
    }

    // --- the case of services.exe

    @Test
    void servicesExeInDifferentCaseInTheTwoTablesIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00", "InitiatingProcessFileName", "Services.exe")
                        .child("12:00:01")
                        .findings())
                .isEmpty();
    }

    @Test
    void servicesExeInAnotherCaseInBothTablesIsReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00", "InitiatingProcessFileName", "Services.exe")
                        .child("12:00:01", "InitiatingProcessFileName", "Services.exe")
                        .findings())
                .hasSize(1);
    }

    // --- pairs

    @Test
    void everyConnectionInTheWindowIsAFinding() {
        assertThat(connections(3).child("12:00:01").findings()).hasSize(3);
    }

    @Test
    void thirtyFourChildrenOfThreeConnectionsAreNotRare() {
        assertThat(children(34, connections(3)).findings()).isEmpty();
    }

    @Test
    void thirtyThreeChildrenOfThreeConnectionsAreRare() {
        assertThat(children(33, connections(3)).findings()).hasSize(99);
    }

    @Test
    void aHundredConnectionsHideAChild() {
        assertThat(connections(100).child("12:00:01").findings()).isEmpty();
    }

    @Test
    void aHundredConnectionsDoNotHideAListedProgram() {
        assertThat(connections(100).child("12:00:01", "FileName", "cmd.exe").findings())
                .hasSize(100);
    }

    // --- certificates and listed programs

    @Test
    void certificateOfTheHashInAnotherCaseDoesNotClearIt() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01")
                        .certificate("SHA1", "8DCA9749CD48D286950E7A9FA1088C937CBCCAD4")
                        .findings())
                .hasSize(1);
    }

    @Test
    void listedProgramIsReportedAlthoughItHasACertificate() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "FileName", "cmd.exe")
                        .certificate()
                        .findings())
                .hasSize(1);
    }

    // --- command lines

    @Test
    void installerServiceIsNotReportedInWhateverCase() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "FileName", "msiexec.exe", "ProcessCommandLine", "msiexec.exe /v")
                        .findings())
                .isEmpty();
    }

    @Test
    void installerServiceIsReportedIfMoreStandsInItsCommandLine() {
        ScmLake lake = new ScmLake().connection("12:00:00");
        assertThat(lake.child("12:00:01", "ProcessCommandLine", "C:\\Windows\\system32\\msiexec.exe /V")
                        .findings())
                .hasSize(1);
        assertThat(lake.child("12:00:01", "ProcessCommandLine", "msiexec.exe /V ")
                        .findings())
                .hasSize(1);
    }

    @Test
    void missingCommandLineIsReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "ProcessCommandLine", "")
                        .findings())
                .hasSize(1);
    }

    // --- duplicates

    @Test
    void connectionRecordedTwiceIsTwoFindings() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .connection("12:00:00")
                        .child("12:00:01")
                        .findings())
                .hasSize(2);
    }

    @Test
    void childRecordedTwiceIsTwoFindings() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01")
                        .child("12:00:01")
                        .findings())
                .hasSize(2);
    }

    // --- text and keys

    @Test
    void actionTypeInAnotherCaseIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00", "ActionType", "inboundconnectionaccepted")
                        .child("12:00:01")
                        .findings())
                .isEmpty();
    }

    @Test
    void deviceIdInDifferentCaseInTheTwoTablesIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00", "DeviceId", "DEVICE-1")
                        .child("12:00:01")
                        .findings())
                .isEmpty();
    }

    @Test
    void processIdMissingOnBothSidesIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00", "InitiatingProcessId", null)
                        .child("12:00:01", "InitiatingProcessId", null)
                        .findings())
                .isEmpty();
    }

    @Test
    void longSIsNotAnSInAFileName() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "FileName", "\u017fc.exe")
                        .certificate()
                        .findings())
                .isEmpty();
    }

    @Test
    void processWhoseNameEndsWithServicesExeIsNotReported() {
        String name = "Microsoft.ActiveDirectory.WebServices.exe";
        assertThat(new ScmLake()
                        .connection("12:00:00", "InitiatingProcessFileName", name)
                        .child("12:00:01", "InitiatingProcessFileName", name)
                        .findings())
                .isEmpty();
    }

    @Test
    void certificateRecordOfAnUnsignedFileClearsIt() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01")
                        .certificate("IsSigned", false)
                        .findings())
                .isEmpty();
    }

    @Test
    void signedPowerShellIsNotReported() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "FileName", "powershell.exe")
                        .certificate()
                        .findings())
                .isEmpty();
    }

    @Test
    void missingFileNameIsNoListedProgram() {
        assertThat(new ScmLake()
                        .connection("12:00:00")
                        .child("12:00:01", "FileName", "")
                        .certificate()
                        .findings())
                .isEmpty();
    }

    // --- what a finding holds

    @Test
    void findingHoldsBothEvents() {
        assertThat(new ScmLake()
                        .connection("12:00:00.25", "RemoteIP", "172.18.39.5", "DeviceName", "server.example")
                        .child("12:00:01.5", "DeviceName", "server.example", "InitiatingProcessSHA1", "ab12")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .containsEntry("TimestampNetworkAct", Instant.parse("2020-09-20T12:00:00.25Z"))
                        .containsEntry("RemoteIP", "172.18.39.5")
                        .containsEntry("InitiatingProcessSHA1", "")
                        .containsEntry("TimestampChild", Instant.parse("2020-09-20T12:00:01.5Z"))
                        .containsEntry("DeviceId1", "device-1")
                        .containsEntry("DeviceName1", "server.example")
                        .containsEntry("FileName", "updater.exe")
                        .containsEntry("InitiatingProcessSHA11", "ab12")
                        .containsEntry("InitiatingProcessId1", 704L)
                        .containsEntry("TimestampServicesExe", Instant.parse("2020-09-19T08:00:00Z")));
    }

    private static ScmLake connections(int count) {
        ScmLake lake = new ScmLake();
        for (int i = 0; i < count; i++) {
            lake = lake.connection("12:00:00.%03d".formatted(i), "RemotePort", 50_000 + i);
        }
        return lake;
    }

    private static ScmLake children(int count, ScmLake lake) {
        ScmLake all = lake;
        for (int i = 0; i < count; i++) {
            all = all.child("12:00:01.%03d".formatted(i));
        }
        return all;
    }
}
