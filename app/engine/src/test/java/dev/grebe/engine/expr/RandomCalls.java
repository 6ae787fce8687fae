package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What calls of every function look like. */
final class RandomCalls {
    /**
     * A line for each way to call one or several functions. {@code T} is any type that fits, the same one throughout a
     * call, {@code a;b} after a quote is a literal text, after a number sign a literal number, one of these.
     */
    private static final String[] LINES = {
        "EQUAL,NOT_EQUAL,LESS,LESS_OR_EQUAL,GREATER,GREATER_OR_EQUAL T T",
        "DYNAMIC_EQUAL,SET_HAS_ELEMENT DYNAMIC T",
        "EQUAL_IGNORING_CASE,CONTAINS,CONTAINS_CS,STARTS_WITH,STARTS_WITH_CS,ENDS_WITH,ENDS_WITH_CS STRING STRING",
        "HAS,HAS_CS,HAS_PREFIX,HAS_PREFIX_CS,HAS_SUFFIX,HAS_SUFFIX_CS STRING STRING",
        "IN_ARRAY T DYNAMIC",
        "IN_ARRAY_IGNORING_CASE,HAS_ANY,HAS_ALL,HAS_ANY_INDEX,IPV4_IS_IN_ANY_RANGE STRING DYNAMIC",
        "AND,OR BOOL BOOL",
        "NOT BOOL",
        "IS_NULL,TO_STRING T",
        "CASE BOOL T T",
        "CASE BOOL T BOOL T T",
        "COALESCE,MAX_OF,MIN_OF T T",
        "COALESCE,MAX_OF,MIN_OF T T T",
        "ADD,SUBTRACT,MULTIPLY,DIVIDE,MODULO,BIN T T",
        "ADD,SUBTRACT,BIN TIMESTAMP DURATION",
        "ADD DURATION TIMESTAMP",
        "MULTIPLY LONG DURATION",
        "MULTIPLY DOUBLE DURATION",
        "DIVIDE DURATION LONG",
        "DIVIDE DURATION DOUBLE",
        "NEGATE,ABS T",
        "ROUND DOUBLE LONG",
        "BINARY_AND,BINARY_OR,BINARY_XOR,BINARY_SHIFT_LEFT,BINARY_SHIFT_RIGHT LONG LONG",
        "BINARY_NOT LONG",
        "BIN_AT T T T",
        "BIN_AT TIMESTAMP DURATION TIMESTAMP",
        "DATETIME_DIFF 'year;quarter;month;week;day;hour;minute;second;millisecond;microsecond;nanosecond TIMESTAMP TIMESTAMP",
        "DATETIME_ADD 'year;quarter;month;week;day;hour;minute;second;millisecond;microsecond;nanosecond LONG TIMESTAMP",
        "DATETIME_PART 'year;quarter;month;week_of_year;day;dayofyear;hour;minute;second;millisecond;nanosecond TIMESTAMP",
        "START_OF_DAY,START_OF_WEEK,START_OF_MONTH,START_OF_YEAR TIMESTAMP LONG",
        "END_OF_DAY,END_OF_WEEK,END_OF_MONTH,END_OF_YEAR TIMESTAMP LONG",
        "DAY_OF_WEEK TIMESTAMP",
        "MAKE_DATETIME LONG LONG LONG LONG LONG DOUBLE",
        "FORMAT_DATETIME TIMESTAMP 'yyyy-MM-dd;HH:mm:ss.FFFFFFF;d_M_y_h_tt_fff",
        "FORMAT_TIMESPAN DURATION 'ddd.hh:mm:ss;H:m:s.FFF;dddd",
        "FROM_UNIX_SECONDS,FROM_UNIX_MILLISECONDS,FROM_UNIX_MICROSECONDS,FROM_UNIX_NANOSECONDS T",
        "TO_LONG,TO_INT,TO_DOUBLE,TO_BOOL T",
        "TO_DATETIME,TO_TIMESPAN,PARSE_JSON STRING",
        "STRCAT STRING",
        "STRCAT STRING STRING STRING",
        "STRCAT_DELIM STRING STRING STRING",
        "STRCAT_ARRAY DYNAMIC STRING",
        "STRLEN,STRING_SIZE,TO_LOWER,TO_UPPER,REVERSE STRING",
        "SUBSTRING STRING LONG LONG",
        "INDEX_OF STRING STRING LONG LONG LONG",
        "SPLIT STRING STRING",
        "SPLIT STRING STRING LONG",
        "TRIM,TRIM_START,TRIM_END 'a;[^b]+;\\W STRING",
        "REPLACE_STRING STRING STRING STRING",
        "REPLACE_REGEX STRING 'a;(\\w)(.)?;x* STRING",
        "EXTRACT '(a)(b)?;(\\w)(.) #0;1;2 STRING",
        "EXTRACT_ALL '(a)(b)?;(\\w)(.) STRING #1;2",
        "EXTRACT_ALL '(a)(b)?;(\\w)(.) STRING #1 #2",
        "COUNT_OF STRING STRING",
        "COUNT_OF_REGEX 'a;\\w;x* STRING",
        "PARSE_PATH,PARSE_COMMAND_LINE,PARSE_URL,HASH_MD5,HASH_SHA1,HASH_SHA256 STRING",
        "PARSE_IPV4,IPV4_IS_PRIVATE STRING",
        "IPV4_IS_MATCH,IPV6_IS_MATCH STRING STRING LONG",
        "IPV4_IS_IN_RANGE,IPV6_IS_IN_RANGE STRING STRING",
        "MEMBER DYNAMIC STRING",
        "ELEMENT DYNAMIC LONG",
        "ARRAY_LENGTH DYNAMIC",
        "ARRAY_CONCAT DYNAMIC DYNAMIC",
        "ARRAY_INDEX_OF DYNAMIC T LONG LONG LONG",
        "BAG_PACK STRING T STRING T",
        "PACK_ARRAY T STRING T"
    };

