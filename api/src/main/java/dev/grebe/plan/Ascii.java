package dev.grebe.plan;

/** Text matching as Kusto does it: only A-Z fold. For single values; engines have their own, over bytes. */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        return mapped(text, 'A', 'Z', 32);
    }

    static String upper(String text) {
        return mapped(text, 'a', 'z', -32);
    }

    /** Whether a text may match: exact, but words are not looked at, and any text may match a regular expression. */
    static boolean mayMatch(Expr.Match match, String text) {
        String value = match.ignoreCase() ? lower(text) : text;
        return match.literals().stream()
                .map(literal -> match.ignoreCase() ? lower(literal) : literal)
                .anyMatch(literal -> switch (match.op()) {
                    case EQUALS -> value.equals(literal);
                    case CONTAINS, HAS, HAS_PREFIX, HAS_SUFFIX -> value.contains(literal);
                    case STARTS_WITH -> value.startsWith(literal);
                    case ENDS_WITH -> value.endsWith(literal);
                    case REGEX -> true;
                });
    }

    private static String mapped(String text, char first, char last, int shift) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            mapped.append(c >= first && c <= last ? (char) (c + shift) : c);
        }
        return mapped.toString();
    }
}
