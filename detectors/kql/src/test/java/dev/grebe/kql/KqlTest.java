package dev.grebe.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KqlTest {
    static final Columns COLUMNS = Columns.of(Schema.of(
            "b", Type.BOOL,
            "c", Type.BOOL,
            "n", Type.LONG,
            "m", Type.LONG,
            "r", Type.DOUBLE,
            "s", Type.STRING,
            "t", Type.STRING,
            "FileName", Type.STRING,
            "Timestamp", Type.TIMESTAMP,
            "span", Type.DURATION,
            "d", Type.DYNAMIC,
            "process.file.name", Type.STRING,
            "a b", Type.STRING));

    /** The plan's own text has a parenthesis around every operation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b or c and b | (b or (c and b))",
                "b and c or b | ((b and c) or b)",
                "n == 1 and m == 2 | ((n == 1) and (m == 2))",
                "n + m == m | ((n + m) == m)",
                "n < m == b | ((n < m) == b)",
                "n - m - 1 | ((n - m) - 1)",
                "n + m * 2 | (n + (m * 2))",
                "n * m / 2 % 3 | (((n * m) / 2) % 3)",
                "(n + m) * 2 | ((n + m) * 2)",
                "-n + m | (-n + m)",
                "- n * m | (-n * m)",
                "n - -1 | (n - -1)",
                "s contains t and b | ((s contains t) and b)",
                "not(b) and c | (not(b) and c)",
                "n between (1 .. 2) and b | (((n >= 1) and (n <= 2)) and b)",
                "n in (1, 2) or b | (((n == 1) or (n == 2)) or b)",
                "-d[0].x.y | refused",
            })
    void operatorsBindAsInKusto(String text, String plan) {
        if (plan.equals("refused")) {
            assertThatThrownBy(() -> Kql.expression(text, COLUMNS)).isInstanceOf(KqlException.class);
        } else {
            assertThat(Kql.expression(text, COLUMNS)).hasToString(plan);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s == \"x\" | s in (\"x\")",
                "s != \"x\" | not(s in (\"x\"))",
                "s <> t | (s != t)",
                "s =~ 'X' | s in~ (\"X\")",
                "s !~ t | not((s =~ t))",
                "s == 5 | (s == tostring(5))",
                "n == r | (todouble(n) == r)",
                "r > 1 | (r > todouble(1))",
                "b == 1 | (tolong(b) == 1)",
                "d == 5 | (d == 5)",
                "d.x != \"a\" | not((d[\"x\"] == \"a\"))",
                "d.x =~ \"a\" | tostring(d[\"x\"]) in~ (\"a\")",
                "s !contains 'x' | not(s contains (\"x\"))",
                "s contains_cs t | (s contains_cs t)",
                "s !hassuffix_cs 'x' | not(s hassuffix_cs (\"x\"))",
                "d startswith d.x | (tostring(d) startswith tostring(d[\"x\"]))",
                "s matches regex @'\\d+' | s matches regex (\"\\\\d+\")",
                "s in ('a', \"b\", t, 5) | (s in (\"a\", \"b\", \"5\") or (s == t))",
                "s !in~ ('a', dynamic(['b', 1])) | not(s in~ (\"a\", \"b\"))",
                "s in~ (d) | (s in~ d)",
                "n in (d, 1) | ((n in d) or (n == 1))",
                "n in () | false",
                "s has_any ('a', dynamic(['b', 1]), t, d) | (s has (\"a\", \"b\", \"1\") or ((s has t) or (s has_any d)))",
                "s has_all ('a', t) | (s has (\"a\") and (s has t))",
                "s has_all () | true",
                "n !between (1 .. m) | not(((n >= 1) and (n <= m)))",
                "Timestamp between (datetime(2020-01-01) .. 1d) | ((Timestamp >= datetime(2020-01-01T00:00:00.0000000Z)) and (Timestamp <= (datetime(2020-01-01T00:00:00.0000000Z) + time(1.00:00:00))))",
                "span * 2 | (2 * span)",
            })
    void operatorsMeanWhatTypesSay(String text, String plan) {
        assertThat(Kql.expression(text, COLUMNS)).hasToString(plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "isempty(s) | s in (\"\")",
                "isempty(n) | isnull(n)",
                "isnotempty(d.x) | not(tostring(d[\"x\"]) in (\"\"))",
                "notnull(n) | not(isnull(n))",
                "iff(b, n, r) | case(b, todouble(n), r)",
                "iif(b, 's', d.x) | case(b, \"s\", tostring(d[\"x\"]))",
                "case(b, 1, c, 2, d) | case(b, 1, c, 2, tolong(d))",
                "coalesce(d.x, d.y) | coalesce(d[\"x\"], d[\"y\"])",
                "toreal(n) | todouble(n)",
                "tolong(n) | n",
                "todatetime(d.t) | todatetime(tostring(d[\"t\"]))",
                "todynamic(s).x[0]['a b'] | parse_json(s)[\"x\"][0][\"a b\"]",
                "hourofday(Timestamp) | datetime_part(\"hour\", Timestamp)",
                "startofday(Timestamp) | startofday(Timestamp, 0)",
                "substring(s, 1) | substring(s, 1, 9223372036854775807)",
                "indexof(n, 5) | indexof(tostring(n), \"5\", 0, -1, 1)",
                "round(n) | round(todouble(n), 0)",
                "extract('(a)', 1, s, typeof(long)) | tolong(extract(\"(a)\", 1, s))",
                "extract_all('(a)(?P<x>b)', s) | extract_all(\"(a)(?P<x>b)\", s, 1, 2)",
                "extract_all('(a)(?P<x>b)', dynamic(['x', 1]), s) | extract_all(\"(a)(?P<x>b)\", s, 2, 1)",
                "countof(s, 'a', 'regex') | countof(s, \"a\", \"regex\")",
                "ipv4_is_in_any_range(s, '10.0.0.0/8', '1.1.1.1') | ipv4_is_in_any_range(s, dynamic([\"10.0.0.0/8\",\"1.1.1.1\"]))",
                "make_datetime(2020, 1, 2) | make_datetime(2020, 1, 2, 0, 0, 0.0)",
                "pack('k', n) | bag_pack(\"k\", n)",
                "strcat(s, n, 5) | strcat(s, tostring(n), \"5\")",
            })
    void functionsHaveTheirDefaultsAndConversionsWrittenOut(String text, String plan) {
        assertThat(Kql.expression(text, COLUMNS)).hasToString(plan);
    }

    @Test
    void aNameIsFirstAColumnAndThenInsideOfOne() {
        assertThat(Kql.expression("process.file.name", COLUMNS))
                .isEqualTo(new Expr.Column("process.file.name", Type.STRING));
        assertThat(Kql.expression("['process.file.name']", COLUMNS))
                .isEqualTo(new Expr.Column("process.file.name", Type.STRING));
        assertThat(Kql.expression("['a b']", COLUMNS)).isEqualTo(new Expr.Column("a b", Type.STRING));
        assertThat(Kql.expression("d.x.['y z']", COLUMNS)).hasToString("d[\"x\"][\"y z\"]");
        assertThat(Kql.expression("d[s]", COLUMNS)).hasToString("d[s]");
    }

    @Test
    void pathsAreKnownBeforeTypes() {
        Kql kql = Kql.parse("coalesce(a.b, parse_json(c).x, properties['File Name'], a.b, ['p.q']) == typo[n - 1].y");

        assertThat(kql.paths())
                .containsExactly(
                        List.of("a", "b"),
                        List.of("c"),
                        List.of("properties", "File Name"),
                        List.of("p.q"),
                        List.of("typo"),
                        List.of("n"));
    }

    @Test
    void anExpressionMayBeNothingButAName() {
        assertThat(Kql.parse(" (process.file['name']) ").name()).contains(List.of("process", "file", "name"));
        assertThat(Kql.parse("d[0].x").name()).isEmpty();
    }

    @Test
    void longListsAndChainsAreNotDeep() {
        String chain = "n == 0" + " or n == 1".repeat(5_000);
        String list = "s in ('a'" + ", 'b'".repeat(10_000) + ")";

        assertThat(Kql.expression(chain, COLUMNS).type()).isEqualTo(Type.BOOL);
        assertThat(((Expr.Match) Kql.expression(list, COLUMNS)).literals()).hasSize(10_001);
    }

    @Test
    void commentsAndLinesAreBlanks() {
        assertThat(Kql.expression("n // the first\n\t + m", COLUMNS)).hasToString("(n + m)");
    }
}
