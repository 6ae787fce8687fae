package dev.grebe.engine.expr;

/** A-Z to a-z on bytes of UTF-8; no other byte changes, and those of longer sequences are all above 127. */
final class Folding {
    private static final byte[] LOWER = new byte[256];

    static {
        for (int b = 0; b < 256; b++) {
            LOWER[b] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
        }
    }

    private Folding() {}

    static byte lower(byte b) {
        return LOWER[b & 0xff];
    }

    static byte upper(byte b) {
        return (byte) (b >= 'a' && b <= 'z' ? b - 32 : b);
    }

    static byte[] fold(byte[] bytes, boolean ignoreCase) {
        byte[] folded = bytes.clone();
        for (int i = 0; ignoreCase && i < folded.length; i++) {
            folded[i] = lower(folded[i]);
        }
        return folded;
    }

    /** Whether the bytes from {@code start} on, of which there are enough, are those of the folded literal. */
    static boolean matches(byte[] bytes, int start, byte[] literal, boolean ignoreCase) {
        if (ignoreCase) {
            for (int i = 0; i < literal.length; i++) {
                if (LOWER[bytes[start + i] & 0xff] != literal[i]) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < literal.length; i++) {
            if (bytes[start + i] != literal[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether two texts are equal. */
    static boolean equal(
            byte[] left, int leftStart, int leftLength, byte[] right, int rightStart, int rightLength, boolean fold) {
        if (leftLength != rightLength) {
            return false;
        }
        for (int i = 0; i < leftLength; i++) {
            byte a = left[leftStart + i];
            byte b = right[rightStart + i];
            if (a != b && (!fold || LOWER[a & 0xff] != LOWER[b & 0xff])) {
                return false;
            }
        }
        return true;
    }
}
