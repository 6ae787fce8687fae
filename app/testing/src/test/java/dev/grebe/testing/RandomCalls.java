package dev.grebe.testing;

import static dev.grebe.plan.Expressions.iff;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.strcat;

import dev.grebe.plan.DatePart;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Period;
import dev.grebe.plan.Regex;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Calls of every function, with arguments of types that fit, and literals where there must be. */
final class RandomCalls {
    /**
     * What functions take: B BOOL, L LONG, D DOUBLE, S STRING, T TIMESTAMP, P DURATION, J DYNAMIC, ? any of these; p a
     * period, q a part of a date, f g formats of times and spans, r a regular expression, e one and a group of it, x one,
     * a text and groups; a addresses, j JSON, d dates and spans, n numbers, c paths and command lines as text.
     */
    private static final String ARGUMENTS = """
            EQUAL NOT_EQUAL: BB LL DD SS TT PP
            DYNAMIC_EQUAL SET_HAS_ELEMENT: JB JL JD JS
            EQUAL_IGNORING_CASE CONTAINS CONTAINS_CS STARTS_WITH STARTS_WITH_CS ENDS_WITH ENDS_WITH_CS: SS
            HAS HAS_CS HAS_PREFIX HAS_PREFIX_CS HAS_SUFFIX HAS_SUFFIX_CS: SS
            LESS LESS_OR_EQUAL GREATER GREATER_OR_EQUAL: BB LL DD TT PP
            IN_ARRAY: BJ LJ DJ SJ
            IN_ARRAY_IGNORING_CASE HAS_ANY HAS_ALL HAS_ANY_INDEX: SJ
            AND OR: BB
            NOT: B
            IS_NULL: ?
            CASE: BBB BLL BDD BSS BTT BPP BJJ BLBLL BSBSBSS
            COALESCE: BB LL DD SS TT PP JJ LLL SSS JJJ
            ADD: LL DD PP TP PT
            SUBTRACT: LL DD PP TP TT
            MULTIPLY: LL DD LP DP
            DIVIDE: LL DD PP PL PD
            MODULO: LL DD PP
            NEGATE ABS: L D P
            MAX_OF MIN_OF: BB LL DD SS TT PP LLL DDD SSS
            ROUND: DL
            BINARY_AND BINARY_OR BINARY_XOR BINARY_SHIFT_LEFT BINARY_SHIFT_RIGHT: LL
            BINARY_NOT: L
            DATETIME_DIFF: pTT
            DATETIME_ADD: pLT
            DATETIME_PART: qT
            BIN: LL DD PP TP
            BIN_AT: LLL DDD PPP TPT
            START_OF_DAY START_OF_WEEK START_OF_MONTH START_OF_YEAR: TL
            END_OF_DAY END_OF_WEEK END_OF_MONTH END_OF_YEAR: TL
            DAY_OF_WEEK: T
            MAKE_DATETIME: LLLLLD
            FORMAT_DATETIME: Tf
            FORMAT_TIMESPAN: Pg
            FROM_UNIX_SECONDS FROM_UNIX_MILLISECONDS FROM_UNIX_MICROSECONDS FROM_UNIX_NANOSECONDS: L D
            TO_STRING: ?
            TO_LONG: B D n S J
            TO_INT: B L D n J
            TO_DOUBLE: B L n S J
            TO_BOOL: L D n S J
            TO_DATETIME TO_TIMESPAN: d S
            PARSE_JSON: j S
            STRCAT: S SS SSS
            STRCAT_DELIM: SSS SSSS
            STRCAT_ARRAY: JS
            STRLEN STRING_SIZE TO_LOWER TO_UPPER REVERSE HASH_MD5 HASH_SHA1 HASH_SHA256: S
            SUBSTRING: SLL
            INDEX_OF: SSLLL
            SPLIT: SS SSL
            TRIM TRIM_START TRIM_END COUNT_OF_REGEX: rS
            REPLACE_STRING: SSS
            REPLACE_REGEX: SrS
            EXTRACT: eS
            EXTRACT_ALL: x
            COUNT_OF: SS
            PARSE_PATH PARSE_COMMAND_LINE PARSE_URL: c S
            PARSE_IPV4 IPV4_IS_PRIVATE: a S
            IPV4_IS_MATCH IPV6_IS_MATCH: aaL
            IPV4_IS_IN_RANGE IPV6_IS_IN_RANGE: aa
            IPV4_IS_IN_ANY_RANGE: aJ
            MEMBER: JS
            ELEMENT: JL
            ARRAY_LENGTH: J
            ARRAY_CONCAT: J JJ JJJ
            ARRAY_INDEX_OF: JBLLL JLLLL JDLLL JSLLL
            BAG_PACK: S? S?S?
            PACK_ARRAY: ? ?? ???
            """;

