package dev.grebe.defender;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.List;

/**
 * Tables of Microsoft Defender XDR's advanced hunting schema: all published columns, with their names, order and types.
 * {@code int} and {@code long} are LONG here. Times are when the event was recorded on the device's clock, in UTC.
 * {@code AdditionalFields} and {@code CrlDistributionPointUrls} are published as {@code string} and are exported so:
 * text that holds JSON.
 *
 * <p>The reference also names {@code LogonID}, in the row itself as a place inside {@code AdditionalFields}; it is no
 * column, and none here.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables">Advanced hunting schema</a>
 */
public final class DefenderTables {
    /**
     * Processes that were created: the process in the first columns, the one that created it in {@code Initiating..}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-deviceprocessevents-table">Reference</a>
     */
    public static final Table DEVICE_PROCESS_EVENTS = Table.events("DeviceProcessEvents", "Timestamp", columns("""
                    Timestamp datetime
                    DeviceId string
                    DeviceName string
                    ActionType string
                    FileName string
                    FolderPath string
                    SHA1 string
                    SHA256 string
                    MD5 string
                    FileSize long
                    ProcessVersionInfoCompanyName string
                    ProcessVersionInfoProductName string
                    ProcessVersionInfoProductVersion string
                    ProcessVersionInfoInternalFileName string
                    ProcessVersionInfoOriginalFileName string
                    ProcessVersionInfoFileDescription string
                    ProcessId long
                    ProcessCommandLine string
                    ProcessIntegrityLevel string
                    ProcessTokenElevation string
                    ProcessCreationTime datetime
                    AccountDomain string
                    AccountName string
                    AccountSid string
                    AccountUpn string
                    AccountObjectId string
                    LogonId long
                    InitiatingProcessAccountDomain string
                    InitiatingProcessAccountName string
                    InitiatingProcessAccountSid string
                    InitiatingProcessAccountUpn string
                    InitiatingProcessAccountObjectId string
                    InitiatingProcessLogonId long
                    InitiatingProcessIntegrityLevel string
                    InitiatingProcessTokenElevation string
                    InitiatingProcessSHA1 string
                    InitiatingProcessSHA256 string
                    InitiatingProcessMD5 string
                    InitiatingProcessFileName string
                    InitiatingProcessFileSize long
                    InitiatingProcessVersionInfoCompanyName string
                    InitiatingProcessVersionInfoProductName string
                    InitiatingProcessVersionInfoProductVersion string
                    InitiatingProcessVersionInfoInternalFileName string
                    InitiatingProcessVersionInfoOriginalFileName string
                    InitiatingProcessVersionInfoFileDescription string
                    InitiatingProcessId long
                    InitiatingProcessCommandLine string
                    InitiatingProcessCreationTime datetime
                    InitiatingProcessFolderPath string
                    InitiatingProcessParentId long
                    InitiatingProcessParentFileName string
                    InitiatingProcessParentCreationTime datetime
                    InitiatingProcessSignerType string
                    InitiatingProcessSignatureStatus string
                    ReportId long
                    AppGuardContainerId string
                    AdditionalFields string
                    InitiatingProcessSessionId long
                    IsInitiatingProcessRemoteSession bool
                    InitiatingProcessRemoteSessionDeviceName string
                    InitiatingProcessRemoteSessionIP string
                    CreatedProcessSessionId long
                    IsProcessRemoteSession bool
                    ProcessRemoteSessionDeviceName string
                    ProcessRemoteSessionIP string
                    ProcessUniqueId string
                    InitiatingProcessUniqueId string
                    """));

    /**
     * Network connections and related events, with the process that made or accepted them.
     *
     * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-devicenetworkevents-table">Reference</a>
     */
    public static final Table DEVICE_NETWORK_EVENTS = Table.events("DeviceNetworkEvents", "Timestamp", columns("""
                    Timestamp datetime
                    DeviceId string
                    DeviceName string
                    ActionType string
                    RemoteIP string
                    RemotePort int
                    RemoteUrl string
                    LocalIP string
                    LocalPort int
                    Protocol string
                    LocalIPType string
                    RemoteIPType string
                    InitiatingProcessSHA1 string
                    InitiatingProcessSHA256 string
                    InitiatingProcessMD5 string
                    InitiatingProcessFileName string
                    InitiatingProcessFileSize long
                    InitiatingProcessVersionInfoCompanyName string
                    InitiatingProcessVersionInfoProductName string
                    InitiatingProcessVersionInfoProductVersion string
                    InitiatingProcessVersionInfoInternalFileName string
                    InitiatingProcessVersionInfoOriginalFileName string
                    InitiatingProcessVersionInfoFileDescription string
                    InitiatingProcessId long
                    InitiatingProcessCommandLine string
                    InitiatingProcessCreationTime datetime
                    InitiatingProcessFolderPath string
                    InitiatingProcessParentFileName string
                    InitiatingProcessParentId long
                    InitiatingProcessParentCreationTime datetime
                    InitiatingProcessAccountDomain string
                    InitiatingProcessAccountName string
                    InitiatingProcessAccountSid string
                    InitiatingProcessAccountUpn string
                    InitiatingProcessAccountObjectId string
                    InitiatingProcessIntegrityLevel string
                    InitiatingProcessTokenElevation string
                    ReportId long
                    AppGuardContainerId string
                    AdditionalFields string
                    InitiatingProcessSessionId long
                    IsInitiatingProcessRemoteSession bool
                    InitiatingProcessRemoteSessionDeviceName string
                    InitiatingProcessRemoteSessionIP string
                    InitiatingProcessUniqueId string
                    """));

    /**
     * Signatures of files, as devices verified them. State, not events: a certificate that was seen last month still
     * says who signed today's file.
     *
     * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-devicefilecertificateinfo-table">Reference</a>
     */
    public static final Table DEVICE_FILE_CERTIFICATE_INFO = Table.state("DeviceFileCertificateInfo", columns("""
                    Timestamp datetime
                    DeviceId string
                    DeviceName string
                    SHA1 string
                    IsSigned bool
                    SignatureType string
                    Signer string
                    SignerHash string
                    Issuer string
                    IssuerHash string
                    CertificateSerialNumber string
                    CrlDistributionPointUrls string
                    CertificateCreationTime datetime
                    CertificateExpirationTime datetime
                    CertificateCountersignatureTime datetime
                    IsTrusted bool
                    IsRootSignerMicrosoft boolean
                    ReportId long
                    """));

    /** All of them. */
    public static final List<Table> ALL =
            List.of(DEVICE_PROCESS_EVENTS, DEVICE_NETWORK_EVENTS, DEVICE_FILE_CERTIFICATE_INFO);

    private DefenderTables() {}

    /** A schema from lines of {@code name type}, as the reference lists them. */
    private static Schema columns(String published) {
        return new Schema(published.lines().map(DefenderTables::column).toList());
    }

    private static Field column(String line) {
        int space = line.indexOf(' ');
        String type = line.substring(space + 1);
        return new Field(
                line.substring(0, space),
                switch (type) {
                    case "string" -> Type.STRING;
                    case "int", "long" -> Type.LONG;
                    case "datetime" -> Type.TIMESTAMP;
                    case "bool", "boolean" -> Type.BOOL;
                    default ->
                        throw new IllegalArgumentException("no type '%s' in Defender's reference".formatted(type));
                });
    }
}
