package dev.grebe.pipeline.plan;

import static dev.grebe.plan.Expressions.argMax;
import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.descending;
import static dev.grebe.plan.Expressions.inRun;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.makeSet;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanJsonTest {
    private static final Table EVENTS = Table.events(
                    "Events", "Time", Schema.of("Time", Type.TIMESTAMP, "Name", Type.STRING, "Size", Type.LONG))
            .requiring("Time");
    private static final Relation SCAN = Relation.scan(EVENTS);

    private static Relation everything() {
        Relation named = SCAN.where(
                        text("Name").contains("a", "b").and(whole("Size").is(3)).and(inRun(time("Time"))))
                .as("named");
        Relation counted =
                named.summarize(by("Name"), count(), makeSet(whole("Size")), argMax(time("Time"), whole("Size")));
        Relation joined = named.join(counted, "Name").project("Time", "Name", "Size", "count_");
        Relation top = joined.union(joined.where(text("Name").in(counted.project("Name"))))
                .top(10, descending("count_"));
        return top.distinct("Time", "Name").as("all");
    }

    @Test
    void aPlanComesBackEqualWithItsLabels() {
        Relation back = PlanJson.read(PlanJson.write(everything()));

        assertThat(back).isEqualTo(everything()).hasToString(everything().toString());
        assertThat(back.label()).contains("all");
    }

    @Test
    void everyKindOfNodeAndExpressionIsWritten() {
        Set<Class<?>> met = new HashSet<>();
        collect(everything(), met);
        collect(PlanJson.read(PlanJson.write(everything())), met);

        assertThat(met).contains(Node.class.getPermittedSubclasses()).contains(Expr.class.getPermittedSubclasses());
    }

    private static void collect(@Nullable Object part, Set<Class<?>> met) {
        if (part instanceof Relation relation) {
            collect(relation.node(), met);
        } else if (part instanceof Collection<?> parts) {
            parts.forEach(item -> collect(item, met));
        } else if (part instanceof Record parts) {
            met.add(part.getClass());
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    collect(component.getAccessor().invoke(parts), met);
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
    }

    @Test
    void whatIsSharedIsWrittenOnce() {
        String json = PlanJson.write(everything());

        assertThat(json.split("\"node\":\"scan\"", -1)).hasSize(2);
        assertThat(json.split("\"label\":\"named\"", -1)).hasSize(2);
    }

    @Test
    void aPlanThatDoublesAtEachLevelStaysSmall() {
        Relation doubled = SCAN;
        for (int i = 0; i < 100; i++) {
            doubled = doubled.union(doubled);
        }

        String json = PlanJson.write(doubled);

        assertThat(json.length()).isLessThan(20_000);
        assertThat(PlanJson.write(PlanJson.read(json))).isEqualTo(json);
    }

    static List<Expr> literals() {
        List<Expr> literals = new ArrayList<>();
        Arrays.stream(Type.values())
                .filter(type -> type != Type.STRING)
                .forEach(type -> literals.add(literal(null, type)));
        for (double value : new double[] {
            0.0, -0.0, 1e308, Double.MIN_VALUE, 0.1, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY
        }) {
            literals.add(literal(value));
        }
        for (long value : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1}) {
            literals.add(literal(value));
            literals.add(literal(value, Type.TIMESTAMP));
            literals.add(literal(value, Type.DURATION));
        }
        for (String value : new String[] {"", "\u0000\n\"\\\u2028\ud83d\ude00", "null", "1"}) {
            literals.add(literal(value));
            literals.add(literal(value, Type.DYNAMIC));
        }
        literals.add(literal(true));
        literals.add(literal(false));
        return literals;
    }

    @ParameterizedTest
    @MethodSource("literals")
    void everyLiteralIsExact(Expr literal) {
        Relation relation = SCAN.project(literal.as("Value"));

        assertThat(PlanJson.read(PlanJson.write(relation))).isEqualTo(relation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                              | plan: not JSON at line
            []                                             | plan: expected an object with 'format', found []
            {"format":2}                                   | plan.format: expected format 1, found 2
            {"format":1,"nodes":{}}                        | plan.nodes: expected a list, found {}
            {"format":1,"nodes":[],"root":0}               | plan.root: expected a node before this one, found 0
            {"format":1,"nodes":[{"node":"scam"}]}         | plan.nodes[0].node: expected a kind of node, found "scam"
            {"format":1,"nodes":[{"node":"distinct","input":0}]} | plan.nodes[0].input: expected a node before this one, found 0
            {"format":1,"nodes":[{"node":"scan","table":"T","time":"","schema":[{"name":"A","type":"LNG"}],"required":[],"nonNull":[]}]} | plan.nodes[0].schema[0].type: there is no Type 'LNG'. Did you mean 'LONG'?
            {"format":1,"nodes":[{"node":"scan","table":"T","time":"B","schema":[{"name":"A","type":"LONG"}],"required":[],"nonNull":[]}]} | plan.nodes[0]: T has no column 'B'.
            {"format":1,"format":1}                        | plan: not JSON at line
            """)
    void whatIsNoPlanSaysWhere(String json, String message) {
        assertThatThrownBy(() -> PlanJson.read(json))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anExpressionThatDoesNotFitSaysWhere() {
        String json = PlanJson.write(SCAN.where(whole("Size").is(3))).replace("\"value\":3", "\"value\":\"3\"");

        assertThatThrownBy(() -> PlanJson.read(json))
                .isInstanceOf(PlanException.class)
                .hasMessage("plan.nodes[1].predicate.args[1].value: expected a whole number, found \"3\"");
    }

    @Test
    void depthIsLimitedBothWays() {
        Expr deep = literal(true);
        for (int i = 0; i < 600; i++) {
            deep = deep.not();
        }
        Relation relation = SCAN.where(deep);
        assertThatThrownBy(() -> PlanJson.write(relation))
                .isInstanceOf(PlanException.class)
                .hasMessage("plan: more than 500 levels deep");

        String nested = "{\"format\":1,\"nodes\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> PlanJson.read(nested))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("plan: not JSON: Document nesting depth");
    }

    @Test
    void whatIsWrittenAtTheLimitIsRead() {
        Expr deep = literal(true);
        for (int i = 0; i < 498; i++) {
            deep = deep.not();
        }
        Relation wide = SCAN.where(deep);
        Relation tall = SCAN;
        for (int i = 0; i < 500; i++) {
            tall = tall.where(literal(true));
        }

        assertThat(PlanJson.read(PlanJson.write(wide))).isEqualTo(wide);
        assertThat(PlanJson.read(PlanJson.write(tall))).isEqualTo(tall);
        Relation taller = tall.where(literal(true));
        assertThatThrownBy(() -> PlanJson.write(taller)).isInstanceOf(PlanException.class);
    }
}
