package dev.grebe.defender.scm;

import static dev.grebe.defender.DefenderTables.DEVICE_FILE_CERTIFICATE_INFO;
import static dev.grebe.defender.DefenderTables.DEVICE_NETWORK_EVENTS;
import static dev.grebe.defender.DefenderTables.DEVICE_PROCESS_EVENTS;
import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.inRun;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;

import dev.grebe.plan.Relation;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Tables;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * A connection to services.exe, then a new child of it: the rule 0xFF-0083 of FalconFriday as published in 2020, line by
 * line. Kusto's semantics decide what is found: seconds are clock seconds, so a child 0.8 s before its connection may be
 * 0 seconds from it, and one 10.9 s after it 10 or 11; a missing hash is {@code ""}, a group and key like any other; a
 * process id that is null on both sides does not join; connections multiply pairs, and pairs are what is counted.
 *
 * <p>Where Kusto stops, this goes on: its {@code in} considers a million devices, its {@code materialize} five
 * gigabytes; here only the engine's memory bounds a run.
 */
final class ScmDetector implements Detector {
    // Clock seconds: a difference of n of them may be almost n + 1 s long.
    private static final Duration CLOCK_SECOND = Duration.ofSeconds(1);

    private final ScmSettings settings;

    @Inject
    ScmDetector(ScmSettings settings) {
        this.settings = settings;
    }

    @Override
    public Rule rule() {
        return ScmRule.of(settings);
    }

    @Override
    public Findings plan(Tables tables) {
        return new Findings(
                findings(tables),
                "TimestampNetworkAct",
                // All columns: pairs that differ in any of them are two findings in Kusto. With fewer, equal ones are
                // told apart by ordinals, and a row that arrives late would take another's id.
                List.of(),
                List.of(
                        "DeviceName",
                        "FileName",
                        "ProcessCommandLine",
                        "RemoteIP",
                        "RemotePort",
                        "LocalPort",
                        "TimestampChild",
                        "SHA1"),
                reach(settings.window().from().negated()),
                reach(settings.window().to()));
    }

    private Relation findings(Tables tables) {
        // What others connected to in services.exe: the network side of a remote call to the SCM. Only those of the
        // run itself; the rows read beyond it are there for the children that belong to these, and count for nothing.
        Relation networkEvents = tables.read(DEVICE_NETWORK_EVENTS.requiring(
                        "Timestamp", "DeviceId", "ActionType", "InitiatingProcessFileName", "InitiatingProcessId"))
                .where(text("InitiatingProcessFileName").inIgnoringCase("services.exe"))
                .where(text("ActionType").is("InboundConnectionAccepted"))
                .rename("Timestamp", "TimestampNetworkAct")
                .where(inRun(time("TimestampNetworkAct")))
                .as("networkEvents");

        // What services.exe started, that is, services; only where there was such a connection at all, which leaves
        // the join less to do.
        Relation allServices = tables.read(DEVICE_PROCESS_EVENTS.requiring(
                        "Timestamp",
                        "DeviceId",
                        "FileName",
                        "SHA1",
                        "ProcessCommandLine",
                        "InitiatingProcessFileName",
                        "InitiatingProcessId",
                        "InitiatingProcessCreationTime"))
                .where(text("DeviceId").in(networkEvents.project("DeviceId")))
                .where(text("InitiatingProcessFileName").isIgnoringCase("services.exe"))
                .project(
                        time("Timestamp").as("TimestampChild"),
                        text("DeviceId").as("DeviceId"),
                        text("DeviceName").as("DeviceName"),
                        text("FileName").as("FileName"),
                        text("ProcessCommandLine").as("ProcessCommandLine"),
                        text("SHA1").as("SHA1"),
                        text("InitiatingProcessFileName").as("InitiatingProcessFileName"),
                        text("InitiatingProcessCommandLine").as("InitiatingProcessCommandLine"),
                        text("InitiatingProcessSHA1").as("InitiatingProcessSHA1"),
                        whole("InitiatingProcessId").as("InitiatingProcessId"),
                        time("InitiatingProcessCreationTime").as("TimestampServicesExe"))
                .as("allServices");

        // Connection and child of one services.exe, the child soon after the connection; and not while the machine
        // boots, when services start one after the other. The join compares the file name's case, the filters do not.
        Relation serviceNetworkEvents = networkEvents
                .join(allServices, "DeviceId", "InitiatingProcessId", "InitiatingProcessFileName")
                .where(datetimeDiff("second", time("TimestampChild"), time("TimestampNetworkAct"))
                        .isBetween(
                                settings.window().from().toSeconds(),
                                settings.window().to().toSeconds()))
                .where(datetimeDiff("second", time("TimestampNetworkAct"), time("TimestampServicesExe"))
                        .isGreaterThan(settings.bootGrace().toSeconds()))
                .as("serviceNetworkEvents");

        // How well known the started programs are. The original would ask Microsoft for a file's prevalence; as it
        // could not, a hash is unknown if it stands in few of the pairs and nowhere among the certificates.
        Relation serviceNetworkEventsWithSHA1 = serviceNetworkEvents
                .summarize(by("SHA1"), count())
                .antiJoin(tables.read(DEVICE_FILE_CERTIFICATE_INFO.requiring("SHA1")), "SHA1")
                .where(whole("count_").isLessThan(settings.rareBelow()))
                .as("serviceNetworkEventsWithSHA1");

        // The pairs whose program is unknown, or known but one that attackers borrow; without the command line that
        // Windows Installer's own service has all day.
        return serviceNetworkEvents
                .where(text("SHA1")
                        .in(serviceNetworkEventsWithSHA1.project("SHA1"))
                        .or(text("FileName").inIgnoringCase(settings.lolbins())))
                .where(text("ProcessCommandLine")
                        .inIgnoringCase(settings.excludeCommandLines())
                        .not());
    }

    /** How far beyond a finding's time the pairs of one side of the window reach. */
    private static Duration reach(Duration side) {
        return (side.isNegative() ? Duration.ZERO : side).plus(CLOCK_SECOND);
    }
}
