package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "cmd.exe /c whoami", "Zürich", "東京", "😀", "0123456é", "0123456789é012345678"})
    void textIsValid(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 0", // a tail without a head
        "61C0AF, 1", // overlong
        "E08080, 0", // overlong
        "F0808080, 0", // overlong
        "EDA080, 0", // half a surrogate pair
        "F4908080, 0", // beyond U+10FFFF
        "FF, 0",
        "6161616161616161C3, 8", // cut
        "61E282, 1", // cut
        "E28261, 0"
    })
    void firstByteThatIsNoTextIsFound(String hex, int expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    @Test
    void bytesAroundAreNotRead() {
        byte[] bytes = {(byte) 0xc3, 'a', 'b', (byte) 0xa9};
        assertThat(Utf8.isValid(bytes, 1, 3)).isTrue();
    }

    @Test
    void randomBytesAreJudgedAsTheLibraryDoes() {
        Random random = new Random(20200920);
        int[] likely = {'a', 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xe2, 0xed, 0xf0, 0xf4};
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) likely[random.nextInt(likely.length)];
            }
            assertThat(Utf8.isValid(bytes, 0, bytes.length))
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(isText(bytes));
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
