package dev.grebe.plan;

import static dev.grebe.plan.Expressions.argMax;
import static dev.grebe.plan.Expressions.bin;
import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.descending;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.makeSet;
import static dev.grebe.plan.Expressions.sum;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static final Relation PROCESSES = scan(
            "DeviceProcessEvents",
            Schema.of(
                    "Timestamp",
                    TIMESTAMP,
                    "DeviceId",
                    STRING,
                    "FileName",
                    STRING,
                    "ProcessId",
                    LONG,
                    "Extra",
                    DYNAMIC));
    private static final Relation CONNECTIONS =
            scan("DeviceNetworkEvents", Schema.of("Timestamp", TIMESTAMP, "DeviceId", STRING, "Port", LONG));

    @Test
    void aMisspeltColumnIsNamedWithItsNeighbour() {
        assertRefused(
                () -> PROCESSES.where(text("FileNmae").is("x")),
                "DeviceProcessEvents has no column 'FileNmae'. Did you mean 'FileName'?");
        assertRefused(
                () -> PROCESSES.project("FileNmae"),
                "DeviceProcessEvents has no column 'FileNmae'. Did you mean 'FileName'?");
        assertRefused(
                () -> PROCESSES.as("children").rename("fileName", "x"),
                "children has no column 'fileName'. Did you mean 'FileName'?");
        assertRefused(() -> PROCESSES.without("Nothing"), "DeviceProcessEvents has no column 'Nothing'.");
        assertRefused(
                () -> PROCESSES.join(CONNECTIONS, "DeviceID"),
                "DeviceProcessEvents has no column 'DeviceID'. Did you mean 'DeviceId'?");
        assertRefused(
                () -> PROCESSES.summarize(by("deviceid"), count()),
                "DeviceProcessEvents has no column 'deviceid'. Did you mean 'DeviceId'?");
        assertRefused(
                () -> PROCESSES.top(1, descending("TimeStamp")),
                "DeviceProcessEvents has no column 'TimeStamp'. Did you mean 'Timestamp'?");
    }

    @Test
    void aColumnReadAsAnotherTypeIsRefused() {
        assertRefused(
                () -> PROCESSES.where(whole("DeviceId").is(1)),
                "DeviceProcessEvents: column 'DeviceId' is STRING; the plan reads it as LONG");
    }

    @Test
    void whereTakesATruthValue() {
        assertRefused(() -> PROCESSES.where(whole("ProcessId")), "where takes BOOL, ProcessId is LONG");
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        assertRefused(() -> PROCESSES.project("FileName", "FileName"), "column 'FileName' stands twice");
        assertRefused(() -> PROCESSES.rename("FileName", "DeviceId"), "column 'DeviceId' stands twice");
        assertRefused(
                () -> PROCESSES.summarize(by("DeviceId"), count().named("DeviceId")), "column 'DeviceId' stands twice");
    }

    @Test
    void dynamicIsNoKey() {
        assertRefused(
                () -> PROCESSES.summarize(by("Extra"), count()),
                "summarize by: column 'Extra' is DYNAMIC and cannot be compared");
        assertRefused(PROCESSES::distinct, "distinct: column 'Extra' is DYNAMIC and cannot be compared");
        assertRefused(
                () -> PROCESSES.top(1, descending("Extra")),
                "top by: column 'Extra' is DYNAMIC and cannot be compared");
        assertRefused(
                () -> PROCESSES.join(PROCESSES, "Extra"),
                "join key 'Extra' is DYNAMIC on the left and DYNAMIC on the right");
    }

    @Test
    void joinKeysAreOfOneType() {
        List<Node.Join.Key> keys = List.of(new Node.Join.Key("ProcessId", "DeviceId"));
        assertRefused(
                () -> PROCESSES.join(CONNECTIONS, Node.Join.Kind.INNER, keys),
                "join key 'ProcessId' is LONG on the left and STRING on the right");
        assertRefused(() -> PROCESSES.join(CONNECTIONS), "join needs a key");
    }

    @Test
    void aJoinHasLeftColumnsThenRightOnes() {
        assertThat(CONNECTIONS.join(PROCESSES, "DeviceId").schema().names())
                .containsExactly(
                        "Timestamp", "DeviceId", "Port", "Timestamp1", "DeviceId1", "FileName", "ProcessId", "Extra");
    }

    @Test
    void aTakenNameGetsTheSmallestSuffixThatIsFreeOnBothSides() {
        assertThat(joined(List.of("c", "c1"), List.of("c"))).containsExactly("c", "c1", "c2");
        assertThat(joined(List.of("c"), List.of("c", "c1"))).containsExactly("c", "c2", "c1");
        assertThat(joined(List.of("c", "c2"), List.of("c", "c1"))).containsExactly("c", "c2", "c3", "c1");
        assertThat(joined(List.of("SHA1"), List.of("SHA1"))).containsExactly("SHA1", "SHA11");
        assertThat(joined(List.of("DeviceId", "InitiatingProcessSHA1"), List.of("DeviceId", "InitiatingProcessSHA1")))
                .containsExactly("DeviceId", "InitiatingProcessSHA1", "DeviceId1", "InitiatingProcessSHA11");
        assertThat(joined(List.of("a", "b"), List.of("b", "a"))).containsExactly("a", "b", "b1", "a1");
    }

    @Test
    void semiAndAntiJoinKeepTheLeftColumns() {
        assertThat(CONNECTIONS.semiJoin(PROCESSES, "DeviceId").schema()).isEqualTo(CONNECTIONS.schema());
        assertThat(CONNECTIONS.antiJoin(PROCESSES, "DeviceId").schema()).isEqualTo(CONNECTIONS.schema());
    }

    @Test
    void extendPutsAReplacedColumnAtTheEnd() {
        assertThat(CONNECTIONS
                        .extend(text("DeviceId").as("Timestamp"), literal(1).as("One"))
                        .schema())
                .isEqualTo(Schema.of("DeviceId", STRING, "Port", LONG, "Timestamp", STRING, "One", LONG));
    }

    @Test
    void renameIsInPlace() {
        assertThat(CONNECTIONS.rename("DeviceId", "Device").schema().names())
                .containsExactly("Timestamp", "Device", "Port");
    }

    @Test
    void summarizeHasKeysThenResults() {
        Relation groups = PROCESSES.summarize(
                by("DeviceId"),
                count(),
                sum(whole("ProcessId")),
                makeSet(text("FileName")),
                argMax(time("Timestamp"), text("FileName")));
        assertThat(groups.schema())
                .isEqualTo(Schema.of(
                        "DeviceId",
                        STRING,
                        "count_",
                        LONG,
                        "sum_ProcessId",
                        LONG,
                        "set_FileName",
                        DYNAMIC,
                        "Timestamp",
                        TIMESTAMP,
                        "FileName",
                        STRING));
    }

    @Test
    void aggregatesRefuseWhatTheyCannotTake() {
        assertRefused(() -> sum(text("FileName")), "sum does not take [STRING]");
        assertRefused(() -> makeSet(new Expr.Column("Extra", DYNAMIC)), "make_set does not take [DYNAMIC]");
        assertRefused(
                () -> new Aggregation(AggregateFunction.COUNT, List.of(), List.of("a", "b")),
                "count has 1 results, 2 names");
    }

    @Test
    void unionTakesEqualSchemas() {
        assertThat(CONNECTIONS.union(CONNECTIONS.where(literal(true))).schema()).isEqualTo(CONNECTIONS.schema());
        assertRefused(
                () -> CONNECTIONS.project("Port").union(PROCESSES.project("ProcessId")),
                "union of (Port:LONG) and (ProcessId:LONG)");
    }

    @Test
    void topOfANegativeCountIsRefused() {
        assertRefused(() -> CONNECTIONS.top(-1, descending("Port")), "top -1 is negative");
    }

    @Test
    void labelsTakeNoPartInEquality() {
        Relation plain = CONNECTIONS.where(whole("Port").is(135));
        Relation labelled = CONNECTIONS.as("all").where(whole("Port").is(135)).as("rpc");
        assertThat(labelled).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(labelled.label()).contains("rpc");
        assertThat(plain.label()).isEmpty();
        assertThat(plain).isNotEqualTo(CONNECTIONS.where(whole("Port").is(136)));
    }

    @Test
    void plansThatShareAtEveryLevelAreComparedOncePerLevel() {
        assertThat(doubled(200)).isEqualTo(doubled(200)).isNotEqualTo(doubled(201));
    }

    private static Relation doubled(int levels) {
        Relation relation = Relation.scan(Table.state("T", Schema.of("x", Type.LONG)));
        for (int i = 0; i < levels; i++) {
            relation = relation.union(relation);
        }
        return relation;
    }

    @Test
    void equalPlansBuiltApartAreEqual() {
        assertThat(binned()).isEqualTo(binned()).hasSameHashCodeAs(binned());
    }

    private static Relation binned() {
        return CONNECTIONS
                .extend(bin(time("Timestamp"), Duration.ofHours(1)).as("Hour"))
                .semiJoin(PROCESSES.where(text("FileName").inIgnoringCase("cmd.exe")), "DeviceId");
    }

    @Test
    void aVerbLeavesItsRelationAsItWas() {
        String before = CONNECTIONS.toString();
        CONNECTIONS.as("x").where(whole("Port").is(1)).project("Port").top(1);
        assertThat(CONNECTIONS.toString()).isEqualTo(before);
        List<SortKey> order = new ArrayList<>(List.of(descending("Port")));
        Node.Top top = new Node.Top(CONNECTIONS, 1, order);
        order.clear();
        assertThat(top.order()).hasSize(1);
        assertThatThrownBy(() -> top.order().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> CONNECTIONS.schema().fields().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRelationIsCalledByItsLabelElseByItsTable() {
        assertThat(CONNECTIONS.where(literal(true)).name()).isEqualTo("DeviceNetworkEvents");
        assertThat(CONNECTIONS.as("networkEvents").where(literal(true)).name()).isEqualTo("networkEvents");
        assertThat(CONNECTIONS.join(PROCESSES, "DeviceId").name()).isEqualTo("DeviceNetworkEvents");
    }

    @Test
    void inputsIncludeRelationsInsideExpressions() {
        Relation devices = PROCESSES.project("DeviceId");
        Expr known = text("DeviceId").in(devices);
        Relation filtered = CONNECTIONS.where(known.or(whole("Port").is(1)).and(known.not()));
        assertThat(filtered.node().inputs()).containsExactly(CONNECTIONS, devices);
    }

    private static List<String> joined(List<String> left, List<String> right) {
        return Relation.of(new Node.Join(
                        scan("Left", strings(left)),
                        scan("Right", strings(right)),
                        Node.Join.Kind.INNER,
                        List.of(new Node.Join.Key(left.get(0), right.get(0)))))
                .schema()
                .names();
    }

    private static Schema strings(List<String> names) {
        return new Schema(names.stream().map(name -> new Field(name, STRING)).toList());
    }

    private static Relation scan(String name, Schema schema) {
        return Relation.scan(Table.state(name, schema));
    }

    private static void assertRefused(ThrowingCallable verb, String message) {
        assertThatThrownBy(verb).isInstanceOf(PlanException.class).hasMessage(message);
    }
}
