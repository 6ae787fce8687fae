package dev.grebe.kql;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands in {@code dynamic(..)}: JSON with KQL's strings, times and spans. */
final class JsonParser {
    private final Tokens tokens;

    JsonParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Json value() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case TEXT -> string(tokens.advance().text());
            case WHOLE, REAL -> number("", tokens.advance());
            case NAME -> word();
            case SIGN -> structure(tokens.advance());
            case SPAN, END -> throw unexpected(token);
        };
    }

    private static Json string(String text) {
        return Json.scalar(Json.quote(text), new Expr.Literal(text, Type.STRING));
    }

    /** JSON's numbers have no zeros before others, and keep their digits. */
    private static Json number(String sign, Token token) {
        String digits = token.text();
        boolean leading = digits.length() > 1 && digits.charAt(0) == '0' && Character.isLetterOrDigit(digits.charAt(1));
        if (leading) {
            throw token.span().error("'%s' is no number of JSON".formatted(digits));
        }
        String text = sign + digits;
        try {
            return Json.scalar(text, new Expr.Literal(Long.parseLong(text), Type.LONG));
        } catch (NumberFormatException e) {
            return Json.scalar(text, new Expr.Literal(Double.parseDouble(text), Type.DOUBLE));
        }
    }

    private Json word() {
        Token word = tokens.current();
        boolean isTime = word.is("datetime") || word.is("timespan") || word.is("time");
        if (isTime && tokens.isCall()) {
            return time(Literals.of(word.text(), tokens.raw()));
        }
        tokens.advance();
        if (word.is("true") || word.is("false")) {
            return Json.scalar(word.text(), new Expr.Literal(word.is("true"), Type.BOOL));
        } else if (word.is("null")) {
            return Json.NULL;
        }
        throw unexpected(word);
    }

    /** JSON has neither times nor spans: their text stands for them. */
    private static Json time(Expr.Literal literal) {
        if (literal.value() instanceof Long ticks) {
            return string(literal.type() == Type.TIMESTAMP ? Ticks.format(ticks) : Ticks.formatSpan(ticks));
        }
        return Json.NULL;
    }

    private Json structure(Token sign) {
        if (sign.is("-") && (tokens.kind() == Token.Kind.WHOLE || tokens.kind() == Token.Kind.REAL)) {
            return number("-", tokens.advance());
        } else if (!sign.is("[") && !sign.is("{")) {
            throw unexpected(sign);
        }
        tokens.enter();
        Json value = sign.is("[") ? array() : bag();
        tokens.leave();
        return value;
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        while (!tokens.is("]")) {
            if (!elements.isEmpty()) {
                tokens.expect(",");
            }
            elements.add(value());
        }
        tokens.advance();
        return Json.array(elements);
    }

    private Json bag() {
        Map<String, String> members = new LinkedHashMap<>();
        boolean first = true;
        while (!tokens.is("}")) {
            if (!first) {
                tokens.expect(",");
            }
            first = false;
            Token key = tokens.current();
            if (key.kind() != Token.Kind.TEXT) {
                throw key.span().error("expected a key in quotes, found %s".formatted(key.found()));
            }
            tokens.advance();
            tokens.expect(":");
            members.put(Json.quote(key.text()), value().text());
        }
        tokens.advance();
        return Json.bag("{"
                + String.join(
                        ",",
                        members.entrySet().stream()
                                .map(m -> m.getKey() + ":" + m.getValue())
                                .toList()) + "}");
    }

    private static Mistake unexpected(Token token) {
        return token.span().error("expected a value of JSON, found %s".formatted(token.found()));
    }
}
