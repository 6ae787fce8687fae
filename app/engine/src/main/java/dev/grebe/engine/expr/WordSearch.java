package dev.grebe.engine.expr;

/** Finds a literal where it cuts no word. */
final class WordSearch implements TextMatcher {
    private final TextSearch search;
    private final int length;
    private final Words.Edges edges;

    /** The literal is folded if case is ignored. */
    WordSearch(byte[] literal, boolean ignoreCase, Words.Edges edges) {
        search = new TextSearch(literal, ignoreCase);
        length = literal.length;
        this.edges = edges.of(literal, 0, literal.length);
    }

    @Override
    public boolean matches(byte[] bytes, int start, int count) {
        int end = start + count;
        int found = search.find(bytes, start, end);
        while (found >= 0 && !edges.hold(bytes, start, end, found, found + length)) {
            found = search.find(bytes, found + 1, end);
        }
        return found >= 0;
    }
}
