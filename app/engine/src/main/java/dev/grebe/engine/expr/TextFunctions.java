package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;

/** Compiles calls of functions that read or make text. */
final class TextFunctions {
    private TextFunctions() {}

    static Evaluator evaluator(Expr.Call call, Values values) {
        return call.function() == Function.IN_ARRAY
                ? InArray.exactly(values.operand(call, 0), Values.type(call, 0), values.operand(call, 1))
                : RowCall.of(call, values, function(call));
    }

    private static RowFunction function(Expr.Call call) {
        return switch (call.function()) {
            case CONTAINS -> Searches.has(true, Words.Edges.NONE);
            case CONTAINS_CS -> Searches.has(false, Words.Edges.NONE);
            case STARTS_WITH -> Searches.test(true, Searches.BEGINS);
            case STARTS_WITH_CS -> Searches.test(false, Searches.BEGINS);
            case ENDS_WITH -> Searches.test(true, Searches.ENDS);
            case ENDS_WITH_CS -> Searches.test(false, Searches.ENDS);
            case HAS -> Searches.has(true, Words.Edges.BOTH);
            case HAS_CS -> Searches.has(false, Words.Edges.BOTH);
            case HAS_PREFIX -> Searches.has(true, Words.Edges.LEFT);
            case HAS_PREFIX_CS -> Searches.has(false, Words.Edges.LEFT);
            case HAS_SUFFIX -> Searches.has(true, Words.Edges.RIGHT);
            case HAS_SUFFIX_CS -> Searches.has(false, Words.Edges.RIGHT);
            case HAS_ANY -> Searches.hasElements(false);
            case HAS_ALL -> Searches.hasElements(true);
            case HAS_ANY_INDEX -> Searches.indexOfHad();
            case IN_ARRAY_IGNORING_CASE -> InArray.ignoringCase();
            case STRCAT_DELIM -> Texts.joined();
            case STRCAT_ARRAY -> Texts.joinedArray();
            case STRLEN -> Texts.length();
            case STRING_SIZE -> Texts.size();
            case SUBSTRING -> Texts.substring();
            case INDEX_OF -> Searches.indexOf();
            case SPLIT -> Searches.split();
            case TRIM -> RegexFunctions.trim(call);
            case TRIM_START -> RegexFunctions.trimStart(call);
            case TRIM_END -> RegexFunctions.trimEnd(call);
            case REPLACE_STRING -> Searches.replace();
            case REPLACE_REGEX -> RegexFunctions.replace(call);
            case EXTRACT -> RegexFunctions.extract(call);
            case EXTRACT_ALL -> RegexFunctions.extractAll(call);
            case TO_LOWER -> Texts.inCase(true);
            case TO_UPPER -> Texts.inCase(false);
            case REVERSE -> Texts.reverse();
            case COUNT_OF -> Searches.count();
            case COUNT_OF_REGEX -> RegexFunctions.count(call);
            case PARSE_PATH -> new PathParts();
            case PARSE_COMMAND_LINE -> new CommandLine();
            case PARSE_URL -> new UrlParts();
            case HASH_MD5 -> new Hash("MD5");
            case HASH_SHA1 -> new Hash("SHA-1");
            case HASH_SHA256 -> new Hash("SHA-256");
            case PARSE_IPV4 -> Addresses.parse();
            case IPV4_IS_PRIVATE -> Addresses.isPrivate();
            case IPV4_IS_MATCH -> Addresses.isMatch(Address.V4_BITS);
            case IPV4_IS_IN_RANGE -> Addresses.isInRange(Address.V4_BITS);
            case IPV4_IS_IN_ANY_RANGE -> Addresses.isInAnyRange();
            case IPV6_IS_MATCH -> Addresses.isMatch(Address.V6_BITS);
            case IPV6_IS_IN_RANGE -> Addresses.isInRange(Address.V6_BITS);
            default -> throw new IllegalArgumentException(call.function() + " is none of these");
        };
    }
}
