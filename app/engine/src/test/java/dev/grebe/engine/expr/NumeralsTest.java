package dev.grebe.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private final Numerals numerals = new Numerals();

    @Test
    void realsAreTheNearestDoubles() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            assertReal(random.nextInt(3) == 0 ? shortDecimal(random) : anyDecimal(random));
        }
    }

    /** Just beyond what is exact: digits, and powers of ten. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992e22",
                "9007199254740993",
                "9007199254740992e23",
                "123456789012345678e-22",
                "0.0000000000000000000000001",
                "1000000000000000000e0",
                "00000000000000000000000001.5",
                "0.00000000000000000000000",
                "123456789012345678901234567890",
                "1e22",
                "1e-22",
                "1e23"
            })
    void realsAtTheEdgeOfTheFastPathAreExact(String text) {
        assertReal(text);
        assertReal("-" + text);
    }

    private void assertReal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(numerals.readReal(bytes, 0, bytes.length)).as(text).isTrue();
        assertThat(numerals.real()).as(text).isEqualTo(Double.parseDouble(text));
    }

    private static String shortDecimal(Random random) {
        return random.nextInt(100_000) + "." + random.nextInt(1_000);
    }

    private static String anyDecimal(Random random) {
        String digits = Long.toString(random.nextLong() >> random.nextInt(63));
        int point = 1 + random.nextInt(digits.length());
        String decimal = digits.substring(0, point) + "." + digits.substring(point);
        String number = decimal.startsWith("-.") ? "-0" + decimal.substring(1) : decimal;
        return random.nextBoolean() ? number : number + "e" + (random.nextInt(700) - 350);
    }
}
