package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;

import dev.grebe.engine.Settings;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Named;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each function gives on the engine what it means, for random arguments: columns, literals and other calls. More rounds
 * with {@code -Dgrebe.random.rounds=1000}, others with {@code -Dgrebe.random.from=1000000}.
 */
class EngineAgreesOnFunctionsTest {
    private static final int ROUNDS = 12;
    private static final int CALLS = 12;
    private static final int ROWS = 40;
    private static final Settings SETTINGS = new Settings(1, 64L << 20, Settings.BATCH_ROWS);
    private static final Schema COLUMNS = columns();
    private static final Relation TABLE = Relation.scan(Table.state("T", COLUMNS));

    private static Schema columns() {
        List<Field> fields = new ArrayList<>(List.of(new Field("row", Type.LONG)));
        for (Type type : Type.values()) {
            fields.add(new Field(type + "0", type));
            fields.add(new Field(type + "1", type));
        }
        return new Schema(fields);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void onRandomArguments(Function function) {
        long from = Long.getLong("grebe.random.from", 0);
        for (long seed = from; seed < from + Long.getLong("grebe.random.rounds", ROUNDS); seed++) {
            Random random = new Random((seed + function.name().hashCode()) * 0x9E37_79B9_7F4A_7C15L);
            List<Named> calls = new ArrayList<>(List.of(new Named("row", new Expr.Column("row", Type.LONG))));
            for (int i = 0; i < CALLS; i++) {
                Expr call = new RandomCalls(random).of(function, type -> argument(type, 1, random));
                calls.add(call.as("call" + i));
            }
            check(calls, table(random), layout(random));
        }
    }

    private static Expr argument(Type type, int depth, Random random) {
        if (depth > 0 && random.nextInt(5) == 0) {
            return new RandomCalls(random).any(type, of -> argument(of, depth - 1, random));
        }
        return random.nextInt(3) == 0
                ? literal(RandomValues.evenly(type, random), type)
                : new Expr.Column(type.name() + random.nextInt(2), type);
    }

    private static TableLiteral table(Random random) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            long number = i;
            COLUMNS.fields()
                    .forEach(field -> row.add(
                            field.name().equals("row") ? (Long) number : RandomValues.evenly(field.type(), random)));
            rows.add(row);
        }
        return new TableLiteral("T", COLUMNS, rows);
    }

    private static Layout layout(Random random) {
        Layout.Coding[] codings = Layout.Coding.values();
        return new Layout(1 + random.nextInt(ROWS), 1, true, codings[random.nextInt(codings.length)], false);
    }

    private static void check(List<Named> calls, TableLiteral table, Layout layout) {
        Relation plan = TABLE.project(calls.toArray(Named[]::new));
        Map<String, TableLiteral> tables = Map.of("T", table);
        List<List<@Nullable Object>> found = Scenario.onEngine(plan, tables, Moment.ALL, layout, SETTINGS)
                .results()
                .values()
                .iterator()
                .next()
                .rows();
        List<List<@Nullable Object>> expected =
                Naive.evaluate(plan, tables, Moment.ALL).rows();
        for (int row = 0; row < expected.size(); row++) {
            for (int i = 0; i < calls.size(); i++) {
                Object wanted = expected.get(row).get(i);
                Object value = found.get(row).get(i);
                if (!Objects.equals(wanted, value)) {
                    throw new AssertionError("%s: the engine finds %s, expected %s, in %s\n%s, %s"
                            .formatted(
                                    calls.get(i).expr(),
                                    value,
                                    wanted,
                                    table.rows().get(row),
                                    COLUMNS,
                                    layout));
                }
            }
        }
    }
}