    private static final List<Pattern> ALL = all();

    private RandomCalls() {}

    /** A function, what it is called with, and what it gives. */
    record Pattern(Function function, List<String> args, Type result) {}

    /** All ways to get a value of that type. */
    static List<Pattern> giving(Type type) {
        return ALL.stream().filter(pattern -> pattern.result() == type).toList();
    }

    private static List<Pattern> all() {
        List<Pattern> patterns = new ArrayList<>();
        for (String line : LINES) {
            List<String> words = List.of(line.split(" "));
            for (String name : words.get(0).split(",")) {
                for (Type type : Type.values()) {
                    add(Function.valueOf(name), words.subList(1, words.size()), type, patterns);
                }
            }
        }
        return patterns.stream().distinct().toList();
    }

    private static void add(Function function, List<String> words, Type type, List<Pattern> patterns) {
        List<String> args = words.stream()
                .map(word -> word.equals("T") ? type.name() : word)
                .toList();
        Random random = new Random(0);
        try {
            Type result = function.resolve(args.stream()
                    .map(arg -> isLiteral(arg) ? literal(arg, random) : new Expr.Column("x", Type.valueOf(arg)))
                    .toList());
            patterns.add(new Pattern(function, args, result));
        } catch (PlanException e) {
            // It takes no arguments of that type.
        }
    }

    static boolean isLiteral(String arg) {
        return arg.startsWith("'") || arg.startsWith("#");
    }

    static Expr literal(String arg, Random random) {
        List<String> choices = Arrays.asList(arg.substring(1).split(";"));
        String choice = choices.get(random.nextInt(choices.size()));
        return arg.startsWith("#") ? literal(Long.parseLong(choice)) : literal(choice);
    }

    private static Expr literal(Object value) {
        return Expressions.literal(value);
    }
}
