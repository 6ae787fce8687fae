package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Settings;
import dev.grebe.kql.Columns;
import dev.grebe.kql.Kql;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine gives for every scalar example of KQL's catalogue what the catalogue says, over literals and over columns.
 * {@code -Dcatalogue.function=split} tries those of one function.
 */
class CatalogueOnEngineTest {
    private static final Settings SETTINGS = new Settings(1, 64L << 20, Settings.BATCH_ROWS);
    private static final String ONLY = System.getProperty("catalogue.function", "");

    static List<KqlExamples.Example> examples() {
        return KqlExamples.scalars().stream()
                .filter(example -> ONLY.isEmpty() || example.function().equals(ONLY))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void overLiterals(KqlExamples.Example example) {
        Expr expr = Kql.expression(example.kql(), Columns.NONE);

        assertGives(example, value(expr, List.of(), Layout.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void overColumns(KqlExamples.Example example) {
        List<Expr.Literal> literals = new ArrayList<>();
        Expr expr = overColumns(Kql.expression(example.kql(), Columns.NONE), literals);
        for (Layout.Coding coding : Layout.Coding.values()) {
            assertGives(example, value(expr, literals, new Layout(1, 1, true, coding, false)));
        }
    }

    private static void assertGives(KqlExamples.Example example, @Nullable Object found) {
        assertThat(example.isValue(found))
                .as("%s gives %s, not %s (%s)", example, found, example.value(), example.source())
                .isTrue();
    }

    private static @Nullable Object value(Expr expr, List<Expr.Literal> columns, Layout layout) {
        List<Field> fields = new ArrayList<>(List.of(new Field("unused", Type.BOOL)));
        List<@Nullable Object> row = new ArrayList<>();
        row.add(true);
        for (Expr.Literal column : columns) {
            fields.add(new Field("c" + (fields.size() - 1), column.type()));
            row.add(column.value());
        }
        Schema schema = new Schema(fields);
        TableLiteral table = TableLiteral.table("Example", schema).row(row.toArray());
        Relation plan = Relation.scan(Table.state("Example", schema)).project(expr.as("value"));
        return Scenario.onEngine(plan, Map.of("Example", table), Moment.ALL, layout, SETTINGS)
                .results()
                .values()
                .iterator()
                .next()
                .rows()
                .get(0)
                .get(0);
    }

    /** The expression with a column for each literal, where a column may stand. */
    private static Expr overColumns(Expr expr, List<Expr.Literal> literals) {
        if (expr instanceof Expr.Literal literal) {
            literals.add(literal);
            return new Expr.Column("c" + (literals.size() - 1), literal.type());
        } else if (expr instanceof Expr.Match match) {
            return new Expr.Match(
                    overColumns(match.text(), literals), match.op(), match.ignoreCase(), match.literals());
        } else if (expr instanceof Expr.Call call) {
            List<Expr> args = new ArrayList<>();
            for (Expr arg : call.args()) {
                args.add(mustBeLiteral(call.function(), args.size()) ? arg : overColumns(arg, literals));
            }
            return new Expr.Call(call.function(), args, call.type());
        }
        return expr;
    }

    private static boolean mustBeLiteral(Function function, int index) {
        return switch (function) {
            case DATETIME_DIFF, DATETIME_ADD, DATETIME_PART, TRIM, TRIM_START, TRIM_END, COUNT_OF_REGEX -> index == 0;
            case FORMAT_DATETIME, FORMAT_TIMESPAN, REPLACE_REGEX -> index == 1;
            case EXTRACT -> index <= 1;
            case EXTRACT_ALL -> index != 1;
            default -> false;
        };
    }
}
