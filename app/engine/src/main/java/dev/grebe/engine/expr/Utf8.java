package dev.grebe.engine.expr;

/**
 * Code points in bytes of UTF-8. What is no UTF-8, which no STRING is, counts byte by byte as U+FFFD or as something else;
 * nothing is read outside of the bounds given.
 */
final class Utf8 {
    private static final int REPLACEMENT = 0xfffd;
    private static final int MOST_TAILS = 3;

    private Utf8() {}

    static boolean isAscii(byte[] bytes, int start, int end) {
        int all = 0;
        for (int i = start; i < end; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    /** Whether the byte continues a code point. */
    static boolean isTail(byte b) {
        return (b & 0xc0) == 0x80;
    }

    /** The number of code points. */
    static long count(byte[] bytes, int start, int end) {
        int tails = 0;
        for (int i = start; i < end; i++) {
            tails += isTail(bytes[i]) ? 1 : 0;
        }
        return (long) end - start - tails;
    }

    /** Where the code point after that at {@code at} begins: beyond {@code at}, at most at {@code end}. */
    static int next(byte[] bytes, int at, int end) {
        int next = at + 1;
        while (next < end && isTail(bytes[next])) {
            next++;
        }
        return next;
    }

    /** Where the code point before {@code at} begins: before {@code at}, at least at {@code start}. */
    static int previous(byte[] bytes, int start, int at) {
        int previous = at - 1;
        while (previous > start && isTail(bytes[previous])) {
            previous--;
        }
        return previous;
    }

    /** Where the code point of that number, counted from {@code start}, begins; {@code end} if there are not so many. */
    static int skip(byte[] bytes, int start, int end, long codePoints) {
        int at = start;
        for (long left = codePoints; left > 0 && at < end; left--) {
            at = next(bytes, at, end);
        }
        return at;
    }

    /** The code point whose bytes begin at {@code at}. */
    static int codePoint(byte[] bytes, int at, int end) {
        int lead = bytes[at];
        if (lead >= 0) {
            return lead;
        }
        int tails = next(bytes, at, end) - at - 1;
        int expected = (lead & 0xe0) == 0xc0 ? 1 : (lead & 0xf0) == 0xe0 ? 2 : (lead & 0xf8) == 0xf0 ? MOST_TAILS : 0;
        if (expected == 0 || tails != expected) {
            return REPLACEMENT;
        }
        int codePoint = lead & 0x3f >> expected;
        for (int i = 1; i <= expected; i++) {
            codePoint = codePoint << 6 | bytes[at + i] & 0x3f;
        }
        boolean isScalar = Character.isValidCodePoint(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        return isScalar ? codePoint : REPLACEMENT;
    }
}
