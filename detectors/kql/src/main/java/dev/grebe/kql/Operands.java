package dev.grebe.kql;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands between operators: literals, names, calls, and what is accessed in them. */
final class Operands {
    private static final Set<String> RESERVED = Set.of("and", "or", "in", "between", "matches");

    private final Tokens tokens;
    private final Parser parser;

    Operands(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    /** A value with what is accessed in it. */
    Syntax operand() {
        Syntax value = value();
        while (true) {
            if (tokens.is(".")) {
                tokens.advance();
                value = tokens.is("[") ? bracket(value) : member(value);
            } else if (tokens.is("[")) {
                value = bracket(value);
            } else {
                return value;
            }
        }
    }

    private Syntax member(Syntax target) {
        if (tokens.kind() != Token.Kind.NAME) {
            throw tokens.span().error("expected a name after '.', found %s".formatted(tokens.found()));
        }
        Token name = tokens.advance();
        return member(target, name.text(), name.span(), target.span().to(name.span()));
    }

    private Syntax bracket(Syntax target) {
        tokens.advance();
        Syntax index = parser.expression(0);
        Token end = tokens.expect("]");
        Span span = target.span().to(end.span());
        boolean isName =
                index instanceof Syntax.Constant constant && constant.value().type() == Type.STRING;
        return isName
                ? member(target, Literals.text(((Syntax.Constant) index).value()), index.span(), span)
                : new Syntax.Index(target, index, span);
    }

    private static Syntax member(Syntax target, String name, Span at, Span span) {
        if (target instanceof Syntax.Name path) {
            List<Syntax.Name.Part> parts = new ArrayList<>(path.parts());
            if (parts.size() == Kql.MOST_DEPTH) {
                throw at.error("a name of more than %d parts".formatted(Kql.MOST_DEPTH));
            }
            parts.add(new Syntax.Name.Part(name, at));
            return new Syntax.Name(parts, span);
        }
        return new Syntax.Member(target, name, span);
    }

    private Syntax value() {
        return switch (tokens.kind()) {
            case WHOLE, REAL, SPAN ->
                constant(Literals.number(tokens.current(), ""), tokens.advance().span());
            case TEXT -> text();
            case NAME -> named();
            case SIGN -> signed();
            case END -> throw parser.unexpectedValue();
        };
    }

    /** Strings that stand side by side are one. */
    private Syntax text() {
        Span span = tokens.span();
        StringBuilder text = new StringBuilder();
        while (tokens.kind() == Token.Kind.TEXT) {
            span = span.to(tokens.span());
            text.append(tokens.advance().text());
        }
        return constant(new Expr.Literal(text.toString(), Type.STRING), span);
    }

    private Syntax signed() {
        Token sign = tokens.current();
        if (sign.is("(")) {
            tokens.advance();
            Syntax inside = parser.expression(0);
            tokens.expect(")");
            return inside;
        } else if (sign.is("[")) {
            return bracketed();
        } else if (sign.is("-") || sign.is("+")) {
            return sign();
        } else if (sign.is("*")) {
            throw sign.span().error("'*' as an operand is not supported; name the columns");
        }
        throw parser.unexpectedValue();
    }

    private Syntax sign() {
        Token sign = tokens.advance();
        boolean negative = sign.is("-");
        tokens.enter();
        boolean isNumber = tokens.kind() == Token.Kind.WHOLE || tokens.kind() == Token.Kind.REAL;
        Syntax result;
        if (negative && (isNumber || tokens.kind() == Token.Kind.SPAN)) {
            Expr.Literal literal = Literals.number(tokens.current(), "-");
            result = constant(literal, sign.span().to(tokens.advance().span()));
        } else {
            Syntax operand = operand();
            result = negative ? new Syntax.Minus(operand, sign.span().to(operand.span())) : operand;
        }
        tokens.leave();
        return result;
    }

    /** {@code ['a b']}: a name of any characters. */
    private Syntax bracketed() {
        Token start = tokens.advance();
        if (tokens.kind() != Token.Kind.TEXT) {
            throw tokens.span().error("expected a column's name in quotes, found %s".formatted(tokens.found()));
        }
        Token name = tokens.advance();
        Span span = start.span().to(tokens.expect("]").span());
        return new Syntax.Name(List.of(new Syntax.Name.Part(name.text(), name.span())), span);
    }

    private Syntax named() {
        if (tokens.is("true") || tokens.is("false")) {
            Token word = tokens.advance();
            return constant(new Expr.Literal(word.is("true"), Type.BOOL), word.span());
        }
        boolean isCall = tokens.isCall();
        if (isCall && Literals.TYPES.containsKey(tokens.text())) {
            return literal();
        } else if (isCall && tokens.is("typeof")) {
            return typeOf();
        } else if (RESERVED.contains(tokens.text()) || tokens.text().startsWith("!")) {
            throw parser.unexpectedValue();
        }
        Token name = tokens.advance();
        return isCall ? call(name) : named(name);
    }

    private Syntax named(Token name) {
        boolean isOperand = tokens.kind() == Token.Kind.NAME && parser.power() == 0 || tokens.kind() == Token.Kind.TEXT;
        if (name.is("not") && isOperand) {
            throw name.span().error("not is a function: not(..)");
        } else if (name.is("null")) {
            throw name.span().error("null has a type: write long(null), datetime(null), ..");
        }
        return new Syntax.Name(List.of(new Syntax.Name.Part(name.text(), name.span())), name.span());
    }

    private Syntax call(Token name) {
        Functions.Entry function = Functions.find(name);
        List<Syntax> args = new ArrayList<>();
        Span span = name.span()
                .to(parser.list("the arguments of " + name.text(), args).span());
        function.requireCount(args.size(), span);
        return new Syntax.Call(function, args, span);
    }

    private Syntax typeOf() {
        Token start = tokens.advance();
        tokens.expect("(");
        Token type = tokens.advance();
        Span span = start.span().to(tokens.expect(")").span());
        return new Syntax.TypeOf(Literals.typeName(type), span);
    }

    private Syntax literal() {
        Token name = tokens.current();
        if (name.is("dynamic")) {
            tokens.advance();
            tokens.advance();
            Json value = new JsonParser(tokens).value();
            return new Syntax.Dynamic(value, name.span().to(tokens.expect(")").span()));
        }
        Token content = tokens.raw();
        Span span = new Span(name.span().start(), content.span().end() + 1);
        return constant(Literals.of(name.text(), content), span);
    }

    private static Syntax constant(Expr.Literal literal, Span span) {
        return new Syntax.Constant(literal, span);
    }
}
