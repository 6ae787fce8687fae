package dev.grebe.testing;

import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.inRun;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;

import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Connections, the processes that follow some of them, and certificates; and a rule over them, in the shape of real ones. */
final class Telemetry {
    /** When the first event may have happened. */
    static final long START = Ticks.of(Instant.parse("2020-09-20T12:00:00Z"));
    /** How long the events go on. */
    static final long LENGTH = 600 * Ticks.PER_SECOND;

    /** How far the rule looks before a connection: its five seconds and one of the clock's. */
    static final Duration BEFORE = Duration.ofSeconds(6);
    /** Likewise behind it. */
    static final Duration AFTER = Duration.ofSeconds(11);

    static final Table CONNECTIONS = Table.events(
            "Connections",
            "Timestamp",
            Schema.of("Timestamp", Type.TIMESTAMP, "DeviceId", Type.STRING, "Pid", Type.LONG, "Action", Type.STRING));
    static final Table PROCESSES = Table.events(
            "Processes",
            "Timestamp",
            Schema.of(
                    "Timestamp", Type.TIMESTAMP,
                    "DeviceId", Type.STRING,
                    "Pid", Type.LONG,
                    "FileName", Type.STRING,
                    "SHA1", Type.STRING));
    static final Table CERTIFICATES = Table.state("Certificates", Schema.of("SHA1", Type.STRING));

    private Telemetry() {}

    /** Tables of about so many rows, some of them without a time, a process id or a hash. */
    static Map<String, TableLiteral> tables(int rows, long seed) {
        Random random = new Random(seed);
        List<List<@Nullable Object>> connections = new ArrayList<>();
        List<List<@Nullable Object>> processes = new ArrayList<>();
        List<List<@Nullable Object>> certificates = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String action = random.nextInt(4) == 0 ? "Refused" : "Accepted";
            connections.add(Arrays.asList(moment(random), device(random), pid(random), action));
            String hash = random.nextInt(10) == 0 ? "" : "hash" + random.nextInt(rows / 4 + 1);
            String file = random.nextInt(20) == 0 ? "CMD.exe" : "service" + random.nextInt(5) + ".exe";
            processes.add(Arrays.asList(moment(random), device(random), pid(random), file, hash));
            if (row % 8 == 0) {
                certificates.add(List.of("hash" + random.nextInt(rows / 4 + 1)));
            }
        }
        return Map.of(
                "Connections", new TableLiteral("Connections", CONNECTIONS.schema(), connections),
                "Processes", new TableLiteral("Processes", PROCESSES.schema(), processes),
                "Certificates", new TableLiteral("Certificates", CERTIFICATES.schema(), certificates));
    }

    /** Whole and halves of seconds are frequent: ends of windows and of seconds are where engines go wrong. */
    private static @Nullable Long moment(Random random) {
        if (random.nextInt(50) == 0) {
            return null;
        }
        long step = random.nextBoolean() ? Ticks.PER_SECOND / 2 : 1;
        return START + (long) (random.nextDouble() * LENGTH) / step * step;
    }

    private static String device(Random random) {
        return "device" + random.nextInt(3);
    }

    private static @Nullable Long pid(Random random) {
        return random.nextInt(50) == 0 ? null : (Long) (long) random.nextInt(3);
    }

    /** Connections of the run, each with the processes soon around it whose file nobody signed. */
    static Relation pairs() {
        Relation networkEvents = Relation.scan(CONNECTIONS)
                .where(text("Action").is("Accepted"))
                .rename("Timestamp", "TimestampNetworkAct")
                .where(inRun(time("TimestampNetworkAct")))
                .as("networkEvents");
        Relation allServices = Relation.scan(PROCESSES)
                .where(text("DeviceId").in(networkEvents.project("DeviceId")))
                .rename("Timestamp", "TimestampChild")
                .as("allServices");
        return networkEvents
                .join(allServices, "DeviceId", "Pid")
                .where(datetimeDiff("second", time("TimestampChild"), time("TimestampNetworkAct"))
                        .isBetween(-5, 10))
                .as("pairs");
    }

    /** The pairs whose file is rare and unsigned, or one that attackers borrow. What is rare is counted over the run. */
    static Relation findings() {
        Relation pairs = pairs();
        Relation rare = pairs.summarize(by("SHA1"), count())
                .antiJoin(Relation.scan(CERTIFICATES), "SHA1")
                .where(whole("count_").isLessThan(20))
                .as("rare");
        return pairs.where(text("SHA1")
                        .in(rare.project("SHA1"))
                        .or(text("FileName").inIgnoringCase("cmd.exe")))
                .as("findings");
    }
}
