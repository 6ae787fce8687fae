package dev.grebe.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import org.junit.jupiter.api.Test;

final class DefenderTablesTest {
    @Test
    void tablesHaveAllPublishedColumns() {
        assertThat(DefenderTables.DEVICE_PROCESS_EVENTS.schema().size()).isEqualTo(68);
        assertThat(DefenderTables.DEVICE_NETWORK_EVENTS.schema().size()).isEqualTo(45);
        assertThat(DefenderTables.DEVICE_FILE_CERTIFICATE_INFO.schema().size()).isEqualTo(18);
    }

    @Test
    void publishedTypesAreOurs() {
        Schema network = DefenderTables.DEVICE_NETWORK_EVENTS.schema();
        assertThat(network.type("Timestamp", "")).isEqualTo(Type.TIMESTAMP);
        assertThat(network.type("RemotePort", "")).isEqualTo(Type.LONG);
        assertThat(network.type("ReportId", "")).isEqualTo(Type.LONG);
        assertThat(network.type("IsInitiatingProcessRemoteSession", "")).isEqualTo(Type.BOOL);
        assertThat(DefenderTables.DEVICE_FILE_CERTIFICATE_INFO.schema().type("IsRootSignerMicrosoft", ""))
                .isEqualTo(Type.BOOL);
    }

    @Test
    void additionalFieldsAreText() {
        assertThat(DefenderTables.DEVICE_PROCESS_EVENTS.schema().type("AdditionalFields", ""))
                .isEqualTo(Type.STRING);
    }

    @Test
    void eventsAreWindowedByTheirTimestampAndCertificatesAreState() {
        assertThat(DefenderTables.ALL).extracting("time").containsExactly("Timestamp", "Timestamp", "");
    }
}
