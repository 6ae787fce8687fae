package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.tostring;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** DYNAMIC values come from the lake, too, and may be anything. */
class HostileJsonTest {
    private static final Expr VALUE = new Expr.Column("x", Type.DYNAMIC);
    private static final List<Expr> QUESTIONS = List.of(
            tostring(VALUE),
            call(Function.MEMBER, VALUE, literal("a")),
            call(Function.ELEMENT, VALUE, literal(-1)),
            call(Function.ARRAY_LENGTH, VALUE),
            call(Function.ARRAY_CONCAT, VALUE, VALUE),
            call(Function.ARRAY_INDEX_OF, VALUE, literal("a"), literal(0), literal(-1), literal(1)),
            call(Function.SET_HAS_ELEMENT, VALUE, literal(1.5)),
            call(Function.DYNAMIC_EQUAL, VALUE, literal("a")),
            call(Function.BAG_PACK, tostring(VALUE), VALUE),
            call(Function.TO_LONG, VALUE),
            call(Function.TO_DOUBLE, VALUE),
            call(Function.TO_BOOL, VALUE),
            call(Function.PARSE_JSON, tostring(VALUE)));

    @Test
    void whatIsNoJsonIsReadWithoutHarm() {
        String alphabet = "[]{}\":,\\u0a1e-. tn";
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder soup = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                soup.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ArrayBatch batch = ArrayBatch.of(Type.DYNAMIC, soup.toString());
            for (Expr question : QUESTIONS) {
                assertThatCode(() -> Evaluation.of(question, batch))
                        .as("%s of %s", question, soup)
                        .doesNotThrowAnyException();
            }
        }
    }

    /** What is parsed once stays as it is. */
    @Test
    void parsingTwiceChangesNothing() {
        String alphabet = "[]{}\":,\\u0a1e-. tn";
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder soup = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                soup.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Object once = parsed(soup.toString());

            assertThat(once == null ? null : parsed((String) once)).isEqualTo(once);
        }
    }

    private static @Nullable Object parsed(String text) {
        return Evaluation.of(Function.PARSE_JSON, literal(text));
    }

    @Test
    @Timeout(10)
    void manyKeysAreComparedByHash() {
        StringBuilder bag = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 200_000; i++) {
            bag.append(",\"").append(i).append("\":").append(i);
        }
        String text = bag.append(",\"k\":1}").toString();

        assertThat((String) parsed(text)).startsWith("{\"k\":1,\"0\":0,").endsWith("\"199999\":199999}");
    }

    @Test
    @Timeout(10)
    void deepNestingIsText() {
        String deep = "[".repeat(1_000_000);

        assertThat(parsed(deep)).isEqualTo("\"" + deep + "\"");
        assertThat(Evaluation.of(Function.ARRAY_LENGTH, literal(deep, Type.DYNAMIC)))
                .isEqualTo(1L);
    }
}
