package dev.grebe.testing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** DYNAMIC values. */
final class NaiveArrays {
    private NaiveArrays() {}

    /** {@code ==} of a DYNAMIC and another value. */
    static @Nullable Boolean dynamicEqual(@Nullable Object dynamic, @Nullable Object scalar) {
        if (dynamic == null) {
            return scalar == null ? null : (Boolean) scalar.equals("");
        }
        return scalar != null && holds(NaiveJson.of((String) dynamic), scalar);
    }

    /** Whether that is the value, of its own type or a number like it. */
    private static boolean holds(NaiveJson json, Object scalar) {
        if (!(json.value() instanceof NaiveJson.Numeral number)) {
            return json.value() != null && json.value().equals(scalar);
        }
        if (scalar instanceof Long whole) {
            Long exact = number.whole();
            return exact == null ? number.nearest() == (double) whole : exact.equals(whole);
        }
        return scalar instanceof Double real && number.nearest() == real;
    }

    /** {@code in} of a DYNAMIC. */
    static boolean isIn(@Nullable Object value, @Nullable Object dynamic) {
        return value != null
                && dynamic != null
                && isAnywhere(NaiveJson.of((String) dynamic), element -> holds(element, value));
    }

    /** {@code in~} of a DYNAMIC. */
    static boolean isInIgnoringCase(String text, @Nullable Object dynamic) {
        return dynamic != null
                && isAnywhere(
                        NaiveJson.of((String) dynamic),
                        element -> element.value() instanceof String other
                                && NaiveText.folded(other).equals(NaiveText.folded(text)));
    }

    /** Whether it holds of a value that is no array, or of one in it, at any depth. */
    private static boolean isAnywhere(NaiveJson json, Predicate<NaiveJson> condition) {
        return json.isArray()
                ? json.elements().stream().anyMatch(element -> isAnywhere(element, condition))
                : condition.test(json);
    }

    static boolean hasAny(String text, @Nullable Object dynamic) {
        return elements(dynamic).stream().anyMatch(element -> has(text, element));
    }

    static boolean hasAll(String text, @Nullable Object dynamic) {
        return elements(dynamic).stream().allMatch(element -> has(text, element));
    }

    static long hasAnyIndex(String text, NaiveJson array) {
        for (int i = 0; i < array.elements().size(); i++) {
            if (has(text, array.elements().get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<NaiveJson> elements(@Nullable Object dynamic) {
        if (dynamic == null) {
            return List.of();
        }
        NaiveJson json = NaiveJson.of((String) dynamic);
        return json.isArray() ? json.elements() : List.of(json);
    }

    private static boolean has(String text, NaiveJson element) {
        return NaiveText.has(NaiveText.folded(text), NaiveText.folded(element.print()), true, true);
    }

    /** {@code strcat_array}. */
    static String joined(NaiveJson array, String delimiter) {
        return String.join(
                delimiter, array.elements().stream().map(NaiveJson::print).toList());
    }

    /** {@code d["key"]}. */
    static @Nullable String member(NaiveJson bag, String key) {
        if (bag.value() instanceof Map<?, ?> members && members.get(key) instanceof NaiveJson member) {
            return member.outside();
        }
        return null;
    }

    /** {@code d[index]}. */
    static @Nullable String element(NaiveJson array, BigInteger index) {
        List<NaiveJson> elements = array.elements();
        BigInteger size = BigInteger.valueOf(elements.size());
        BigInteger place = index.signum() < 0 ? index.add(size) : index;
        boolean isInside = place.signum() >= 0 && place.compareTo(size) < 0;
        return isInside ? elements.get(place.intValueExact()).outside() : null;
    }

    static @Nullable Long length(NaiveJson array) {
        return array.isArray() ? (Long) (long) array.elements().size() : null;
    }

    /** {@code array_concat}. */
    static String concatenated(NaiveArgs args) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < args.count(); i++) {
            if (args.value(i) != null) {
                args.json(i).elements().forEach(element -> all.add(element.text()));
            }
        }
        return "[" + String.join(",", all) + "]";
    }

    /** {@code array_index_of}. */
    static @Nullable Long indexOf(NaiveArgs args) {
        NaiveJson array = args.json(0);
        if (!array.isArray()) {
            return null;
        }
        List<NaiveJson> elements = array.elements();
        return NaiveText.position(
                elements.size(),
                1,
                at -> holds(elements.get(at), args.some(1)),
                args.integer(2),
                args.integer(3),
                args.integer(4));
    }

    /** {@code set_has_element}. */
    static @Nullable Boolean hasElement(NaiveJson array, Object value) {
        return array.isArray() ? (Boolean) array.elements().stream().anyMatch(element -> holds(element, value)) : null;
    }

    /** {@code bag_pack}. */
    static String bag(NaiveArgs args) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < args.count(); i += 2) {
            members.put(args.text(i), NaiveJson.written(args.value(i + 1), args.type(i + 1)));
        }
        return NaiveJson.bag(members);
    }

    /** {@code pack_array}. */
    static String array(NaiveArgs args) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < args.count(); i++) {
            elements.add(NaiveJson.written(args.value(i), args.type(i)));
        }
        return "[" + String.join(",", elements) + "]";
    }
}
