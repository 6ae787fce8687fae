package dev.grebe.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text, code point by code point. */
final class NaiveText {
    private NaiveText() {}

    /** A-Z as a-z, nothing else. */
    static String folded(String text) {
        return mapped(text, c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }

    static String mapped(String text, IntUnaryOperator mapping) {
        return text(text.codePoints().map(mapping).toArray());
    }

    private static String text(int... codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    /** {@code has}, with or without a look at either edge. */
    static boolean has(String text, String literal, boolean before, boolean after) {
        int[] whole = text.codePoints().toArray();
        int[] part = literal.codePoints().toArray();
        for (int at = 0; at + part.length <= whole.length; at++) {
            int end = at + part.length;
            boolean cutsBefore =
                    before && part.length > 0 && at > 0 && isAlphanumeric(part[0]) && isAlphanumeric(whole[at - 1]);
            boolean cutsAfter = after
                    && part.length > 0
                    && end < whole.length
                    && isAlphanumeric(part[part.length - 1])
                    && isAlphanumeric(whole[end]);
            if (isAt(whole, part, at) && !cutsBefore && !cutsAfter) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(int[] whole, int[] part, int at) {
        for (int i = 0; i < part.length; i++) {
            if (at + i >= whole.length || whole[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** The arguments from {@code first} on with the delimiter between them. */
    static String joined(NaiveArgs args, String delimiter, int first) {
        List<String> texts = new ArrayList<>();
        for (int i = first; i < args.count(); i++) {
            texts.add(args.text(i));
        }
        return String.join(delimiter, texts);
    }

    static long length(String text) {
        return text.codePoints().count();
    }

    static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static String substring(String text, BigInteger start, BigInteger length) {
        int[] all = text.codePoints().toArray();
        int from = start(start, all.length);
        int to = end(from, length.max(BigInteger.ZERO), all.length);
        return from >= to ? "" : new String(all, from, to - from);
    }

    /** From the end if negative; not before the beginning, nor farther behind the end than it takes to be so. */
    private static int start(BigInteger start, int length) {
        BigInteger from = start.signum() < 0 ? start.add(BigInteger.valueOf(length)) : start;
        return from.max(BigInteger.ZERO).min(BigInteger.valueOf(length + 1L)).intValueExact();
    }

    private static int end(int from, BigInteger length, int most) {
        return BigInteger.valueOf(from)
                .add(length)
                .min(BigInteger.valueOf(most))
                .intValueExact();
    }

    /** {@code indexof}. */
    static @Nullable Long indexOf(NaiveArgs args) {
        int[] text = args.text(0).codePoints().toArray();
        int[] lookup = args.text(1).codePoints().toArray();
        return position(
                text.length,
                lookup.length,
                at -> isAt(text, lookup, at),
                args.integer(2),
                args.integer(3),
                args.integer(4));
    }

    /**
     * Where a match of that size stands for so many times: the first in the range, each later one in a range as long that
     * begins behind the one before.
     *
     * @param size of all that is looked through
     * @param matches whether there is a match at a place
     */
    static @Nullable Long position(
            int size, int matchSize, IntPredicate matches, BigInteger start, BigInteger length, BigInteger occurrence) {
        if (length.compareTo(BigInteger.ONE.negate()) < 0 || occurrence.signum() < 0) {
            return null;
        }
        int from = start(start, size);
        int to = length.signum() < 0 ? size : end(from, length, size);
        long found = 0;
        while (true) {
            int at = from;
            while (at + matchSize <= to && !matches.test(at)) {
                at++;
            }
            if (at + matchSize > to) {
                return -1L;
            }
            found++;
            if (occurrence.equals(BigInteger.valueOf(found))) {
                return (long) at;
            }
            from = at + 1;
            // The range moves behind each occurrence, but for what occurs everywhere.
            to = length.signum() < 0 || matchSize == 0 ? to : end(from, length, size);
        }
    }

    /** {@code split}. */
    static String split(NaiveArgs args) {
        List<String> parts = parts(args.text(0), args.text(1));
        List<Object> wanted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (args.count() == 2 || args.whole(2) == i) {
                wanted.add(parts.get(i));
            }
        }
        return NaiveJson.text(wanted);
    }

    private static List<String> parts(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (!delimiter.isEmpty() && rest.contains(delimiter)) {
            int at = rest.indexOf(delimiter);
            parts.add(rest.substring(0, at));
            rest = rest.substring(at + delimiter.length());
        }
        parts.add(rest);
        return parts;
    }

    static String replace(String text, String lookup, String rewrite) {
        return String.join(rewrite, parts(text, lookup));
    }

    static String reverse(String text) {
        int[] all = text.codePoints().toArray();
        StringBuilder reverse = new StringBuilder();
        for (int i = all.length - 1; i >= 0; i--) {
            reverse.appendCodePoint(all[i]);
        }
        return reverse.toString();
    }

    /** {@code countof}. */
    static long count(String text, String lookup) {
        long count = 0;
        for (int i = 0; i < text.length() && !lookup.isEmpty(); i++) {
            count += text.startsWith(lookup, i) ? 1 : 0;
        }
        return count;
    }

    static String hash(String text, String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
