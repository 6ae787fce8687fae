package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Regex;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;

/** Functions of text. */
final class TextFunctions {
    private TextFunctions() {}

    static void addTo(Functions functions) {
        addPlain(functions);
        addSearches(functions);
        addRegexes(functions);
        addParsers(functions);
    }

    private static void addPlain(Functions functions) {
        functions.add("strcat", 1, 64, args -> call(Function.STRCAT, args.strings(0)));
        functions.add("strcat_delim", 3, 65, args -> {
            Expr[] parts = args.strings(0);
            parts[0] = args.text(0);
            return call(Function.STRCAT_DELIM, parts);
        });
        functions.addOfText("strlen", Function.STRLEN, 1);
        functions.addOfText("string_size", Function.STRING_SIZE, 1);
        functions.add(
                "substring",
                2,
                3,
                args -> call(Function.SUBSTRING, args.text(0), args.whole(1), args.whole(2, Long.MAX_VALUE)));
        functions.add("tolower", 1, 1, args -> call(Function.TO_LOWER, args.string(0)));
        functions.add("toupper", 1, 1, args -> call(Function.TO_UPPER, args.string(0)));
        functions.add("reverse", 1, 1, args -> call(Function.REVERSE, args.string(0)));
        functions.addOfText("replace_string", Function.REPLACE_STRING, 3);
        functions.add(
                "split",
                2,
                3,
                args -> args.count() == 2
                        ? call(Function.SPLIT, args.text(0), args.text(1))
                        : call(Function.SPLIT, args.text(0), args.text(1), args.whole(2)));
        addHash(functions, "hash_md5", Function.HASH_MD5);
        addHash(functions, "hash_sha1", Function.HASH_SHA1);
        addHash(functions, "hash_sha256", Function.HASH_SHA256);
    }

    /** Of STRING alone: nobody says of which bytes the hash of another type is. */
    private static void addHash(Functions functions, String name, Function function) {
        functions.add(name, 1, 1, args -> call(function, args.get(0).exactly(Type.STRING)));
    }

    private static void addSearches(Functions functions) {
        functions.add(
                "indexof",
                2,
                5,
                args -> call(
                        Function.INDEX_OF,
                        args.string(0),
                        args.string(1),
                        args.whole(2, 0),
                        args.whole(3, -1),
                        args.whole(4, 1)));
        functions.add("countof", 2, 3, TextFunctions::countOf);
        functions.add("has_any_index", 2, 2, args -> call(Function.HAS_ANY_INDEX, args.text(0), args.dynamic(1)));
    }

    private static Expr countOf(Args args) {
        String kind = args.count() < 3 ? "normal" : args.literal(2, "normal or regex");
        return switch (kind) {
            case "normal" -> call(Function.COUNT_OF, args.text(0), args.text(1));
            case "regex" -> call(Function.COUNT_OF_REGEX, regex(args, 1), args.text(0));
            default ->
                throw args.get(2)
                        .span()
                        .error("countof counts \"normal\" text or \"regex\", not \"%s\"".formatted(kind));
        };
    }

    private static Expr regex(Args args, int index) {
        return literal(args.get(index).regex());
    }

    private static void addRegexes(Functions functions) {
        functions.add("trim", 2, 2, args -> call(Function.TRIM, regex(args, 0), args.text(1)));
        functions.add("trim_start", 2, 2, args -> call(Function.TRIM_START, regex(args, 0), args.text(1)));
        functions.add("trim_end", 2, 2, args -> call(Function.TRIM_END, regex(args, 0), args.text(1)));
        functions.add(
                "replace_regex",
                3,
                3,
                args -> call(Function.REPLACE_REGEX, args.text(0), regex(args, 1), args.text(2)));
        functions.add("extract", 3, 4, TextFunctions::extract);
        functions.add("extract_all", 2, 3, TextFunctions::extractAll);
        functions.alias("extractall", "extract_all");
    }

