package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "7,7",
        "-7,-7",
        "007,7",
        "7.0,7",
        "-7.000,-7",
        "999999999999999999,999999999999999999",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "000000000000000000000000012,12"
    })
    void wholeNumbersAreRead(String text, long value) {
        byte[] bytes = around(text);

        assertThat(NumberText.isWhole(bytes, 1, bytes.length - 2)).isTrue();
        assertThat(NumberText.whole(bytes, 1, bytes.length - 2)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+7",
                " 7",
                "7 ",
                "1e3",
                "0x10",
                "7.5",
                "7.",
                ".0",
                "--7",
                "7-",
                "1,000",
                "9223372036854775808",
                "-9223372036854775809",
                "9300000000000000000",
                "99999999999999999999",
                "٣"
            })
    void allElseIsNoWholeNumber(String text) {
        byte[] bytes = around(text);

        assertThat(NumberText.isWhole(bytes, 1, bytes.length - 2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "0.1",
                "1.5",
                "-123456.789",
                "1e3",
                "1E-3",
                "2.5e+10",
                "123456789012345678901234567890",
                "4.9e-324",
                "1.7976931348623157e308",
                "1e-400",
                "00.5",
                "NaN",
                "+inf",
                "-inf"
            })
    void numbersAreTheNearestDouble(String text) {
        byte[] bytes = around(text);

        assertThat(NumberText.isNumber(bytes, 1, bytes.length - 2)).isTrue();
        assertThat(NumberText.number(bytes, 1, bytes.length - 2))
                .isEqualTo(Double.valueOf(text.replace("inf", "Infinity")));
    }

    @Test
    void shortNumbersAreTheNearestDoubleToo() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String text = random.nextInt(100_000_000) + "." + random.nextInt(1_000_000);
            byte[] bytes = around(text);

            assertThat(NumberText.number(bytes, 1, bytes.length - 2)).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "e5",
                "1.5.5",
                "0x1p3",
                "1d",
                "1f",
                "nan",
                "inf",
                "Infinity",
                "1e999",
                "1e1000000000",
                " 1",
                "1 ",
                "1,5"
            })
    void allElseIsNoNumber(String text) {
        byte[] bytes = around(text);

        assertThat(NumberText.isNumber(bytes, 1, bytes.length - 2)).isFalse();
    }

    @Test
    void millionsOfDigitsAreNoNumber() {
        byte[] bytes = around("9".repeat(1_000_000));

        assertThat(NumberText.isWhole(bytes, 1, bytes.length - 2)).isFalse();
        assertThat(NumberText.isNumber(bytes, 1, bytes.length - 2)).isFalse();
    }

    /** With bytes on both sides that are not part of it. */
    private static byte[] around(String text) {
        return ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    }
}
