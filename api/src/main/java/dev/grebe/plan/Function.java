package dev.grebe.plan;

import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;

import java.util.List;

/**
 * The scalar functions and operators: one closed list over which every engine switches exhaustively. A constant states
 * its name in KQL, what becomes of nulls, what a call costs and what it takes; its Javadoc states what it returns. All
 * are total: a value that has no result gives null, never an error.
 */
public enum Function {
    /**
     * {@code ==} of two values of one type. Two nulls give null, one null false (Kusto's null-values page; its
     * logical-operators page contradicts). STRING case-sensitive; DOUBLE as IEEE 754: NaN equals nothing.
     */
    EQUAL("==", Nulls.OWN, Cost.CHEAP, Signature.comparable()),
    /** {@code !=}: the negation of {@link #EQUAL}; two nulls give null, one null true. */
    NOT_EQUAL("!=", Nulls.OWN, Cost.CHEAP, Signature.comparable()),
    /** {@code =~}: text equal when A-Z are folded to a-z, nothing else. */
    EQUAL_IGNORING_CASE("=~", Nulls.STRICT, Cost.TEXT, Signature.of(BOOL, STRING, STRING)),
    /** {@code <} of two values of one type, not STRING (as in KQL); false if either is NaN. */
    LESS("<", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code <=}, as {@link #LESS}. */
    LESS_OR_EQUAL("<=", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code >}, as {@link #LESS}. */
    GREATER(">", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code >=}, as {@link #LESS}. */
    GREATER_OR_EQUAL(">=", Nulls.STRICT, Cost.CHEAP, Signature.ordered()),
    /** {@code and}: false if either is false, else null if either is null, else true. */
    AND("and", Nulls.OWN, Cost.CHEAP, Signature.of(BOOL, BOOL, BOOL)),
    /** {@code or}: true if either is true, else null if either is null, else false. */
    OR("or", Nulls.OWN, Cost.CHEAP, Signature.of(BOOL, BOOL, BOOL)),
    /** {@code not(b)}. */
    NOT("not", Nulls.STRICT, Cost.CHEAP, Signature.of(BOOL, BOOL)),
    /** {@code isnull(v)}: whether the value is null; never null itself, false for every STRING. */
    IS_NULL("isnull", Nulls.OWN, Cost.CHEAP, Signature.any(BOOL)),
    /**
     * {@code +}: LONG, DOUBLE, DURATION of one type, TIMESTAMP + DURATION and DURATION + TIMESTAMP. A whole result that
     * does not fit 64 bits is null, and so is a TIMESTAMP outside of the years 1 to 9999.
     */
    ADD("+", Nulls.STRICT, Cost.CHEAP, Signature.sum()),
    /** {@code -}: as {@link #ADD}; TIMESTAMP - DURATION is a TIMESTAMP, TIMESTAMP - TIMESTAMP a DURATION. */
    SUBTRACT("-", Nulls.STRICT, Cost.CHEAP, Signature.difference()),
    /**
     * {@code datetime_diff(period, a, b)}: a - b in clock boundaries crossed, so 00.9 s to 10.1 s is 10 seconds, not 9.
     * The period is a literal, one of {@link Period}; weeks start on Sunday, nanoseconds are ticks times 100 (null if
     * that does not fit).
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/datetime-diff-function">KQL datetime_diff</a> (its
     *     examples fit boundary counting and rounding up; its older text says "calendarian difference")
     */
    DATETIME_DIFF("datetime_diff", Nulls.STRICT, Cost.CHEAP, Signature.period(LONG, TIMESTAMP, TIMESTAMP)),
    /**
     * {@code bin(v, size)}: down to a multiple of size, for negatives too; TIMESTAMP counts from 0001-01-01. Null for a
     * size of 0 or less, or where the result does not fit as in {@link #ADD}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/kusto/query/bin-function">KQL bin</a>
     */
    BIN("bin", Nulls.STRICT, Cost.CHEAP, Signature.bin()),
    /** {@code strcat(a, b, ..)}: 1 to 64 texts one after the other. */
    STRCAT("strcat", Nulls.STRICT, Cost.TEXT, Signature.texts(64)),
    /**
     * {@code tostring(v)}: null is {@code ""}; LONG decimal; TIMESTAMP {@code 2017-10-15T12:00:00.0000000Z}; DURATION
     * {@code [-][d.]hh:mm:ss[.fffffff]}; BOOL {@code true}, {@code false}; DOUBLE the shortest digits that read back,
     * {@code 5.0} keeps its point, an exponent outside 1e-5..1e15, {@code NaN}, {@code +inf}, {@code -inf}; DYNAMIC a
     * string bare, all else as compact JSON.
     */
    TO_STRING("tostring", Nulls.OWN, Cost.TEXT, Signature.any(STRING)),
    /** {@code tolong(b)}: true is 1, false is 0. */
    TO_LONG("tolong", Nulls.STRICT, Cost.CHEAP, Signature.of(LONG, BOOL)),
    /** {@code todouble(n)}: the nearest double. */
    TO_DOUBLE("todouble", Nulls.STRICT, Cost.CHEAP, Signature.of(DOUBLE, LONG));

    /** What a null argument does. */
    public enum Nulls {
        /** Any null argument makes the result null. */
        STRICT,
        /** The function's own rule. */
        OWN
    }

    /** What a call costs, so that an engine tries cheap conditions first. */
    public enum Cost {
        /** A few instructions a row. */
        CHEAP,
        /** Reads or makes text. */
        TEXT
    }

    private final String kql;
    private final Nulls nulls;
    private final Cost cost;
    private final Signature signature;

    Function(String kql, Nulls nulls, Cost cost, Signature signature) {
        this.kql = kql;
        this.nulls = nulls;
        this.cost = cost;
        this.signature = signature;
    }

    /** The name or operator in KQL. */
    public String kql() {
        return kql;
    }

    /** What a null argument does. */
    public Nulls nulls() {
        return nulls;
    }

    /** What a call costs, as against those of other functions. */
    public Cost cost() {
        return cost;
    }

    /**
     * The result's type for these arguments.
     *
     * @throws PlanException naming the function, the types found and those expected
     */
    public Type resolve(List<Expr> args) {
        return signature
                .result(args)
                .orElseThrow(() -> new PlanException("%s takes %s, not (%s)"
                        .formatted(
                                kql,
                                signature.expected(),
                                String.join(
                                        ", ",
                                        args.stream()
                                                .map(arg -> arg.type().name())
                                                .toList()))));
    }

    /** The comparison that holds of {@code (b, a)} where this one holds of {@code (a, b)}; itself for all other functions. */
    public Function flipped() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            default -> this;
        };
    }

    static final List<Type> ORDERED = List.of(BOOL, LONG, DOUBLE, TIMESTAMP, DURATION);
    static final List<Type> NUMBERS = List.of(LONG, DOUBLE, DURATION);
}