    private static Expr extract(Args args) {
        Expr text = call(Function.EXTRACT, regex(args, 0), args.whole(1), args.text(2));
        if (args.count() == 3) {
            return text;
        } else if (!(args.get(3).syntax() instanceof Syntax.TypeOf type)) {
            throw args.get(3).span().error("argument 4 of extract is a type: typeof(long), ..");
        } else {
            return ValueFunctions.typed(text, type.name());
        }
    }

    private static Expr extractAll(Args args) {
        String pattern = args.get(0).regex();
        Value text = args.get(args.count() - 1);
        List<Expr> parts = new ArrayList<>(List.of(literal(pattern), text.text()));
        Regex regex = Regex.of(pattern);
        if (args.count() == 2) {
            for (int group = 1; group <= regex.groups(); group++) {
                parts.add(literal(group));
            }
        } else if (args.get(1).syntax() instanceof Syntax.Dynamic chosen
                && chosen.value().kind() == Json.Kind.ARRAY) {
            chosen.value().elements().forEach(element -> parts.add(literal(group(regex, element, chosen.span()))));
        } else {
            throw args.get(1).span().error("argument 2 of extract_all is an array of groups: dynamic([1, 2]), ..");
        }
        if (parts.size() == 2) {
            throw args.span().error("extract_all takes a regular expression with a group: (..)");
        }
        return call(Function.EXTRACT_ALL, parts.toArray(Expr[]::new));
    }

    /** The number of a group that is chosen by number or name. */
    private static long group(Regex regex, Json chosen, Span span) {
        Object value = chosen.scalar().map(Expr.Literal::value).orElse("");
        if (value instanceof Long number) {
            return number;
        }
        String name = String.valueOf(value);
        Integer number = regex.names().get(name);
        if (number == null) {
            throw span.error("the regular expression has no group %s.%s"
                    .formatted(chosen.text(), Nearest.hint(name, regex.names().keySet())));
        }
        return number;
    }

    private static void addParsers(Functions functions) {
        functions.addOfText("parse_path", Function.PARSE_PATH, 1);
        functions.add("parse_command_line", 2, 2, args -> {
            if (!args.literal(1, "\"windows\"").equals("windows")) {
                throw args.get(1).span().error("parse_command_line knows \"windows\" only");
            }
            return call(Function.PARSE_COMMAND_LINE, args.text(0));
        });
        functions.addOfText("parse_url", Function.PARSE_URL, 1);
        functions.addOfText("parse_ipv4", Function.PARSE_IPV4, 1);
        functions.addOfText("ipv4_is_private", Function.IPV4_IS_PRIVATE, 1);
        functions.add(
                "ipv4_is_match",
                2,
                3,
                args -> call(Function.IPV4_IS_MATCH, args.text(0), args.text(1), args.whole(2, 32)));
        functions.addOfText("ipv4_is_in_range", Function.IPV4_IS_IN_RANGE, 2);
        functions.addLong("ipv4_is_in_any_range", 2, TextFunctions::isInAnyRange);
        functions.add(
                "ipv6_is_match",
                2,
                3,
                args -> call(Function.IPV6_IS_MATCH, args.text(0), args.text(1), args.whole(2, 128)));
        functions.addOfText("ipv6_is_in_range", Function.IPV6_IS_IN_RANGE, 2);
    }

    private static Expr isInAnyRange(Args args) {
        if (args.count() == 2 && args.get(1).type() == Type.DYNAMIC) {
            return call(Function.IPV4_IS_IN_ANY_RANGE, args.text(0), args.any(1));
        }
        List<Expr> ranges = args.values().subList(1, args.count()).stream()
                .map(range -> range.exactly(Type.STRING))
                .toList();
        boolean areLiterals = ranges.stream().allMatch(Expr.Literal.class::isInstance);
        Expr array = areLiterals
                ? literal(array(ranges), Type.DYNAMIC)
                : call(Function.PACK_ARRAY, ranges.toArray(Expr[]::new));
        return call(Function.IPV4_IS_IN_ANY_RANGE, args.text(0), array);
    }

    private static String array(List<Expr> texts) {
        return "["
                + String.join(
                        ",",
                        texts.stream()
                                .map(text -> Json.quote(Literals.text((Expr.Literal) text)))
                                .toList()) + "]";
    }
}
