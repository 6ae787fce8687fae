package dev.grebe.kql;

/** The tokens of a text, one at a time, and how deep in it we are. */
final class Tokens {
    private final Lexer lexer;
    private Token current;
    private int nested;

    Tokens(String text) {
        lexer = new Lexer(text);
        current = lexer.next();
    }

    Token current() {
        return current;
    }

    boolean is(String sign) {
        return current.is(sign);
    }

    Token.Kind kind() {
        return current.kind();
    }

    String text() {
        return current.text();
    }

    Span span() {
        return current.span();
    }

    /** What was found, for messages. */
    String found() {
        return current.found();
    }

    /** The current token; the next one becomes current. */
    Token advance() {
        Token passed = current;
        current = lexer.next();
        return passed;
    }

    Token expect(String sign) {
        if (!current.is(sign)) {
            throw current.span().error("expected '%s', found %s".formatted(sign, current.found()));
        }
        return advance();
    }

    /** Whether a parenthesis opens behind the current token. */
    boolean isCall() {
        return lexer.isAtParenthesis();
    }

    /** What stands in the parentheses behind the current token; that which follows them becomes the current one. */
    Token raw() {
        Token content = lexer.raw();
        current = lexer.next();
        return content;
    }

    void enter() {
        nested++;
        if (nested > Kql.MOST_DEPTH) {
            throw current.span().error("more than %d operations inside each other".formatted(Kql.MOST_DEPTH));
        }
    }

    void leave() {
        nested--;
    }
}
