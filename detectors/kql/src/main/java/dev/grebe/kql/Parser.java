package dev.grebe.kql;

import dev.grebe.plan.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one expression by operator precedence, after V. R. Pratt, Top Down Operator Precedence, 1973. From the weakest:
 * {@code or}, {@code and}, equality and lists, order, sums, products, text operators, signs, access. Equality and order do
 * not chain.
 *
 * @see <a href="https://github.com/microsoft/Kusto-Query-Language">Kusto's grammar</a>
 */
final class Parser {
    private static final int OR = 1;
    private static final int AND = 2;

    private final Tokens tokens;
    private final Operands operands;

    Parser(String text) {
        tokens = new Tokens(text);
        operands = new Operands(tokens, this);
    }

    Syntax parse() {
        Syntax syntax = expression(0);
        if (tokens.kind() != Token.Kind.END) {
            throw unexpected();
        }
        return syntax;
    }

    /** An expression of operators that bind more strongly than that. */
    Syntax expression(int power) {
        tokens.enter();
        Syntax left = operands.operand();
        int last = Integer.MAX_VALUE;
        while (tokens.kind() == Token.Kind.NAME || tokens.kind() == Token.Kind.SIGN) {
            int next = power();
            if (next <= power) {
                break;
            } else if (next == last && Operators.isUnchained(next)) {
                throw tokens.span()
                        .error("'%s' does not follow another comparison; put one of them in parentheses"
                                .formatted(tokens.text()));
            }
            last = next;
            left = operation(left, next);
        }
        tokens.leave();
        return left;
    }

    /** How strongly the operator here binds; 0 if there is none. */
    int power() {
        if (tokens.is("or")) {
            return OR;
        } else if (tokens.is("and")) {
            return AND;
        } else if (tokens.is("between") || tokens.is("!between") || Lists.OPERATORS.containsKey(tokens.text())) {
            return Operators.EQUALITY;
        }
        Operators.Operator operator = Operators.ALL.get(tokens.text());
        return operator == null ? 0 : operator.power();
    }

    private Syntax operation(Syntax left, int power) {
        if (power <= AND) {
            return chain(left, power);
        } else if (tokens.is("between") || tokens.is("!between")) {
            return between(left);
        }
        Lists.Operator among = Lists.OPERATORS.get(tokens.text());
        Operators.Operator operator = Operators.ALL.get(tokens.text());
        if (among != null) {
            tokens.advance();
            List<Syntax> items = new ArrayList<>();
            Token end = list("the values of " + among.name(), items);
            return new Syntax.Among(among, left, items, left.span().to(end.span()));
        } else if (operator == null) {
            throw unexpected();
        }
        tokens.advance();
        if (operator.text().equals("matches regex")) {
            tokens.expect("regex");
        }
        return new Syntax.Binary(operator, left, expression(power));
    }

    private Syntax chain(Syntax first, int power) {
        String word = tokens.text();
        List<Syntax> parts = new ArrayList<>(List.of(first));
        while (tokens.is(word)) {
            tokens.advance();
            parts.add(expression(power));
        }
        return new Syntax.Chain(power == OR, parts);
    }

    private Syntax between(Syntax value) {
        boolean negated = tokens.advance().text().startsWith("!");
        tokens.expect("(");
        Syntax low = expression(0);
        tokens.expect("..");
        Syntax high = expression(0);
        Token end = tokens.expect(")");
        return new Syntax.Between(negated, value, low, high, value.span().to(end.span()));
    }

    /** Values between parentheses; gives the closing one. */
    Token list(String what, List<Syntax> items) {
        if (!tokens.is("(")) {
            throw tokens.span().error("expected '(' before %s, found %s".formatted(what, tokens.found()));
        }
        tokens.advance();
        while (!tokens.is(")")) {
            items.add(expression(0));
            if (!tokens.is(")") && !tokens.is(",")) {
                throw unexpected();
            } else if (tokens.is(",")) {
                tokens.advance();
                if (tokens.is(")")) {
                    throw unexpectedValue();
                }
            }
        }
        return tokens.advance();
    }

    Mistake unexpectedValue() {
        return tokens.span().error("expected a value, found %s".formatted(tokens.found()));
    }

    private Mistake unexpected() {
        String word = tokens.text();
        if (Refusals.OPERATORS.containsKey(word) && tokens.kind() == Token.Kind.NAME) {
            return tokens.span().error(Refusals.OPERATORS.getOrDefault(word, ""));
        } else if (tokens.is("|") || tokens.is(";")) {
            return tokens.span().error("one expression is expected, not a query with '%s'".formatted(word));
        }
        String mend = Refusals.SIGNS.containsKey(word)
                ? " Did you mean '" + Refusals.SIGNS.get(word) + "'?"
                : tokens.kind() == Token.Kind.NAME ? Nearest.hint(word, Operators.words()) : "";
        return tokens.span()
                .error("expected an operator or the end, found " + tokens.found() + (mend.isEmpty() ? "" : "." + mend));
    }
}