    private static final Map<Character, Type> TYPES = Map.of(
            'B', Type.BOOL,
            'L', Type.LONG,
            'D', Type.DOUBLE,
            'S', Type.STRING,
            'T', Type.TIMESTAMP,
            'P', Type.DURATION,
            'J', Type.DYNAMIC);

    private record Shape(Function function, String arguments) {}

    private static final Map<Type, List<Shape>> SHAPES = shapes();

    private final Random random;

    RandomCalls(Random random) {
        this.random = random;
    }

    /** Makes arguments. */
    interface Arguments {
        Expr of(Type type);
    }

    private static Map<Type, List<Shape>> shapes() {
        Map<Type, List<Shape>> shapes = new EnumMap<>(Type.class);
        RandomCalls any = new RandomCalls(new Random(1));
        ARGUMENTS.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (String name : line.substring(0, colon).split(" ", -1)) {
                for (String arguments : line.substring(colon + 2).split(" ", -1)) {
                    Shape shape = new Shape(Function.valueOf(name), arguments);
                    Type type = any.call(shape, of -> literal(Naive.missing(of), of))
                            .type();
                    shapes.computeIfAbsent(type, unused -> new ArrayList<>()).add(shape);
                }
            }
        });
        return shapes;
    }

    /** A call that gives the type: of any function, in any of its ways. */
    Expr any(Type type, Arguments arguments) {
        List<Shape> shapes = SHAPES.get(type);
        Function function = any(shapes).function();
        return call(
                any(shapes.stream()
                        .filter(shape -> shape.function() == function)
                        .toList()),
                arguments);
    }

    /** A call of the function, in any of its ways. */
    Expr of(Function function, Arguments arguments) {
        List<Shape> shapes = SHAPES.values().stream()
                .flatMap(List::stream)
                .filter(shape -> shape.function() == function)
                .toList();
        return call(any(shapes), arguments);
    }

    private Expr call(Shape shape, Arguments arguments) {
        List<Expr> args = new ArrayList<>();
        shape.arguments().chars().forEach(letter -> addArguments((char) letter, args, arguments));
        return Expressions.call(shape.function(), args.toArray(Expr[]::new));
    }

    private void addArguments(char letter, List<Expr> args, Arguments arguments) {
        Type type = letter == '?' ? any(List.of(Type.values())) : TYPES.get(letter);
        if (type != null) {
            args.add(arguments.of(type));
            return;
        }
        switch (letter) {
            case 'p' -> args.add(name(any(List.of(Period.values())).name()));
            case 'q' -> args.add(name(any(List.of(DatePart.values())).name()));
            case 'f' -> args.add(literal(any(RandomTexts.TIME_FORMATS)));
            case 'g' -> args.add(literal(any(RandomTexts.SPAN_FORMATS)));
            case 'r' -> args.add(literal(any(RandomTexts.REGEXES)));
            case 'e' -> {
                String regex = any(RandomTexts.REGEXES);
                args.add(literal(regex));
                args.add(literal((long) random.nextInt(Regex.of(regex).groups() + 1)));
            }
            case 'x' -> {
                String regex = any(RandomTexts.REGEXES_WITH_GROUPS);
                args.add(literal(regex));
                args.add(arguments.of(Type.STRING));
                for (int count = 1 + random.nextInt(3); count > 0; count--) {
                    args.add(literal(1L + random.nextInt(Regex.of(regex).groups())));
                }
            }
            case 'a' -> args.add(text(RandomTexts.ADDRESSES, arguments));
            case 'j' -> args.add(text(RandomTexts.JSON, arguments));
            case 'd' -> args.add(text(RandomTexts.DATES, arguments));
            case 'n' -> args.add(text(RandomTexts.NUMBERS, arguments));
            case 'c' -> args.add(text(RandomTexts.PATHS, arguments));
            default -> throw new IllegalArgumentException("no argument " + letter);
        }
    }

    private Expr name(String name) {
        return literal(random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT));
    }

    /** One of the texts, alone or beside any other: most meanings depend on a text as a whole. */
    private Expr text(List<String> texts, Arguments arguments) {
        Expr text = literal(any(texts));
        return switch (random.nextInt(6)) {
            case 0 -> arguments.of(Type.STRING);
            case 1 -> strcat(text, arguments.of(Type.STRING));
            case 2 -> iff(arguments.of(Type.BOOL), text, literal(any(texts)));
            default -> text;
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
