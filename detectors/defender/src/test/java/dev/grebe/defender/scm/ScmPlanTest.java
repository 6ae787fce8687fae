package dev.grebe.defender.scm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.defender.DefenderTables;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ScmPlanTest {
    private static final Findings FINDINGS = new ScmDetector(shortList()).plan(Relation::scan);

    @Test
    void planReadsLikeTheQuery() {
        assertThat(FINDINGS.rows()).hasToString("""
                let networkEvents = DeviceNetworkEvents
                | where InitiatingProcessFileName in~ ("services.exe")
                | where ActionType in ("InboundConnectionAccepted")
                | project-rename TimestampNetworkAct = Timestamp
                | where ((isnull($FROM) or (TimestampNetworkAct >= $FROM)) and (isnull($TO) or (TimestampNetworkAct < $TO)));
                let allServices = DeviceProcessEvents
                | where DeviceId in (networkEvents | project DeviceId)
                | where InitiatingProcessFileName in~ ("services.exe")
                | project TimestampChild = Timestamp, DeviceId, DeviceName, FileName, ProcessCommandLine, SHA1, \
                InitiatingProcessFileName, InitiatingProcessCommandLine, InitiatingProcessSHA1, InitiatingProcessId, \
                TimestampServicesExe = InitiatingProcessCreationTime;
                let serviceNetworkEvents = networkEvents
                | join kind=inner (allServices) on DeviceId, InitiatingProcessId, InitiatingProcessFileName
                | where ((datetime_diff("second", TimestampChild, TimestampNetworkAct) >= 0) \
                and (datetime_diff("second", TimestampChild, TimestampNetworkAct) <= 10))
                | where (datetime_diff("second", TimestampNetworkAct, TimestampServicesExe) > 60);
                let serviceNetworkEventsWithSHA1 = serviceNetworkEvents
                | summarize count_ = count() by SHA1
                | join kind=anti (DeviceFileCertificateInfo) on SHA1
                | where (count_ < 100);
                serviceNetworkEvents
                | where (SHA1 in (serviceNetworkEventsWithSHA1 | project SHA1) or FileName in~ ("Cmd.exe", "Sc.exe"))
                | where not(ProcessCommandLine in~ ("msiexec.exe /V"))""");
    }

    @Test
    void findingHasTheColumnsOfTheQuerysResultInItsOrder() {
        List<String> expected =
                new ArrayList<>(DefenderTables.DEVICE_NETWORK_EVENTS.schema().names());
        expected.set(0, "TimestampNetworkAct");
        expected.addAll(List.of(
                "TimestampChild",
                "DeviceId1",
                "DeviceName1",
                "FileName",
                "ProcessCommandLine",
                "SHA1",
                "InitiatingProcessFileName1",
                "InitiatingProcessCommandLine1",
                "InitiatingProcessSHA11",
                "InitiatingProcessId1",
                "TimestampServicesExe"));
        assertThat(FINDINGS.rows().schema().names()).isEqualTo(expected);
        assertThat(FINDINGS.time()).isEqualTo("TimestampNetworkAct");
    }

    @Test
    void requiredColumnsAreThoseTheRuleDecidesBy() {
        Map<String, Table> tables = new TreeMap<>();
        collect(FINDINGS.rows(), tables);
        assertThat(tables).hasSize(3);
        assertThat(tables.get("DeviceNetworkEvents").required())
                .containsExactlyInAnyOrder(
                        "Timestamp", "DeviceId", "ActionType", "InitiatingProcessFileName", "InitiatingProcessId");
        assertThat(tables.get("DeviceProcessEvents").required())
                .containsExactlyInAnyOrder(
                        "Timestamp",
                        "DeviceId",
                        "FileName",
                        "SHA1",
                        "ProcessCommandLine",
                        "InitiatingProcessFileName",
                        "InitiatingProcessId",
                        "InitiatingProcessCreationTime");
        assertThat(tables.get("DeviceFileCertificateInfo").required()).containsExactly("SHA1");
    }

    @Test
    void certificatesAreReadWhole() {
        Map<String, Table> tables = new TreeMap<>();
        collect(FINDINGS.rows(), tables);
        assertThat(tables.values())
                .filteredOn(Table::isWindowed)
                .extracting(Table::name)
                .containsExactly("DeviceNetworkEvents", "DeviceProcessEvents");
    }

    private static void collect(Relation relation, Map<String, Table> tables) {
        if (relation.node() instanceof Node.Scan scan) {
            tables.put(scan.table().name(), scan.table());
        }
        relation.node().inputs().forEach(input -> collect(input, tables));
    }

    private static ScmSettings shortList() {
        ScmSettings published = ScmLake.PUBLISHED;
        return new ScmSettings(
                published.window(),
                published.bootGrace(),
                published.rareBelow(),
                List.of("Cmd.exe", "Sc.exe"),
                published.excludeCommandLines());
    }
}
