package dev.grebe.testing;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which function is computed where. */
final class NaiveFunctions {
    private NaiveFunctions() {}

    /** The value of a call, where its nulls are the function's own or there are none. */
    static @Nullable Object value(Expr.Call call, List<@Nullable Object> values) {
        NaiveArgs args =
                new NaiveArgs(values, call.args().stream().map(Expr::type).toList());
        Type type = call.type();
        return switch (call.function()) {
            case EQUAL -> NaiveLogic.equal(args.value(0), args.value(1));
            case NOT_EQUAL -> NaiveLogic.not(NaiveLogic.equal(args.value(0), args.value(1)));
            case DYNAMIC_EQUAL -> NaiveArrays.dynamicEqual(args.value(0), args.value(1));
            case EQUAL_IGNORING_CASE -> args.folded(0).equals(args.folded(1));
            case LESS ->
                NaiveLogic.order(args.some(0), args.some(1))
                        .filter(order -> order < 0)
                        .isPresent();
            case LESS_OR_EQUAL ->
                NaiveLogic.order(args.some(0), args.some(1))
                        .filter(order -> order <= 0)
                        .isPresent();
            case GREATER ->
                NaiveLogic.order(args.some(0), args.some(1))
                        .filter(order -> order > 0)
                        .isPresent();
            case GREATER_OR_EQUAL ->
                NaiveLogic.order(args.some(0), args.some(1))
                        .filter(order -> order >= 0)
                        .isPresent();
            case IN_ARRAY -> NaiveArrays.isIn(args.value(0), args.value(1));
            case IN_ARRAY_IGNORING_CASE -> NaiveArrays.isInIgnoringCase(args.text(0), args.value(1));

            case AND -> NaiveLogic.and((Boolean) args.value(0), (Boolean) args.value(1));
            case OR -> NaiveLogic.or((Boolean) args.value(0), (Boolean) args.value(1));
            case NOT -> NaiveLogic.not((Boolean) args.value(0));
            case IS_NULL -> args.value(0) == null;
            case CASE -> NaiveLogic.choice(args);
            case COALESCE -> NaiveLogic.coalesce(args, type);

            case CONTAINS -> args.folded(0).contains(args.folded(1));
            case CONTAINS_CS -> args.text(0).contains(args.text(1));
            case STARTS_WITH -> args.folded(0).startsWith(args.folded(1));
            case STARTS_WITH_CS -> args.text(0).startsWith(args.text(1));
            case ENDS_WITH -> args.folded(0).endsWith(args.folded(1));
            case ENDS_WITH_CS -> args.text(0).endsWith(args.text(1));
            case HAS -> NaiveText.has(args.folded(0), args.folded(1), true, true);
            case HAS_CS -> NaiveText.has(args.text(0), args.text(1), true, true);
            case HAS_PREFIX -> NaiveText.has(args.folded(0), args.folded(1), true, false);
            case HAS_PREFIX_CS -> NaiveText.has(args.text(0), args.text(1), true, false);
            case HAS_SUFFIX -> NaiveText.has(args.folded(0), args.folded(1), false, true);
            case HAS_SUFFIX_CS -> NaiveText.has(args.text(0), args.text(1), false, true);
            case HAS_ANY -> NaiveArrays.hasAny(args.text(0), args.value(1));
            case HAS_ALL -> NaiveArrays.hasAll(args.text(0), args.value(1));
            case HAS_ANY_INDEX -> NaiveArrays.hasAnyIndex(args.text(0), args.json(1));

            case ADD -> NaiveNumbers.sum(args, type);
            case SUBTRACT -> NaiveNumbers.difference(args, type);
            case MULTIPLY -> NaiveNumbers.product(args, type);
            case DIVIDE -> NaiveNumbers.quotient(args, type);
            case MODULO -> NaiveNumbers.remainder(args, type);
            case NEGATE -> NaiveNumbers.negative(args, type);
            case ABS -> NaiveNumbers.absolute(args, type);
            case MAX_OF -> NaiveLogic.extreme(args, 1);
            case MIN_OF -> NaiveLogic.extreme(args, -1);
            case ROUND -> NaiveNumbers.rounded(args.real(0), args.whole(1));
            case BINARY_AND -> NaiveNumbers.bits(args.integer(0).and(args.integer(1)));
            case BINARY_OR -> NaiveNumbers.bits(args.integer(0).or(args.integer(1)));
            case BINARY_XOR -> NaiveNumbers.bits(args.integer(0).xor(args.integer(1)));
            case BINARY_NOT -> NaiveNumbers.bits(args.integer(0).not());
            case BINARY_SHIFT_LEFT -> NaiveNumbers.shifted(args.integer(0), args.integer(1), 1);
            case BINARY_SHIFT_RIGHT -> NaiveNumbers.shifted(args.integer(0), args.integer(1), -1);

            case DATETIME_DIFF -> NaiveTime.boundaries(args.text(0), args.whole(1), args.whole(2));
            case DATETIME_ADD -> NaiveTime.moved(args.text(0), args.whole(1), args.whole(2));
            case DATETIME_PART -> NaiveTime.part(args.text(0), args.whole(1));
            case BIN -> NaiveNumbers.bin(args, type);
            case BIN_AT -> NaiveNumbers.binAt(args, type);
            case START_OF_DAY -> NaiveTime.start("day", args.whole(0), args.integer(1));
            case START_OF_WEEK -> NaiveTime.start("week", args.whole(0), args.integer(1));
            case START_OF_MONTH -> NaiveTime.start("month", args.whole(0), args.integer(1));
            case START_OF_YEAR -> NaiveTime.start("year", args.whole(0), args.integer(1));
            case END_OF_DAY -> NaiveTime.end("day", args.whole(0), args.integer(1));
            case END_OF_WEEK -> NaiveTime.end("week", args.whole(0), args.integer(1));
            case END_OF_MONTH -> NaiveTime.end("month", args.whole(0), args.integer(1));
            case END_OF_YEAR -> NaiveTime.end("year", args.whole(0), args.integer(1));
            case DAY_OF_WEEK -> NaiveTime.dayOfWeek(args.whole(0));
            case MAKE_DATETIME -> NaiveTime.made(args);
            case FORMAT_DATETIME -> NaiveFormats.time(args.whole(0), args.text(1));
            case FORMAT_TIMESPAN -> NaiveFormats.span(args.whole(0), args.text(1));
            case FROM_UNIX_SECONDS -> NaiveTime.fromUnix(args, NaiveTime.SECOND);
            case FROM_UNIX_MILLISECONDS -> NaiveTime.fromUnix(args, NaiveTime.SECOND / 1_000);
            case FROM_UNIX_MICROSECONDS -> NaiveTime.fromUnix(args, NaiveTime.SECOND / 1_000_000);
            case FROM_UNIX_NANOSECONDS -> NaiveTime.fromUnixNanoseconds(args);

            case TO_STRING -> NaiveToString.of(args.value(0), args.type(0));
            case TO_LONG -> NaiveConversions.toLong(args.some(0), args.type(0));
            case TO_INT -> NaiveConversions.toInt(args.some(0), args.type(0));
            case TO_DOUBLE -> NaiveConversions.toDouble(args.some(0), args.type(0));
            case TO_BOOL -> NaiveConversions.toBool(args.some(0), args.type(0));
            case TO_DATETIME -> NaiveDates.toDatetime(args.text(0));
            case TO_TIMESPAN -> NaiveDates.toTimespan(args.text(0));
            case PARSE_JSON -> NaiveJson.parsed(args.text(0));

            case STRCAT -> NaiveText.joined(args, "", 0);
            case STRCAT_DELIM -> NaiveText.joined(args, args.text(0), 1);
            case STRCAT_ARRAY -> NaiveArrays.joined(args.json(0), args.text(1));
            case STRLEN -> NaiveText.length(args.text(0));
            case STRING_SIZE -> NaiveText.size(args.text(0));
            case SUBSTRING -> NaiveText.substring(args.text(0), args.integer(1), args.integer(2));
            case INDEX_OF -> NaiveText.indexOf(args);
            case SPLIT -> NaiveText.split(args);
            case TRIM -> NaiveRegex.trim(args.text(0), args.text(1));
            case TRIM_START -> NaiveRegex.trimStart(args.text(0), args.text(1));
            case TRIM_END -> NaiveRegex.trimEnd(args.text(0), args.text(1));
            case REPLACE_STRING -> NaiveText.replace(args.text(0), args.text(1), args.text(2));
            case REPLACE_REGEX -> NaiveRegex.replace(args.text(0), args.text(1), args.text(2));
            case EXTRACT -> NaiveRegex.extract(args.text(0), args.whole(1), args.text(2));
            case EXTRACT_ALL -> NaiveRegex.extractAll(args);
            case TO_LOWER -> NaiveText.mapped(args.text(0), Character::toLowerCase);
            case TO_UPPER -> NaiveText.mapped(args.text(0), Character::toUpperCase);
            case REVERSE -> NaiveText.reverse(args.text(0));
            case COUNT_OF -> NaiveText.count(args.text(0), args.text(1));
            case COUNT_OF_REGEX -> NaiveRegex.count(args.text(0), args.text(1));
            case PARSE_PATH -> NaivePaths.path(args.text(0));
            case PARSE_COMMAND_LINE -> NaivePaths.commandLine(args.text(0));
            case PARSE_URL -> NaivePaths.url(args.text(0));
            case HASH_MD5 -> NaiveText.hash(args.text(0), "MD5");
            case HASH_SHA1 -> NaiveText.hash(args.text(0), "SHA-1");
            case HASH_SHA256 -> NaiveText.hash(args.text(0), "SHA-256");

            case PARSE_IPV4 -> NaiveAddresses.number(args.text(0));
            case IPV4_IS_PRIVATE -> NaiveAddresses.isPrivate(args.text(0));
            case IPV4_IS_MATCH -> NaiveAddresses.isMatch(args, 32);
            case IPV4_IS_IN_RANGE -> NaiveAddresses.isInRange(args.text(0), args.text(1), 32);
            case IPV4_IS_IN_ANY_RANGE -> NaiveAddresses.isInAnyRange(args.text(0), args.json(1));
            case IPV6_IS_MATCH -> NaiveAddresses.isMatch(args, 128);
            case IPV6_IS_IN_RANGE -> NaiveAddresses.isInRange(args.text(0), args.text(1), 128);

            case MEMBER -> NaiveArrays.member(args.json(0), args.text(1));
            case ELEMENT -> NaiveArrays.element(args.json(0), args.integer(1));
            case ARRAY_LENGTH -> NaiveArrays.length(args.json(0));
            case ARRAY_CONCAT -> NaiveArrays.concatenated(args);
            case ARRAY_INDEX_OF -> NaiveArrays.indexOf(args);
            case SET_HAS_ELEMENT -> NaiveArrays.hasElement(args.json(0), args.some(1));
            case BAG_PACK -> NaiveArrays.bag(args);
            case PACK_ARRAY -> NaiveArrays.array(args);
        };
    }
}
