package dev.grebe.plan;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed scalar expression over the columns of one row. Types are checked when it is built, names when a
 * {@link Relation} takes it; what does not fit is a {@link PlanException}. Null in gives null out unless the function
 * says otherwise; STRING has no null.
 *
 * <p>The default methods build the operators of KQL; {@link Expressions} has the columns, literals and functions.
 */
public sealed interface Expr {
    /** The type of the value; never changes. */
    Type type();

    /** The value of a column of the row. */
    record Column(String name, Type type) implements Expr {
        public Column {
            requireNonNull(type, "type is null");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A constant; its class is {@link Type#literal}, null is a value of every type but STRING. */
    record Literal(@Nullable Object value, Type type) implements Expr {
        /** @throws PlanException if the value is not of the type's {@link Type#literal}, or a STRING is null */
        public Literal {
            if (value == null ? type == Type.STRING : !type.literal().isInstance(value)) {
                throw new PlanException("%s is no %s literal".formatted(value, type));
            }
        }

        @Override
        public String toString() {
            return PlanText.literal(this);
        }
    }

    /** A function or operator applied to its arguments. */
    record Call(Function function, List<Expr> args, Type type) implements Expr {
        /** @throws PlanException if the function does not take these arguments, or gives another type */
        public Call {
            args = List.copyOf(args);
            Type found = function.resolve(args);
            if (found != type) {
                throw new PlanException("%s gives %s, not %s".formatted(function.kql(), found, type));
            }
        }

        @Override
        public String toString() {
            return PlanText.call(this);
        }
    }

    /**
     * Whether a STRING matches at least one of the literals; never null. One node for the literals of a list, so that
     * an engine can match all of them, and those of other rules, in one pass over distinct values.
     *
     * @param ignoreCase folds A-Z only, as Kusto does
     */
    record Match(Expr text, Op op, boolean ignoreCase, List<String> literals) implements Expr {
        /** How text and literal are compared. An empty literal is contained everywhere. */
        public enum Op {
            /** The whole text. */
            EQUALS,
            /** Any part of the text. */
            CONTAINS,
            /** The beginning of the text. */
            STARTS_WITH,
            /** The end of the text. */
            ENDS_WITH,
            /**
             * A part of the text where no word is cut: if the literal's first code point is alphanumeric, that before it
             * in the text is not, and so for its last and that after it. Alphanumeric are ASCII letters and digits, and of
             * all other code points those of Unicode's categories L and N; {@code _} is not. An edge that is punctuation
             * checks nothing, so {@code ""} is had by every text.
             *
             * @see <a href="https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators">KQL string
             *     operators</a>: what is a term; that the literal is one phrase is our reading
             */
            HAS,
            /** As {@link #HAS}, but only the beginning of the literal must not cut a word. */
            HAS_PREFIX,
            /** As {@link #HAS}, but only the end of the literal must not cut a word. */
            HAS_SUFFIX,
            /**
             * The literal is a regular expression that matches anywhere in the text: RE2's syntax, case-sensitive,
             * {@code .} stops at line feeds, {@code \d \w \s} and their negations are Unicode's (categories Nd; L, M, Nd, Pc;
             * property White_Space), {@code \b} is ASCII's. At most 16 groups and 10,000 characters; no class inside a
             * class, no {@code && -- ~~} in one, no {@code \< \> \b{..}}, no flags {@code x R u}.
             *
             * @see <a href="https://learn.microsoft.com/en-us/kusto/query/regex">KQL regular expressions</a>
             */
            REGEX
        }

        /** @throws PlanException if the text is no STRING, a regular expression is refused, or is to ignore case */
        public Match {
            literals = List.copyOf(literals);
            requireType(text, Type.STRING, "text match");
            if (op == Op.REGEX) {
                if (ignoreCase) {
                    throw new PlanException("matches regex: case is ignored by (?i) in the regular expression");
                }
                literals.forEach(Regex::of);
            }
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return PlanText.match(this);
        }
    }

    /**
     * Whether the keys equal those of at least one row of the relation, column by column in its order. Null as SQL's and
     * Kusto's OR of equalities: true if a row without nulls equals; else null if a row equals when null equals null;
     * else false, and false for an empty relation. {@code ""} equals {@code ""}.
     */
    record In(List<Expr> keys, Relation relation) implements Expr {
        /** @throws PlanException if keys and columns differ in number or type, or are DYNAMIC */
        public In {
            keys = List.copyOf(keys);
            List<Field> fields = relation.schema().fields();
            if (keys.isEmpty() || keys.size() != fields.size()) {
                throw new PlanException(
                        "in: %d keys, the relation has %d columns".formatted(keys.size(), fields.size()));
            }
            for (int i = 0; i < keys.size(); i++) {
                requireType(
                        keys.get(i),
                        fields.get(i).type(),
                        "in (" + fields.get(i).name() + ")");
                requireComparable(keys.get(i), "in");
            }
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return PlanText.in(this);
        }
    }

    /** A TIMESTAMP that is known when a run starts; FROM and TO are null where the window is open. */
    record Param(Name name) implements Expr {
        /** The only things a plan may know of its run: there is no clock in it. */
        public enum Name {
            /** Start of the run's window, inclusive. */
            FROM,
            /** End of the run's window, exclusive. */
            TO,
            /** When the run started. */
            RUN_START
        }

        @Override
        public Type type() {
            return Type.TIMESTAMP;
        }

        @Override
        public String toString() {
            return "$" + name;
        }
    }

    /**
     * {@code ==}: an Expr or a value; LONG meets DOUBLE as DOUBLE, BOOL meets LONG as 1 and 0, text meets number as text,
     * DYNAMIC meets all of these as {@link Function#DYNAMIC_EQUAL}.
     */
    default Expr is(Object other) {
        return Operators.equality(Function.EQUAL, this, other);
    }

    /** {@code !=}: as {@link #is}; null {@code !=} 1 is true, null {@code !=} null is null. */
    default Expr isNot(Object other) {
        return Operators.equality(Function.NOT_EQUAL, this, other);
    }

    /** {@code =~}: an Expr or text. */
    default Expr isIgnoringCase(Object other) {
        return Operators.equality(Function.EQUAL_IGNORING_CASE, this, other);
    }

    /** {@code !~}: an Expr or text; {@code "" !~ "x"} is true. */
    default Expr isNotIgnoringCase(Object other) {
        return isIgnoringCase(other).not();
    }

    /** {@code in} of values: Exprs too; any is equal; false for no values. */
    default Expr in(Object... values) {
        return Operators.in(this, Arrays.asList(values));
    }

    /** {@code in~} of text. */
    default Expr inIgnoringCase(Collection<String> values) {
        return new Match(this, Match.Op.EQUALS, true, List.copyOf(values));
    }

    /** {@code in~} of text. */
    default Expr inIgnoringCase(String... values) {
        return inIgnoringCase(List.of(values));
    }

    /** {@code in (relation)}: see {@link In}. The relation has one column. */
    default Expr in(Relation relation) {
        return new In(List.of(this), relation);
    }

    /** {@code contains}: any of the literals, ASCII case ignored. */
    default Expr contains(String... literals) {
        return new Match(this, Match.Op.CONTAINS, true, List.of(literals));
    }

    /** {@code startswith}: any of the literals, ASCII case ignored. */
    default Expr startsWith(String... literals) {
        return new Match(this, Match.Op.STARTS_WITH, true, List.of(literals));
    }

    /** {@code endswith}: any of the literals, ASCII case ignored. */
    default Expr endsWith(String... literals) {
        return new Match(this, Match.Op.ENDS_WITH, true, List.of(literals));
    }

    /** {@code has}: any of the literals, ASCII case ignored; see {@link Match.Op#HAS}. */
    default Expr has(String... literals) {
        return new Match(this, Match.Op.HAS, true, List.of(literals));
    }

    /** {@code matches regex}: any of them; see {@link Match.Op#REGEX}. */
    default Expr matchesRegex(String... regexes) {
        return new Match(this, Match.Op.REGEX, false, List.of(regexes));
    }

    /** {@code <}: an Expr or a value, of the same type or LONG beside DOUBLE; see {@link Function#LESS}. */
    default Expr isLessThan(Object other) {
        return Operators.binary(Function.LESS, this, other);
    }

    /** {@code <=}, as {@link #isLessThan}. */
    default Expr isAtMost(Object other) {
        return Operators.binary(Function.LESS_OR_EQUAL, this, other);
    }

    /** {@code >}, as {@link #isLessThan}. */
    default Expr isGreaterThan(Object other) {
        return Operators.binary(Function.GREATER, this, other);
    }

    /** {@code >=}, as {@link #isLessThan}. */
    default Expr isAtLeast(Object other) {
        return Operators.binary(Function.GREATER_OR_EQUAL, this, other);
    }

    /** {@code between (low .. high)}: both ends belong to it. */
    default Expr isBetween(Object low, Object high) {
        return isAtLeast(low).and(isAtMost(high));
    }

    /** {@code and}: false wins over null. */
    default Expr and(Expr other) {
        return Operators.binary(Function.AND, this, other);
    }

    /** {@code or}: true wins over null. */
    default Expr or(Expr other) {
        return Operators.binary(Function.OR, this, other);
    }

    /** {@code not(..)}: null stays null. */
    default Expr not() {
        return Expressions.call(Function.NOT, this);
    }

    /** {@code +}: an Expr or a value; see {@link Function#ADD}. */
    default Expr plus(Object other) {
        return Operators.binary(Function.ADD, this, other);
    }

    /** {@code -}: an Expr or a value; see {@link Function#SUBTRACT}. */
    default Expr minus(Object other) {
        return Operators.binary(Function.SUBTRACT, this, other);
    }

    /** {@code *}: an Expr or a value; see {@link Function#MULTIPLY}. */
    default Expr times(Object other) {
        return Operators.product(this, other);
    }

    /** {@code /}: an Expr or a value; see {@link Function#DIVIDE}. */
    default Expr dividedBy(Object other) {
        return Operators.binary(Function.DIVIDE, this, other);
    }

    /** {@code %}: an Expr or a value; see {@link Function#MODULO}. */
    default Expr modulo(Object other) {
        return Operators.binary(Function.MODULO, this, other);
    }

    /** This value as an output column of that name. */
    default Named as(String name) {
        return new Named(name, this);
    }

    private static void requireType(Expr expr, Type type, String where) {
        if (expr.type() != type) {
            throw new PlanException("%s: %s is %s, not %s".formatted(where, expr, expr.type(), type));
        }
    }

    private static void requireComparable(Expr expr, String where) {
        if (!expr.type().isComparable()) {
            throw new PlanException("%s: %s is DYNAMIC and cannot be compared".formatted(where, expr));
        }
    }
}
