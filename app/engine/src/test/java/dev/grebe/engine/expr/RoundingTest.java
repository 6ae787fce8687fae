package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Function;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void halvesOfTheShortestDecimalGoAwayFromZero() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = value(random);
            int digits = random.nextInt(12) - 3;
            TextBuffer text = new TextBuffer();
            DoubleText.write(value, text);
            BigDecimal decimal = new BigDecimal(new String(text.bytes(), 0, text.length(), StandardCharsets.US_ASCII));
            double expected = decimal.setScale(digits, RoundingMode.HALF_UP).doubleValue();

            assertThat(Evaluation.of(Function.ROUND, literal(value), literal(digits)))
                    .as("round(%s, %s)", value, digits)
                    .isEqualTo(expected == 0 ? 0.0 : expected);
        }
    }

    private static double value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> (random.nextInt(2_000_000) - 1_000_000) / 1_000.0;
            case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(30) - 12);
            default -> random.nextInt(100_000) * 5 / 10.0;
        };
    }
}
