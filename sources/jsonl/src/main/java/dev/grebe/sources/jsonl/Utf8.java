package dev.grebe.sources.jsonl;

/** Checks text as the Unicode standard has it: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Where the first byte stands that is not valid, or -1. */
    static int firstInvalid(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, end);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** Bytes of the character of several bytes, or 0 if it is not valid. */
    private static int length(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int second = at + 1 < end ? bytes[at + 1] & 0xFF : 0;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return isTail(second) ? 2 : 0;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            int least = lead == 0xE0 ? 0xA0 : 0x80;
            int most = lead == 0xED ? 0x9F : 0xBF;
            return second >= least && second <= most && isTail(bytes, at + 2, end) ? 3 : 0;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            int least = lead == 0xF0 ? 0x90 : 0x80;
            int most = lead == 0xF4 ? 0x8F : 0xBF;
            boolean tails = isTail(bytes, at + 2, end) && isTail(bytes, at + 3, end);
            return second >= least && second <= most && tails ? 4 : 0;
        }
        return 0;
    }

    private static boolean isTail(byte[] bytes, int at, int end) {
        return at < end && isTail(bytes[at]);
    }

    private static boolean isTail(int value) {
        return (value & 0xC0) == 0x80;
    }
}
