package dev.grebe.storage;

import java.util.List;

/** What names of files and folders say, and how they are ordered. */
final class Names {
    /** How Flink, Hadoop and many others call a file until it is complete. */
    private static final List<String> LEFTOVERS = List.of(".inprogress", "._COPYING_", ".tmp");

    private Names() {}

    static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    /** Whether a writer left it unfinished; a path that ends so means it. */
    static boolean isLeftover(String name, String path) {
        return LEFTOVERS.stream().anyMatch(end -> name.endsWith(end) && !path.endsWith(end));
    }

    static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The order of the UTF-8 bytes: that of the characters, but surrogates stand for the greatest ones. */
    static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogate = Character.isSurrogate(a);
                return surrogate == Character.isSurrogate(b) ? a - b : surrogate ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
