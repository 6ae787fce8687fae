package dev.grebe.engine.expr;

import dev.grebe.plan.Function;
import dev.grebe.plan.Type;

/**
 * Reads numbers and truth values from text or from the scalars that JSON holds, as {@link Function#TO_LONG} and its kin
 * say. For one worker: what was read stays here until the next is.
 */
final class Scalars {
    private static final double LEAST = -0x1p63;
    private static final double BEYOND = 0x1p63;

    private final boolean isJson;
    private final Numerals numerals = new Numerals();
    private final TextBuffer unescaped = new TextBuffer();
    private long whole;
    private double real;
    private boolean truth;

    /** @param from STRING or DYNAMIC */
    Scalars(Type from) {
        isJson = from == Type.DYNAMIC;
    }

    long whole() {
        return whole;
    }

    double real() {
        return real;
    }

    boolean truth() {
        return truth;
    }

    boolean readLong(byte[] bytes, int start, int length) {
        if (!isJson) {
            return longOfText(bytes, start, length);
        }
        return switch (JsonKind.of(bytes, start, length)) {
            case BOOL -> isLong(bytes[start] == 't' ? 1 : 0);
            case TEXT -> unescape(bytes, start, length) && longOfText(unescaped.bytes(), 0, unescaped.length());
            case NUMBER -> longOfNumber(bytes, start, length);
            case NULL, ARRAY, BAG -> false;
        };
    }

    private boolean longOfText(byte[] bytes, int start, int length) {
        boolean found = numerals.readWhole(bytes, start, length) || numerals.readHexadecimal(bytes, start, length);
        return found && isLong(numerals.whole());
    }

    private boolean longOfNumber(byte[] bytes, int start, int length) {
        if (numerals.readWhole(bytes, start, length)) {
            return isLong(numerals.whole());
        }
        boolean isReal = !isWhole(bytes, start, length) && numerals.readReal(bytes, start, length);
        double value = numerals.real();
        return isReal && value >= LEAST && value < BEYOND && isLong((long) value);
    }

    /** Whether the JSON number has neither fraction nor exponent. */
    private static boolean isWhole(byte[] bytes, int start, int length) {
        for (int at = start; at < start + length; at++) {
            if (bytes[at] == '.' || (bytes[at] | 0x20) == 'e') {
                return false;
            }
        }
        return true;
    }

    private boolean isLong(long value) {
        whole = value;
        return true;
    }

    boolean readDouble(byte[] bytes, int start, int length) {
        if (!isJson) {
            return doubleOfText(bytes, start, length);
        }
        return switch (JsonKind.of(bytes, start, length)) {
            case BOOL -> isDouble(bytes[start] == 't' ? 1 : 0);
            case TEXT -> unescape(bytes, start, length) && doubleOfText(unescaped.bytes(), 0, unescaped.length());
            case NUMBER -> numerals.readReal(bytes, start, length) && isDouble(numerals.real());
            case NULL, ARRAY, BAG -> false;
        };
    }

    private boolean doubleOfText(byte[] bytes, int start, int length) {
        if (numerals.readReal(bytes, start, length)) {
            return isDouble(numerals.real());
        } else if (isWord("nan", bytes, start, length)) {
            return isDouble(Double.NaN);
        } else if (isWord("inf", bytes, start, length) || isWord("+inf", bytes, start, length)) {
            return isDouble(Double.POSITIVE_INFINITY);
        }
        return isWord("-inf", bytes, start, length) && isDouble(Double.NEGATIVE_INFINITY);
    }

    private boolean isDouble(double value) {
        real = value;
        return true;
    }

    boolean readBool(byte[] bytes, int start, int length) {
        if (!isJson) {
            return boolOfText(bytes, start, length);
        }
        return switch (JsonKind.of(bytes, start, length)) {
            case BOOL -> isTruth(bytes[start] == 't');
            case TEXT -> unescape(bytes, start, length) && boolOfText(unescaped.bytes(), 0, unescaped.length());
            case NUMBER -> numerals.readReal(bytes, start, length) && isTruth(numerals.real() != 0);
            case NULL, ARRAY, BAG -> false;
        };
    }

    private boolean boolOfText(byte[] bytes, int start, int length) {
        if (isWord("true", bytes, start, length) || isWord("1", bytes, start, length)) {
            return isTruth(true);
        }
        boolean isFalse = isWord("false", bytes, start, length) || isWord("0", bytes, start, length);
        return isFalse && isTruth(false);
    }

    private boolean isTruth(boolean value) {
        truth = value;
        return true;
    }

    private boolean unescape(byte[] json, int start, int length) {
        unescaped.clear();
        JsonText.write(json, start, length, unescaped);
        return true;
    }

    /** In any ASCII case. */
    static boolean isWord(String word, byte[] bytes, int start, int length) {
        boolean found = length == word.length();
        for (int i = 0; found && i < length; i++) {
            found = Folding.lower(bytes[start + i]) == word.charAt(i);
        }
        return found;
    }
}
