package dev.grebe.cli;

import dev.grebe.plugin.Visible;

/** Words of a command to copy. */
final class Words {
    private static final String PLAIN = "/._-+=:,@%";

    private Words() {}

    /** The word as a POSIX shell takes it literally, in single quotes if need be. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? word : "'" + Visible.of(word).replace("'", "'\\''") + "'";
    }
}
