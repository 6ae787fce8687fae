package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expr.Match.Op;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** The operators between two values. */
final class Operators {
    static final int EQUALITY = 3;
    private static final int ORDER = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int TEXT = 7;

    static final Map<String, Operator> ALL = all();

    private Operators() {}

    /**
     * An operator.
     *
     * @param text as it is written
     * @param power how strongly it binds
     */
    record Operator(String text, int power, Meaning meaning) {}

    interface Meaning {
        Expr of(Value left, Value right);
    }

    /** Whether {@code a == b == c} is refused at this power. */
    static boolean isUnchained(int power) {
        return power == EQUALITY || power == ORDER;
    }

    /** The operators that are words, to suggest. */
    static Set<String> words() {
        Set<String> words = new TreeSet<>(Lists.OPERATORS.keySet());
        ALL.keySet().stream()
                .filter(name -> Character.isLetter(name.charAt(name.length() - 1)))
                .forEach(words::add);
        words.addAll(List.of("and", "or", "between", "!between"));
        return words;
    }

    private static Map<String, Operator> all() {
        Map<String, Operator> all = new LinkedHashMap<>();
        put(all, "==", EQUALITY, (left, right) -> left.expr().is(right.expr()));
        put(all, "!=", EQUALITY, (left, right) -> left.expr().isNot(right.expr()));
        put(all, "<>", EQUALITY, (left, right) -> left.expr().isNot(right.expr()));
        put(all, "<", ORDER, scalars(Expr::isLessThan));
        put(all, "<=", ORDER, scalars(Expr::isAtMost));
        put(all, ">", ORDER, scalars(Expr::isGreaterThan));
        put(all, ">=", ORDER, scalars(Expr::isAtLeast));
        put(all, "+", SUM, scalars(Expr::plus));
        put(all, "-", SUM, scalars(Expr::minus));
        put(all, "*", PRODUCT, scalars(Expr::times));
        put(all, "/", PRODUCT, scalars(Expr::dividedBy));
        put(all, "%", PRODUCT, scalars(Expr::modulo));
        put(all, "=~", TEXT, texts(Expr::isIgnoringCase));
        put(all, "!~", TEXT, texts(Expr::isNotIgnoringCase));
        text(all, "contains", Op.CONTAINS, Function.CONTAINS, Function.CONTAINS_CS);
        text(all, "startswith", Op.STARTS_WITH, Function.STARTS_WITH, Function.STARTS_WITH_CS);
        text(all, "endswith", Op.ENDS_WITH, Function.ENDS_WITH, Function.ENDS_WITH_CS);
        text(all, "has", Op.HAS, Function.HAS, Function.HAS_CS);
        text(all, "hasprefix", Op.HAS_PREFIX, Function.HAS_PREFIX, Function.HAS_PREFIX_CS);
        text(all, "hassuffix", Op.HAS_SUFFIX, Function.HAS_SUFFIX, Function.HAS_SUFFIX_CS);
        Meaning regex = (left, right) -> left.text().matchesRegex(right.regex());
        all.put("matches", new Operator("matches regex", TEXT, regex));
        return all;
    }

    private static void put(Map<String, Operator> all, String text, int power, Meaning meaning) {
        all.put(text, new Operator(text, power, meaning));
    }

    /** An operator on text, its negation, and both of them case-sensitive. */
    private static void text(Map<String, Operator> all, String name, Op op, Function folded, Function exact) {
        for (boolean ignoreCase : new boolean[] {true, false}) {
            String full = name + (ignoreCase ? "" : "_cs");
            Meaning meaning =
                    (left, right) -> match(left.text(), op, ignoreCase, right.text(), ignoreCase ? folded : exact);
            put(all, full, TEXT, meaning);
            put(all, "!" + full, TEXT, (left, right) -> meaning.of(left, right).not());
        }
    }

    private static Expr match(Expr left, Op op, boolean ignoreCase, Expr right, Function function) {
        return right instanceof Expr.Literal literal && literal.type() == Type.STRING
                ? new Expr.Match(left, op, ignoreCase, List.of(Literals.text(literal)))
                : call(function, left, right);
    }

    private static Meaning scalars(BinaryOperator<Expr> operator) {
        return (left, right) -> operator.apply(left.scalar(), right.scalar());
    }

    private static Meaning texts(BinaryOperator<Expr> operator) {
        return (left, right) -> operator.apply(left.text(), right.text());
    }
}
