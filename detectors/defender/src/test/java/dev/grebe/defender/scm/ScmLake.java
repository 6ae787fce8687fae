package dev.grebe.defender.scm;

import static dev.grebe.testing.TableLiteral.table;

import dev.grebe.defender.DefenderTables;
import dev.grebe.testing.Scenario;
import dev.grebe.testing.TableLiteral;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One machine on one day, for the rule to look at. Whatever a test does not say is such that it takes no part: services.exe
 * is process 704 and has run since the day before, the children are one program of no renown. Immutable.
 */
record ScmLake(TableLiteral processes, TableLiteral connections, TableLiteral certificates) {
    static final String HASH = "8dca9749cd48d286950e7a9fa1088c937cbccad4";

    /** The rule as published. */
    static final ScmSettings PUBLISHED = settings(0, 10, 60, 100);

    ScmLake() {
        this(
                table(DefenderTables.DEVICE_PROCESS_EVENTS),
                table(DefenderTables.DEVICE_NETWORK_EVENTS),
                table(DefenderTables.DEVICE_FILE_CERTIFICATE_INFO));
    }

    /** The published settings with other numbers. */
    static ScmSettings settings(long from, long to, long bootGrace, long rareBelow) {
        return new ScmSettings(
                new ScmSettings.StartWindow(Duration.ofSeconds(from), Duration.ofSeconds(to)),
                Duration.ofSeconds(bootGrace),
                rareBelow,
                lolbins(),
                List.of("msiexec.exe /V"));
    }

    static List<String> lolbins() {
        return Stream.of(Lolbins.YAML.strip().replaceAll("[\\[\\]\\s]", "").split(","))
                .toList();
    }

    /** Somebody connects to services.exe at that time of day; other columns by name and value. */
    ScmLake connection(String clock, Object... namesAndValues) {
        Object[] columns = columns(
                namesAndValues,
                "Timestamp",
                time(clock),
                "DeviceId",
                "device-1",
                "ActionType",
                "InboundConnectionAccepted",
                "InitiatingProcessFileName",
                "services.exe",
                "InitiatingProcessId",
                704);
        return new ScmLake(processes, connections.with(columns), certificates);
    }

    /** services.exe starts a process at that time of day; other columns by name and value. */
    ScmLake child(String clock, Object... namesAndValues) {
        Object[] columns = columns(
                namesAndValues,
                "Timestamp",
                time(clock),
                "DeviceId",
                "device-1",
                "FileName",
                "updater.exe",
                "ProcessCommandLine",
                "updater.exe /run",
                "SHA1",
                HASH,
                "InitiatingProcessFileName",
                "services.exe",
                "InitiatingProcessId",
                704,
                "InitiatingProcessCreationTime",
                "2020-09-19T08:00:00Z");
        return new ScmLake(processes.with(columns), connections, certificates);
    }

    /** A certificate of the program; other columns by name and value. */
    ScmLake certificate(Object... namesAndValues) {
        Object[] columns = columns(namesAndValues, "SHA1", HASH, "IsSigned", true);
        return new ScmLake(processes, connections, certificates.with(columns));
    }

    /** What the rule finds, as published, in all of the lake: values by column. */
    List<Map<String, Object>> findings() {
        return findings(PUBLISHED);
    }

    List<Map<String, Object>> findings(ScmSettings settings) {
        return scenario(settings).findings();
    }

    /** What the rule finds in the run from one time of day to another. */
    List<Map<String, Object>> findings(ScmSettings settings, String from, String to) {
        return scenario(settings).during(time(from), time(to)).findings();
    }

    static String time(String clock) {
        return "2020-09-20T" + clock + "Z";
    }

    private Scenario scenario(ScmSettings settings) {
        return Scenario.of(new ScmDetector(settings)).given(processes, connections, certificates);
    }

    private static Object[] columns(Object[] overriding, Object... usual) {
        List<Object> columns = new ArrayList<>(List.of(usual));
        // The last value of a column wins.
        columns.addAll(Arrays.asList(overriding));
        return columns.toArray();
    }
}
