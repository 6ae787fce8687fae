package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a text in UTF-8 matches one of some literals. Bytes are compared as they are or with A-Z folded, nothing else:
 * UTF-8 synchronises itself, so a valid literal is found only where its code points stand.
 */
interface TextMatcher {
    boolean matches(byte[] bytes, int start, int length);

    static TextMatcher of(Expr.Match match) {
        if (match.op() == Expr.Match.Op.REGEX) {
            return any(match.literals().stream()
                    .map(regex -> new RegexSearch(RegexProgram.of(regex)))
                    .toArray(TextMatcher[]::new));
        }
        // No text of ours holds half a surrogate pair.
        List<byte[]> literals = match.literals().stream()
                .filter(literal -> StandardCharsets.UTF_8.newEncoder().canEncode(literal))
                .map(literal -> Folding.fold(literal.getBytes(StandardCharsets.UTF_8), match.ignoreCase()))
                .toList();
        if (match.op() == Expr.Match.Op.EQUALS) {
            return new TextSet(literals, match.ignoreCase());
        }
        List<TextMatcher> matchers = literals.stream()
                .map(literal -> switch (match.op()) {
                    case EQUALS, REGEX -> throw new IllegalStateException(match.op() + " is done above");
                    case CONTAINS -> new TextSearch(literal, match.ignoreCase());
                    case STARTS_WITH -> TextMatcher.startsWith(literal, match.ignoreCase());
                    case ENDS_WITH -> TextMatcher.endsWith(literal, match.ignoreCase());
                    case HAS -> new WordSearch(literal, match.ignoreCase(), Words.Edges.BOTH);
                    case HAS_PREFIX -> new WordSearch(literal, match.ignoreCase(), Words.Edges.LEFT);
                    case HAS_SUFFIX -> new WordSearch(literal, match.ignoreCase(), Words.Edges.RIGHT);
                })
                .toList();
        return any(matchers.toArray(TextMatcher[]::new));
    }

    private static TextMatcher startsWith(byte[] literal, boolean ignoreCase) {
        return (bytes, start, length) -> length >= literal.length && Folding.matches(bytes, start, literal, ignoreCase);
    }

    private static TextMatcher endsWith(byte[] literal, boolean ignoreCase) {
        return (bytes, start, length) -> length >= literal.length
                && Folding.matches(bytes, start + length - literal.length, literal, ignoreCase);
    }

    private static TextMatcher any(TextMatcher[] matchers) {
        return matchers.length == 1
                ? matchers[0]
                : (bytes, start, length) -> {
                    for (TextMatcher matcher : matchers) {
                        if (matcher.matches(bytes, start, length)) {
                            return true;
                        }
                    }
                    return false;
                };
    }
}
