package dev.grebe.testing;

import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of networks as numbers of 32 or 128 bits. */
final class NaiveAddresses {
    private static final int BITS = 32;
    private static final int LONG_BITS = 128;
    private static final String BYTE = "(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern SHORT = Pattern.compile("BYTE\\.BYTE\\.BYTE\\.BYTE".replace("BYTE", BYTE));
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final BigInteger IPV4_IN_IPV6 = BigInteger.valueOf(0xffff).shiftLeft(BITS);

    private NaiveAddresses() {}

    /** An address without what its prefix masks. */
    private record Address(BigInteger number, int prefix, int bits) {
        boolean agrees(Address other, int firstBits) {
            return number.shiftRight(bits - firstBits).equals(other.number().shiftRight(bits - firstBits));
        }

        Address masked() {
            BigInteger kept = number.shiftRight(bits - prefix).shiftLeft(bits - prefix);
            return new Address(kept, prefix, bits);
        }
    }

    static @Nullable Long number(String text) {
        Address address = ipv4(text);
        return address == null ? null : (Long) address.masked().number().longValueExact();
    }

    static @Nullable Boolean isPrivate(String text) {
        Boolean isPrivate = false;
        for (String range : List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")) {
            isPrivate = NaiveLogic.or(isPrivate, isInRange(text, range, BITS));
        }
        return isPrivate;
    }

    static @Nullable Boolean isMatch(NaiveArgs args, int bits) {
        Address left = address(args.text(0), bits);
        Address right = address(args.text(1), bits);
        if (left == null || right == null || args.whole(2) < 0 || args.whole(2) > bits) {
            return null;
        }
        return left.agrees(right, Math.min((int) args.whole(2), Math.min(left.prefix(), right.prefix())));
    }

    static @Nullable Boolean isInRange(String text, String range, int bits) {
        Address left = address(text, bits);
        Address right = address(range, bits);
        return left == null || right == null ? null : (Boolean) left.masked().agrees(right, right.prefix());
    }

    static @Nullable Boolean isInAnyRange(String text, NaiveJson ranges) {
        if (!ranges.isArray()) {
            return null;
        }
        Boolean isIn = false;
        for (NaiveJson range : ranges.elements()) {
            isIn = NaiveLogic.or(isIn, isInRange(text, range.print(), BITS));
        }
        return isIn;
    }

    private static @Nullable Address address(String text, int bits) {
        return bits == BITS ? ipv4(text) : ipv6(text);
    }

    private static @Nullable Address ipv4(String text) {
        int prefix = prefix(text, BITS);
        String bytes = withoutPrefix(text);
        if (prefix < 0 || !SHORT.matches(bytes)) {
            return null;
        }
        return new Address(bytes(bytes), prefix, BITS);
    }

    private static BigInteger bytes(String text) {
        BigInteger number = BigInteger.ZERO;
        for (String part : text.split("\\.", -1)) {
            number = number.shiftLeft(8).add(new BigInteger(part));
        }
        return number;
    }

    private static @Nullable Address ipv6(String text) {
        String inside = text.startsWith("::") ? text.substring(2) : text;
        if (SHORT.matches(withoutPrefix(inside))) {
            Address address = ipv4(inside);
            return address == null
                    ? null
                    : new Address(address.number().add(IPV4_IN_IPV6), address.prefix() + LONG_BITS - BITS, LONG_BITS);
        }
        int prefix = prefix(text, LONG_BITS);
        BigInteger number = groups(withoutPrefix(text));
        return prefix < 0 || number == null ? null : new Address(number, prefix, LONG_BITS);
    }

    /** The number of eight groups, of which {@code ::} stands for one or more that are 0. */
    private static @Nullable BigInteger groups(String text) {
        int gap = text.indexOf("::");
        List<Integer> left = gap < 0 ? list(text) : list(text.substring(0, gap));
        List<Integer> right = gap < 0 ? List.of() : list(text.substring(gap + 2));
        int missing = left == null || right == null ? -1 : 8 - left.size() - right.size();
        boolean isEndBeforeGap = gap >= 0 && text.substring(0, gap).contains(".");
        if (left == null || right == null || isEndBeforeGap || (gap < 0 ? missing != 0 : missing < 1)) {
            return null;
        }
        List<Integer> all = new ArrayList<>(left);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(right);
        BigInteger number = BigInteger.ZERO;
        for (int group : all) {
            number = number.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return number;
    }

    /** Groups between colons, the last two perhaps as an IPv4 address; null if it is none. */
    private static @Nullable List<Integer> list(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            if (GROUP.matches(parts[i])) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else if (isLast && SHORT.matches(parts[i])) {
                int number = bytes(parts[i]).intValue();
                groups.add(number >>> 16);
                groups.add(number & 0xffff);
            } else {
                return null;
            }
        }
        return groups;
    }

    /** The prefix, all bits if there is none, -1 if there is a wrong one. */
    private static int prefix(String text, int bits) {
        if (!text.contains("/")) {
            return bits;
        }
        String digits = text.substring(text.indexOf('/') + 1);
        boolean isNumber = Pattern.matches("0|[1-9][0-9]{0,2}", digits);
        return isNumber && Integer.parseInt(digits) <= bits ? Integer.parseInt(digits) : -1;
    }

    private static String withoutPrefix(String text) {
        return text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
    }
}
