package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Domains of random predicates never exclude a row that the predicate keeps. */
class DomainTest {
    private static final Schema COLUMNS = Schema.of(
            "b",
            Type.BOOL,
            "n",
            Type.LONG,
            "d",
            Type.DOUBLE,
            "s",
            Type.STRING,
            "t",
            Type.TIMESTAMP,
            "u",
            Type.DURATION);
    private static final Relation TABLE = Relation.scan(Table.state("T", COLUMNS));

    @Test
    void keptRowsAreNeverExcluded() {
        int restricted = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
            Expr predicate = predicate(random, 3);
            Map<String, Domain> domains = Domain.of(predicate);
            restricted += domains.isEmpty() ? 0 : 1;
            List<List<@Nullable Object>> rows = rows(random);
            TableLiteral table = new TableLiteral("T", COLUMNS, rows);
            List<List<@Nullable Object>> kept = Naive.evaluate(TABLE.where(predicate), Map.of("T", table), Moment.ALL)
                    .rows();
            domains.forEach((column, domain) -> check(predicate, column, domain, rows, kept));
        }
        assertThat(restricted).isGreaterThan(5_000);
    }

    private static void check(
            Expr predicate,
            String column,
            Domain domain,
            List<List<@Nullable Object>> rows,
            List<List<@Nullable Object>> kept) {
        Field field = COLUMNS.field(COLUMNS.index(column, "T"));
        for (List<@Nullable Object> row : kept) {
            Object value = row.get(COLUMNS.index(column, "T"));
            assertThat(domain.mayContain(value)).as("%s: %s", predicate, row).isTrue();
            if (field.type() == Type.STRING && "".equals(value)) {
                assertThat(domain.mayContain(null)).as("%s: %s", predicate, row).isTrue();
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(COLUMNS.index(column, "T"))));
        boolean hasNulls = values.removeIf(value -> value == null || "".equals(value) || value.equals(Double.NaN));
        if (kept.isEmpty() || values.isEmpty() || rows.stream().anyMatch(row -> row.contains(Double.NaN))) {
            return;
        }
        Object min = values.stream().min(Order::compare).orElseThrow();
        Object max = values.stream().max(Order::compare).orElseThrow();
        assertThat(domain.mayOverlap(min, max, hasNulls))
                .as("%s: %s in [%s, %s], nulls %s", predicate, column, min, max, hasNulls)
                .isTrue();
    }

    private static List<List<@Nullable Object>> rows(Random random) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            List<@Nullable Object> row = new ArrayList<>();
            COLUMNS.fields().forEach(field -> row.add(RandomValues.any(field.type(), random)));
            rows.add(row);
        }
        return rows;
    }

    /** Comparisons of columns with literals, and what and, or and not make of them. */
    private static Expr predicate(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            Expr left = predicate(random, depth - 1);
            return switch (random.nextInt(5)) {
                case 0, 1 -> left.and(predicate(random, depth - 1));
                case 2, 3 -> left.or(predicate(random, depth - 1));
                default -> left.not();
            };
        }
        RandomExprs exprs = new RandomExprs(random, () -> TABLE);
        if (random.nextInt(4) == 0) {
            return exprs.of(Type.BOOL, TABLE, 1);
        }
        Field field = exprs.any(COLUMNS.fields());
        Expr column = new Expr.Column(field.name(), field.type());
        Expr literal = new Expr.Literal(RandomValues.any(field.type(), random), field.type());
        if (field.type() == Type.STRING && random.nextBoolean()) {
            return exprs.match(column);
        }
        boolean flipped = random.nextBoolean();
        Expr left = flipped ? literal : column;
        Expr right = flipped ? column : literal;
        return switch (random.nextInt(field.type() == Type.STRING ? 2 : 5)) {
            case 0 -> left.is(right);
            case 1 -> left.isNot(right);
            case 2 -> left.isLessThan(right);
            case 3 -> left.isAtLeast(right);
            default -> left.isGreaterThan(right);
        };
    }
}
