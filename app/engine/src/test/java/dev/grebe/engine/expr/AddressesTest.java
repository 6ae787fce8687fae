package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4/",
                "1.2.3.4/33",
                "1.2.3.4/08",
                "1.2.3.4 ",
                "+1.2.3.4",
                "1..2.3",
                ".1.2.3.4",
                "1.2.3.4/-1",
                "99999999999.1.1.1",
                "::1",
                "1.2.3.4/8/8",
                "\u0661.2.3.4"
            })
    void whatIsNoIpv4AddressIsNull(String text) {
        assertThat(of(Function.PARSE_IPV4, text)).isNull();
        assertThat(of(Function.IPV4_IS_PRIVATE, text)).isNull();
    }

    @Test
    void thePrefixMasksAnIpv4Address() {
        assertThat(of(Function.PARSE_IPV4, "255.255.255.255")).isEqualTo(0xffffffffL);
        assertThat(of(Function.PARSE_IPV4, "255.255.255.255/0")).isEqualTo(0L);
        assertThat(of(Function.PARSE_IPV4, "10.1.2.3/9")).isEqualTo(0x0a000000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ":", ":::", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1::2::3",
                "12345::", "g::", "::1%eth0", "::1/129", "::1/01", "1.2.3.4/33", "::1.2.3.4/33", "::1.2.3",
                        "1::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4", "[::1]", " ::1", "::1 ", "1:::2", "::/"
            })
    void whatIsNoIpv6AddressIsNull(String text) {
        assertThat(of(Function.IPV6_IS_IN_RANGE, text, "::/0")).isNull();
        assertThat(of(Function.IPV6_IS_IN_RANGE, "::", text)).isNull();
    }

    @Test
    void ipv4IsMappedIntoIpv6() {
        assertThat(isSame("1.2.3.4", "::ffff:102:304")).isEqualTo(true);
        assertThat(isSame("::1.2.3.4", "::ffff:102:304")).isEqualTo(true);
        assertThat(isSame("::102:304", "::ffff:102:304")).isEqualTo(false);
        assertThat(isSame("64:ff9b::1.2.3.4", "64:ff9b:0:0:0:0:102:304")).isEqualTo(true);
        assertThat(isSame("::ffff:1.2.3.4/96", "::ffff:0:0")).isEqualTo(true);
    }

    @Test
    void theShortestPrefixCountsInAMatch() {
        assertThat(match(Function.IPV4_IS_MATCH, "10.0.0.1/24", "10.0.1.1/16", 32))
                .isEqualTo(true);
        assertThat(match(Function.IPV4_IS_MATCH, "10.0.0.1", "11.0.0.1", 7)).isEqualTo(true);
        assertThat(match(Function.IPV4_IS_MATCH, "10.0.0.1", "11.0.0.1", 8)).isEqualTo(false);
        assertThat(match(Function.IPV4_IS_MATCH, "10.0.0.1", "10.0.0.1", 33)).isNull();
        assertThat(match(Function.IPV4_IS_MATCH, "10.0.0.1", "10.0.0.1", -1)).isNull();
        assertThat(match(Function.IPV6_IS_MATCH, "fe80::1", "fe81::1", 15)).isEqualTo(true);
        assertThat(match(Function.IPV6_IS_MATCH, "fe80::1", "fe81::1", 16)).isEqualTo(false);
        assertThat(match(Function.IPV6_IS_MATCH, "1::1", "1::2", 127)).isEqualTo(false);
        assertThat(match(Function.IPV6_IS_MATCH, "1::1", "1::2", 126)).isEqualTo(true);
        assertThat(match(Function.IPV6_IS_MATCH, "1::", "1::", 129)).isNull();
        assertThat(match(Function.IPV6_IS_MATCH, "1::", "2::", 0)).isEqualTo(true);
    }

    @Test
    void anAddressIsMaskedBeforeItIsLookedForInARange() {
        assertThat(of(Function.IPV4_IS_IN_RANGE, "10.0.0.5/8", "10.0.0.0/24")).isEqualTo(true);
        assertThat(of(Function.IPV4_IS_IN_RANGE, "10.0.1.5/8", "10.0.1.0/24")).isEqualTo(false);
        assertThat(of(Function.IPV4_IS_IN_RANGE, "10.0.1.5", "10.0.0.0/0")).isEqualTo(true);
    }

    @Test
    void oneRangeIsEnoughAndABadOneMakesTheOthersUnsure() {
        assertThat(any("10.1.2.3", "[\"x\",\"10.0.0.0/8\"]")).isEqualTo(true);
        assertThat(any("10.1.2.3", "[\"x\",\"11.0.0.0/8\"]")).isNull();
        assertThat(any("10.1.2.3", "[\"11.0.0.0/8\",null]")).isNull();
        assertThat(any("10.1.2.3", "[]")).isEqualTo(false);
        assertThat(any("x", "[]")).isEqualTo(false);
        assertThat(any("x", "[\"0.0.0.0/0\"]")).isNull();
        assertThat(any("10.1.2.3", "\"10.0.0.0/8\"")).isNull();
    }

    /** What Java writes and shortened forms of it are the same address. */
    @Test
    void ipv6AddressesAreReadAsJavaReadsThem() throws UnknownHostException {
        Random random = new Random(6);
        Address address = new Address();
        for (int round = 0; round < 2000; round++) {
            byte[] bits = new byte[16];
            for (int i = 0; i < bits.length; i += 2) {
                bits[i + 1] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
            }
            bits[0] = 1;
            String text = InetAddress.getByAddress(bits).getHostAddress();
            int zeros = text.indexOf(":0:0:");
            String shortened = zeros < 0 ? text : text.substring(0, zeros) + "::" + text.substring(zeros + 5);
            byte[] utf8 = shortened.getBytes(StandardCharsets.UTF_8);

            assertThat(address.readV6(utf8, 0, utf8.length)).as(shortened).isTrue();
            assertThat(bytes(address)).as(shortened).isEqualTo(bits);
        }
    }

    private static byte[] bytes(Address address) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            long half = i < 8 ? address.high() : address.low();
            bytes[i] = (byte) (half >> 8 * (7 - i % 8));
        }
        return bytes;
    }

    private static @Nullable Object isSame(String left, String right) {
        return match(Function.IPV6_IS_MATCH, left, right, 128);
    }

    private static @Nullable Object match(Function function, String left, String right, long prefix) {
        return Evaluation.of(function, literal(left), literal(right), literal(prefix));
    }

    private static @Nullable Object any(String address, String ranges) {
        return Evaluation.of(Function.IPV4_IS_IN_ANY_RANGE, literal(address), new Expr.Literal(ranges, Type.DYNAMIC));
    }

    private static @Nullable Object of(Function function, String... texts) {
        return Evaluation.of(
                function, Arrays.stream(texts).map(text -> literal(text)).toArray(Expr[]::new));
    }
}
