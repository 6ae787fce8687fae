package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles expressions to evaluators over a batch whose columns are those fields.
 *
 * @param byEntry whether what depends on one column alone is to be computed once per entry of its dictionary
 */
record Values(List<Field> fields, Map<Expr.In, Membership> memberships, boolean byEntry) {
    /** Over columns that may come by dictionary. */
    Values(List<Field> fields, Map<Expr.In, Membership> memberships) {
        this(fields, memberships, true);
    }

    Evaluator evaluator(Expr expr) {
        if (expr instanceof Expr.Column column) {
            int index = index(column);
            return (batch, rows) -> batch.column(index, rows);
        } else if (expr instanceof Expr.Literal literal) {
            return new Constant(literal);
        } else if (expr instanceof Expr.Call call) {
            Optional<Expr.Column> only = byEntry ? OncePerEntry.column(call) : Optional.empty();
            return only.isPresent() ? oncePerEntry(call, only.get()) : evaluator(call);
        } else if (expr instanceof Expr.Match match) {
            return match(match, true);
        } else if (expr instanceof Expr.In in) {
            return membership(in);
        }
        throw new IllegalStateException(expr + " has no value before the run gives it one");
    }

    private Evaluator oncePerEntry(Expr.Call call, Expr.Column column) {
        Values inner = new Values(List.of(new Field(column.name(), column.type())), Map.of(), false);
        return new OncePerEntry(index(column), column.type(), inner.evaluator(call), call.type());
    }

    TextMatch match(Expr.Match match, boolean wanted) {
        return new TextMatch(evaluator(match.text()), TextMatcher.of(match), wanted);
    }

    private Evaluator membership(Expr.In in) {
        Membership membership = memberships.get(in);
        if (membership == null) {
            throw new IllegalStateException("nobody knows the rows of " + in);
        }
        return new InRelation(
                in.keys().stream()
                        .map(Simplifier::simplify)
                        .map(this::evaluator)
                        .toList(),
                membership);
    }

    private int index(Expr.Column column) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(column.name())) {
                if (fields.get(i).type() != column.type()) {
                    throw new IllegalStateException("the batch has %s, not %s".formatted(fields.get(i), column.type()));
                }
                return i;
            }
        }
        throw new IllegalStateException("the batch has no column '%s', but %s".formatted(column.name(), fields));
    }

    private Evaluator evaluator(Expr.Call call) {
        Function function = call.function();
        return switch (function) {
            case EQUAL, NOT_EQUAL, EQUAL_IGNORING_CASE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                new Comparison(function, operand(call, 0), operand(call, 1), type(call, 0));
            case AND, OR -> new Logic(operand(call, 0), operand(call, 1), function == Function.OR);
            case NOT -> new Not(operand(call, 0));
            case IS_NULL -> new IsNull(evaluator(call.args().get(0)));
            case CASE -> choice(call);
            case COALESCE ->
                new Coalescence(call.args().stream().map(this::evaluator).toList(), call.type());
            case STRCAT -> new Concatenation(operands(call.args()));
            case TO_STRING ->
                type(call, 0) == Type.STRING
                        ? evaluator(call.args().get(0))
                        : new ToText(operand(call, 0), type(call, 0));
            case CONTAINS,
                    CONTAINS_CS,
                    STARTS_WITH,
                    STARTS_WITH_CS,
                    ENDS_WITH,
                    ENDS_WITH_CS,
                    HAS,
                    HAS_CS,
                    HAS_PREFIX,
                    HAS_PREFIX_CS,
                    HAS_SUFFIX,
                    HAS_SUFFIX_CS,
                    HAS_ANY,
                    HAS_ALL,
                    HAS_ANY_INDEX,
                    IN_ARRAY,
                    IN_ARRAY_IGNORING_CASE,
                    STRCAT_DELIM,
                    STRCAT_ARRAY,
                    STRLEN,
                    STRING_SIZE,
                    SUBSTRING,
                    INDEX_OF,
                    SPLIT,
                    TRIM,
                    TRIM_START,
                    TRIM_END,
                    REPLACE_STRING,
                    REPLACE_REGEX,
                    EXTRACT,
                    EXTRACT_ALL,
                    TO_LOWER,
                    TO_UPPER,
                    REVERSE,
                    COUNT_OF,
                    COUNT_OF_REGEX,
                    PARSE_PATH,
                    PARSE_COMMAND_LINE,
                    PARSE_URL,
                    HASH_MD5,
                    HASH_SHA1,
                    HASH_SHA256,
                    PARSE_IPV4,
                    IPV4_IS_PRIVATE,
                    IPV4_IS_MATCH,
                    IPV4_IS_IN_RANGE,
                    IPV4_IS_IN_ANY_RANGE,
                    IPV6_IS_MATCH,
                    IPV6_IS_IN_RANGE -> TextFunctions.evaluator(call, this);
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    MODULO,
                    NEGATE,
                    ABS,
                    MAX_OF,
                    MIN_OF,
                    ROUND,
                    BIN,
                    BIN_AT,
                    BINARY_AND,
                    BINARY_OR,
                    BINARY_XOR,
                    BINARY_NOT,
                    BINARY_SHIFT_LEFT,
                    BINARY_SHIFT_RIGHT,
                    TO_LONG,
                    TO_INT,
                    TO_DOUBLE,
                    TO_BOOL -> NumberFunctions.evaluator(call, this);
            case DATETIME_DIFF,
                    DATETIME_ADD,
                    DATETIME_PART,
                    START_OF_DAY,
                    START_OF_WEEK,
                    START_OF_MONTH,
                    START_OF_YEAR,
                    END_OF_DAY,
                    END_OF_WEEK,
                    END_OF_MONTH,
                    END_OF_YEAR,
                    DAY_OF_WEEK,
                    MAKE_DATETIME,
                    FROM_UNIX_SECONDS,
                    FROM_UNIX_MILLISECONDS,
                    FROM_UNIX_MICROSECONDS,
                    FROM_UNIX_NANOSECONDS,
                    TO_DATETIME,
                    TO_TIMESPAN,
                    FORMAT_DATETIME,
                    FORMAT_TIMESPAN -> TimeFunctions.evaluator(call, this);
            case DYNAMIC_EQUAL,
                    PARSE_JSON,
                    MEMBER,
                    ELEMENT,
                    ARRAY_LENGTH,
                    ARRAY_CONCAT,
                    ARRAY_INDEX_OF,
                    SET_HAS_ELEMENT,
                    BAG_PACK,
                    PACK_ARRAY -> DynamicFunctions.evaluator(call, this);
        };
    }

    private Evaluator choice(Expr.Call call) {
        List<Expr> args = call.args();
        List<Condition> conditions = new ArrayList<>();
        List<Evaluator> chosen = new ArrayList<>();
        for (int i = 0; i + 1 < args.size(); i += 2) {
            conditions.add(new Predicates(this).condition(args.get(i), true));
            chosen.add(evaluator(args.get(i + 1)));
        }
        chosen.add(evaluator(args.get(args.size() - 1)));
        return new Choice(conditions, chosen, call.type());
    }

    List<Operand> operands(List<Expr> args) {
        return args.stream().map(arg -> new Operand(evaluator(arg))).toList();
    }

    Operand operand(Expr.Call call, int index) {
        return new Operand(evaluator(call.args().get(index)));
    }

    static Type type(Expr.Call call, int index) {
        return call.args().get(index).type();
    }
}
