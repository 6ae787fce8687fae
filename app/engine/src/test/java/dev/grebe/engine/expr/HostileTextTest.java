package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that no source should let through, and texts made to cost much. */
class HostileTextTest {
    private static final int ROWS = 200;
    private static final byte[] PIECES = {
        (byte) 0x80,
        (byte) 0xbf,
        (byte) 0xc3,
        (byte) 0xa9,
        (byte) 0xe2,
        (byte) 0xed,
        (byte) 0xf0,
        (byte) 0xff,
        'a',
        '"',
        '\\',
        ' ',
        ':',
        '/',
        '.',
        '1',
        '?',
        '&',
        '[',
        ']',
        '{',
        ','
    };

    @Test
    void bytesThatAreNoUtf8NeitherStopNorBreakAFunction() {
        for (Expr expr : expressions()) {
            Random random = new Random(7);
            for (int round = 0; round < 5; round++) {
                Column.Bytes column = bytes(random);
                assertThatCode(() -> evaluate(expr, column)).as(expr.toString()).doesNotThrowAnyException();
            }
        }
    }

    private static List<Expr> expressions() {
        Expr x = text("x");
        List<Expr> expressions = new ArrayList<>();
        for (RandomCalls.Pattern pattern : patterns()) {
            expressions.add(Expressions.call(
                    pattern.function(),
                    pattern.args().stream()
                            .map(arg -> RandomCalls.isLiteral(arg)
                                    ? RandomCalls.literal(arg, new Random(3))
                                    : arg.equals("LONG") ? Expressions.literal(-2) : x)
                            .toArray(Expr[]::new)));
        }
        for (Op op : Op.values()) {
            expressions.add(new Expr.Match(x, op, false, List.of("a", "[\u00e9\\W]+", "\u00e9")));
        }
        return expressions;
    }

    /** Of functions that take text, numbers and literals. */
    private static List<RandomCalls.Pattern> patterns() {
        List<RandomCalls.Pattern> found = new ArrayList<>();
        for (Type type : Type.values()) {
            RandomCalls.giving(type).stream()
                    .filter(pattern -> pattern.function().cost() == Function.Cost.TEXT)
                    .filter(pattern -> pattern.args().contains("STRING"))
                    .filter(pattern -> pattern.args().stream()
                            .allMatch(arg -> RandomCalls.isLiteral(arg) || arg.equals("STRING") || arg.equals("LONG")))
                    .forEach(found::add);
        }
        return found;
    }

    private static Column.Bytes bytes(Random random) {
        byte[] bytes = new byte[ROWS * 8];
        int[] starts = new int[ROWS];
        int[] lengths = new int[ROWS];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = PIECES[random.nextInt(PIECES.length)];
        }
        for (int row = 0; row < ROWS; row++) {
            starts[row] = random.nextInt(bytes.length - 8);
            lengths[row] = random.nextInt(9);
        }
        return new Column.Bytes(ROWS, bytes, starts, lengths);
    }

    @Test
    void lookingForLongTextInLongTextTakesTimeOfTheirSum() {
        int half = 500_000;
        byte[] text = "a".repeat(2 * half).getBytes(StandardCharsets.UTF_8);
        byte[] other = ("a".repeat(half / 2) + "b" + "a".repeat(half / 2)).getBytes(StandardCharsets.UTF_8);
        Needle needle = new Needle(true);
        long start = System.nanoTime();

        needle.set(other, 0, other.length);
        assertThat(needle.isIn(text, 0, text.length, Words.Edges.BOTH)).isFalse();
        needle.set(text, 0, half);
        needle.in(text, 0, text.length);
        int count = 0;
        while (needle.next() != Needle.ABSENT) {
            count++;
        }

        assertThat(count).isEqualTo(half + 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static void evaluate(Expr expr, Column.Bytes column) {
        new ExprCompiler(List.of(new Field("x", Type.STRING)), Map.of())
                .evaluator(expr)
                .evaluate(batch(column), Selection.all(column.rowCount()));
    }

    private static Batch batch(Column column) {
        return new Batch() {
            @Override
            public int rowCount() {
                return column.rowCount();
            }

            @Override
            public long position(int row) {
                return row;
            }

            @Override
            public Column column(int index, Selection rows) {
                return column;
            }
        };
    }
}
