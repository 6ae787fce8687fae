package dev.grebe.kql;

import java.util.List;

/** Cuts text into tokens, one at a time: what stands in {@code datetime(..)} is no KQL, and the parser asks for it as it is. */
final class Lexer {
    private static final int LONGEST_NUMBER = 400;
    /** Longer ones first. */
    private static final List<String> SIGNS = List.of(
            "==", "=~", "!=", "!~", "<>", "<=", ">=", "..", "&&", "||", "(", ")", "[", "]", "{", "}", ",", ".", ":",
            ";", "+", "-", "*", "/", "%", "<", ">", "=", "!", "|", "&", "?", "$", "^", "~", "#");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    Token next() {
        skipBlanks();
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", new Span(at, at));
        }
        char c = text.charAt(at);
        if (isNameStart(c)) {
            return name();
        } else if (isDigit(c)) {
            return number();
        } else if (c == '"' || c == '\'' || isVerbatim()) {
            return new TextReader(text, at).read(end -> at = end);
        }
        return sign(c);
    }

    /** Whether the next thing is an opening parenthesis. */
    boolean isAtParenthesis() {
        skipBlanks();
        return at < text.length() && text.charAt(at) == '(';
    }

    /** What stands between the parenthesis here and the one that closes it, as it is, strings included; then what follows. */
    Token raw() {
        int start = ++at;
        char quote = 0;
        while (at < text.length() && (quote != 0 || text.charAt(at) != ')')) {
            char c = text.charAt(at++);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (at == text.length()) {
            throw new Span(at, at).error("expected ')', found the end");
        }
        return new Token(Token.Kind.TEXT, text.substring(start, at++), new Span(start, at - 1));
    }

    private Token name() {
        int start = at;
        at += text.charAt(at) == '!' ? 1 : 0;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (text.startsWith("~", at) && (name.equals("in") || name.equals("!in"))) {
            at++;
        }
        return token(Token.Kind.NAME, start);
    }

    private Token number() {
        int start = at;
        if (text.startsWith("0x", at)) {
            at += 2;
            skipNameParts();
            boolean hex =
                    at > start + 2 && text.substring(start + 2, at).chars().allMatch(c -> Character.digit(c, 16) >= 0);
            return checked(token(Token.Kind.WHOLE, start), hex);
        }
        skipDigits();
        boolean real = isPointAndDigit();
        if (real) {
            at++;
            skipDigits();
        }
        int unit = at;
        if (exponentEnd() > at) {
            at = exponentEnd();
            skipDigits();
            real = true;
            unit = at;
        }
        skipNameParts();
        if (at == unit) {
            return checked(token(real ? Token.Kind.REAL : Token.Kind.WHOLE, start), true);
        }
        return checked(token(Token.Kind.SPAN, start), TimeText.unit(text.substring(unit, at)) > 0);
    }

    private static Token checked(Token token, boolean good) {
        if (!good) {
            throw token.span()
                    .error("'%s' is neither a number nor a span of time such as 1.5h".formatted(token.text()));
        } else if (token.text().length() > LONGEST_NUMBER) {
            throw token.span().error("a number of more than %d characters".formatted(LONGEST_NUMBER));
        }
        return token;
    }

    /** Where the digits of an exponent begin; where we are if there is none. */
    private int exponentEnd() {
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean signed = text.startsWith("+", at + 1) || text.startsWith("-", at + 1);
            int digits = at + (signed ? 2 : 1);
            return digits < text.length() && isDigit(text.charAt(digits)) ? digits : at;
        }
        return at;
    }

    private Token sign(char c) {
        if (c == '!' && at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
            return name();
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return token(Token.Kind.SIGN, at - sign.length());
            }
        }
        int length = Character.charCount(text.codePointAt(at));
        throw new Span(at, at + length)
                .error("'%s' has no meaning here. A name with such characters is written ['..']"
                        .formatted(text.substring(at, at + length)));
    }

    private Token token(Token.Kind kind, int start) {
        return new Token(kind, text.substring(start, at), new Span(start, at));
    }

    private boolean isVerbatim() {
        return text.startsWith("@\"", at) || text.startsWith("@'", at);
    }

    private boolean isPointAndDigit() {
        return text.startsWith(".", at) && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void skipNameParts() {
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
