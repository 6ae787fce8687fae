package dev.grebe.storage;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for files that are not to be seen yet: they start with a dot, so that listings skip them. */
final class HiddenName {
    // File systems take 255 bytes, which are at least 63 characters.
    private static final int LONGEST = 40;
    private static final int RANDOM_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HiddenName() {}

    static String of(String name) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String start = name.length() <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST / 2));
        return "." + start + "." + HexFormat.of().formatHex(random) + ".tmp";
    }
}
