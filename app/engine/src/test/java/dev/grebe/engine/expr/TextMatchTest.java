package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ArrayBatch.Form;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextMatchTest {
    @Test
    void foldsNoLettersButAToZ() {
        ArrayBatch batch = ArrayBatch.of(
                Type.STRING, "CMD.EXE", "cmd.exe", "\u212amd.exe", "\u00c4", "\u00e4", "[", "{", "cmd.ex", "");

        assertThat(Evaluation.kept(text("x").inIgnoringCase("Cmd.Exe"), batch)).containsExactly(0, 1);
        assertThat(Evaluation.kept(text("x").inIgnoringCase("kmd.exe", "\u00e4"), batch))
                .containsExactly(4);
        assertThat(Evaluation.kept(text("x").inIgnoringCase("{"), batch)).containsExactly(6);
        assertThat(Evaluation.kept(text("x").isNotIgnoringCase("cmd.exe"), batch))
                .contains(2, 3, 8);
    }

    @Test
    void emptyTextIsAValue() {
        ArrayBatch batch = ArrayBatch.of(Type.STRING, "", "a");

        assertThat(Evaluation.kept(text("x").is(""), batch)).containsExactly(0);
        assertThat(Evaluation.kept(text("x").in("", "b"), batch)).containsExactly(0);
        assertThat(Evaluation.kept(text("x").isNot(""), batch)).containsExactly(1);
        assertThat(Evaluation.kept(text("x").contains(""), batch)).containsExactly(0, 1);
        assertThat(Evaluation.kept(text("x").startsWith(""), batch)).containsExactly(0, 1);
        assertThat(Evaluation.kept(text("x").endsWith("", "z"), batch)).containsExactly(0, 1);
    }

    @Test
    void halfASurrogatePairMatchesNothing() {
        ArrayBatch batch = ArrayBatch.of(Type.STRING, "?", "a?");

        assertThat(Evaluation.kept(text("x").contains("\ud800"), batch)).isEmpty();
        assertThat(Evaluation.kept(text("x").in("\ud800"), batch)).isEmpty();
        assertThat(Evaluation.kept(text("x").isNot("\ud800"), batch)).containsExactly(0, 1);
    }

    /** Against String's own methods on ASCII, where lower case is the same. */
    @ParameterizedTest
    @EnumSource(
            value = Op.class,
            names = {"EQUALS", "CONTAINS", "STARTS_WITH", "ENDS_WITH"})
    void findsWhatStringFinds(Op op) {
        Random random = new Random(op.name().length());
        for (int round = 0; round < 300; round++) {
            boolean ignoreCase = random.nextBoolean();
            List<Object> texts = new ArrayList<>();
            List<String> literals = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                texts.add(word(random, 6));
            }
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                literals.add(word(random, 3));
            }
            ArrayBatch batch = new ArrayBatch(20).with("x", Type.STRING, Form.PLAIN, texts);
            Expr match = new Expr.Match(text("x"), op, ignoreCase, literals);

            assertThat(Evaluation.of(match, batch))
                    .as("%s in %s", match, texts)
                    .isEqualTo(texts.stream()
                            .map(text -> (Object) literals.stream()
                                    .anyMatch(literal ->
                                            found(op, folded(text, ignoreCase), folded(literal, ignoreCase))))
                            .toList());
        }
    }

    private static String word(Random random, int most) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            word.append("abAB\u00e9[".charAt(random.nextInt(6)));
        }
        return word.toString();
    }

    private static String folded(Object text, boolean ignoreCase) {
        return ignoreCase ? text.toString().toLowerCase(Locale.ROOT) : text.toString();
    }

    private static boolean found(Op op, String text, String literal) {
        return switch (op) {
            case EQUALS -> text.equals(literal);
            case CONTAINS -> text.contains(literal);
            case STARTS_WITH -> text.startsWith(literal);
            case ENDS_WITH -> text.endsWith(literal);
            case HAS, HAS_PREFIX, HAS_SUFFIX, REGEX -> throw new IllegalArgumentException(op + " is not String's");
        };
    }

    @Test
    void aDictionaryEntryIsMatchedOnceOverAllBatchesOfASplit() {
        Column dictionary = ArrayBatch.column(Type.STRING, List.of("a", "b", "never used"), Selection.all(3));
        ArrayBatch first = coded(dictionary, "a", "a", "b");
        ArrayBatch second = coded(dictionary, "b", "a", "b");
        List<String> judged = new ArrayList<>();
        TextMatch match = new TextMatch(
                (batch, rows) -> batch.column(0, rows),
                (bytes, start, length) -> {
                    judged.add(new String(bytes, start, length, StandardCharsets.UTF_8));
                    return bytes[start] == 'b';
                },
                true);

        assertThat(ArrayBatch.rows(match.filter(first, Selection.all(3)))).containsExactly(2);
        assertThat(ArrayBatch.rows(match.filter(second, Selection.all(3)))).containsExactly(0, 2);
        assertThat(judged).containsExactly("a", "b");
    }

    @Test
    void verdictsEndWithTheirDictionary() {
        Column ab = ArrayBatch.column(Type.STRING, List.of("a", "b"), Selection.all(2));
        Column ba = ArrayBatch.column(Type.STRING, List.of("b", "a"), Selection.all(2));
        Condition condition = coded(ab, "a").compiler().condition(text("x").is("a"));

        assertThat(ArrayBatch.rows(condition.filter(coded(ab, "a", "b"), Selection.all(2))))
                .containsExactly(0);
        assertThat(ArrayBatch.rows(condition.filter(coded(ba, "a", "b"), Selection.all(2))))
                .containsExactly(0);
    }

    private static ArrayBatch coded(Column dictionary, String... texts) {
        return new ArrayBatch(texts.length)
                .with("x", Type.STRING, Form.DICTIONARY, List.of((Object[]) texts), dictionary);
    }

    @Test
    void aWordIsNotCut() {
        ArrayBatch batch = ArrayBatch.of(
                Type.STRING, "a.doc", "a.docm", "adoc b", "DOC", "do.c", "\u00e9doc", "_doc_", "doc\u0663", "");

        assertThat(Evaluation.kept(text("x").has("doc"), batch)).containsExactly(0, 3, 6);
        assertThat(Evaluation.kept(text("x").has(".doc"), batch)).containsExactly(0);
        assertThat(Evaluation.kept(text("x").has("."), batch)).containsExactly(0, 1, 4);
        assertThat(Evaluation.kept(match(Op.HAS_PREFIX, true, "doc"), batch)).containsExactly(0, 1, 3, 6, 7);
        assertThat(Evaluation.kept(match(Op.HAS_SUFFIX, true, "doc"), batch)).containsExactly(0, 2, 3, 5, 6);
        assertThat(Evaluation.kept(match(Op.HAS, false, "DOC"), batch)).containsExactly(3);
        assertThat(Evaluation.kept(text("x").has(""), batch)).hasSize(9);
    }

    @Test
    void aWordMayStandBehindWhereItIsCut() {
        ArrayBatch batch = ArrayBatch.of(Type.STRING, "aaa aa", "xab ab", "aaaa");

        assertThat(Evaluation.kept(text("x").has("aa", "ab"), batch)).containsExactly(0, 1);
    }

    /** The literal as a column of the row gives the same as the literal. */
    @ParameterizedTest
    @EnumSource(
            value = Op.class,
            names = {"EQUALS", "REGEX"},
            mode = EnumSource.Mode.EXCLUDE)
    void textOfTheRowIsFoundAsALiteralIs(Op op) {
        Random random = new Random(op.name().length());
        for (int round = 0; round < 2000; round++) {
            String text = pieces(random, 8);
            String literal = pieces(random, 3);
            boolean ignoreCase = random.nextBoolean();
            Function function = Function.valueOf(op.name() + (ignoreCase ? "" : "_CS"));

            assertThat(Evaluation.of(function, literal(text), literal(literal)))
                    .as("%s %s %s", text, function, literal)
                    .isEqualTo(Evaluation.of(new Expr.Match(literal(text), op, ignoreCase, List.of(literal))));
        }
    }

    private static String pieces(Random random, int most) {
        String[] pieces = {"a", "A", "b", " ", ".", "\u00e9", "\ud83d\udc4b", "_", "1"};
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            word.append(pieces[random.nextInt(pieces.length)]);
        }
        return word.toString();
    }

    private static Expr match(Op op, boolean ignoreCase, String... literals) {
        return new Expr.Match(text("x"), op, ignoreCase, List.of(literals));
    }
}
