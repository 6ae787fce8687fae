package dev.grebe.plan;

import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a function takes and gives. */
record Signature(String expected, Rule rule) {
    static final Type[] NUMERIC = {LONG, DOUBLE, DURATION};
    static final Type[] SORTABLE = {BOOL, LONG, DOUBLE, STRING, TIMESTAMP, DURATION};
    private static final List<Type> ORDERED = List.of(BOOL, LONG, DOUBLE, TIMESTAMP, DURATION);
    private static final List<Type> HELD = List.of(BOOL, LONG, DOUBLE, STRING);

    /** The result's type, empty if the arguments do not fit. */
    interface Rule {
        Optional<Type> result(List<Expr> args);
    }

    Optional<Type> result(List<Expr> args) {
        return rule.result(args);
    }

    static Signature of(Type result, Type... args) {
        List<Type> expected = List.of(args);
        return new Signature(
                expected.toString(), found -> types(found).equals(expected) ? Optional.of(result) : none());
    }

    /** One argument of any type. */
    static Signature any(Type result) {
        return new Signature("one value", args -> args.size() == 1 ? Optional.of(result) : none());
    }

    /** One argument of one of these types. */
    static Signature one(Type result, Type... accepted) {
        List<Type> types = List.of(accepted);
        return new Signature(
                "one of " + types,
                args -> args.size() == 1 && types.contains(args.get(0).type()) ? Optional.of(result) : none());
    }

    /** Several of one type, which is the result's. */
    static Signature same(String what, Type[] accepted, int least, int most) {
        List<Type> types = List.of(accepted);
        String count = least == most ? (least == 1 ? "one" : "two") : least + " to " + most;
        String expected = count + " " + what + (most == 1 ? "" : " of one type");
        return new Signature(expected, args -> {
            boolean fits = areOfOneType(args, least, most)
                    && types.contains(args.get(0).type());
            return fits ? Optional.of(args.get(0).type()) : none();
        });
    }

    /** Two of one type that has equality. */
    static Signature comparable() {
        return new Signature(
                "two values of one type, not DYNAMIC",
                args -> areTwoOfOneType(args) && args.get(0).type().isComparable() ? Optional.of(BOOL) : none());
    }

    /** Two of one type that has an order in KQL. */
    static Signature ordered() {
        return new Signature(
                "two values of one type, not STRING or DYNAMIC",
                args -> areTwoOfOneType(args) && ORDERED.contains(args.get(0).type()) ? Optional.of(BOOL) : none());
    }

    /** A DYNAMIC and what one may hold. */
    static Signature dynamicAndScalar() {
        return new Signature(
                "a DYNAMIC and one of " + HELD,
                args -> isDynamicAndScalar(args) && args.size() == 2 ? Optional.of(BOOL) : none());
    }

    /** What a DYNAMIC may hold, and a DYNAMIC. */
    static Signature scalarAndDynamic() {
        return new Signature("one of " + HELD + " and a DYNAMIC", args -> {
            boolean fits = args.size() == 2
                    && HELD.contains(args.get(0).type())
                    && args.get(1).type() == DYNAMIC;
            return fits ? Optional.of(BOOL) : none();
        });
    }

    static Signature arrayIndexOf() {
        return new Signature("a DYNAMIC, one of " + HELD + " and three LONGs", args -> {
            boolean fits = args.size() == 5
                    && isDynamicAndScalar(args)
                    && types(args.subList(2, 5)).equals(List.of(LONG, LONG, LONG));
            return fits ? Optional.of(LONG) : none();
        });
    }

    /** Pairs of a condition and a value, and one value more. */
    static Signature choice(int most) {
        String expected = "1 to " + most + " pairs of BOOL and value and a last value, all values of one type";
        return new Signature(expected, args -> {
            boolean fits = args.size() >= 3 && args.size() % 2 == 1 && args.size() <= 2 * most + 1;
            Type type = fits ? args.get(args.size() - 1).type() : BOOL;
            for (int i = 0; fits && i + 1 < args.size(); i += 2) {
                fits = args.get(i).type() == BOOL && args.get(i + 1).type() == type;
            }
            return fits ? Optional.of(type) : none();
        });
    }

    static Signature sum() {
        return new Signature("two numbers, two DURATIONs, or a TIMESTAMP and a DURATION", args -> {
            List<Type> types = types(args);
            boolean moved = types.equals(List.of(TIMESTAMP, DURATION)) || types.equals(List.of(DURATION, TIMESTAMP));
            return moved ? Optional.of(TIMESTAMP) : sameNumbers(args);
        });
    }

    static Signature difference() {
        return new Signature("two numbers, DURATIONs or TIMESTAMPs, or a TIMESTAMP and a DURATION", args -> {
            List<Type> types = types(args);
            if (types.equals(List.of(TIMESTAMP, TIMESTAMP))) {
                return Optional.of(DURATION);
            }
            return types.equals(List.of(TIMESTAMP, DURATION)) ? Optional.of(TIMESTAMP) : sameNumbers(args);
        });
    }

    static Signature product() {
        return new Signature("two numbers, or a number and a DURATION", args -> {
            boolean scales =
                    args.size() == 2 && isNumber(args.get(0)) && args.get(1).type() == DURATION;
            return scales ? Optional.of(DURATION) : plainNumbers(args);
        });
    }

    static Signature quotient() {
        return new Signature("two numbers, two DURATIONs, or a DURATION and a number", args -> {
            if (types(args).equals(List.of(DURATION, DURATION))) {
                return Optional.of(DOUBLE);
            }
            boolean scales = args.size() == 2 && args.get(0).type() == DURATION && isNumber(args.get(1));
            return scales ? Optional.of(DURATION) : plainNumbers(args);
        });
    }

    static Signature bin() {
        return new Signature(
                "two numbers or DURATIONs, or a TIMESTAMP and a DURATION",
                args -> types(args).equals(List.of(TIMESTAMP, DURATION)) ? Optional.of(TIMESTAMP) : sameNumbers(args));
    }

    static Signature binAt() {
        return new Signature("three numbers or DURATIONs, or a TIMESTAMP, a DURATION and a TIMESTAMP", args -> {
            if (types(args).equals(List.of(TIMESTAMP, DURATION, TIMESTAMP))) {
                return Optional.of(TIMESTAMP);
            }
            boolean fits = areOfOneType(args, 3, 3) && isNumeric(args.get(0));
            return fits ? Optional.of(args.get(0).type()) : none();
        });
    }

    /** A literal {@link Period} and then these types. */
    static Signature period(Type result, Type... rest) {
        return word(
                result, "period of " + Period.names(), name -> Period.find(name).isPresent(), rest);
    }

    /** A literal {@link DatePart} and then these types. */
    static Signature part(Type result, Type... rest) {
        return word(
                result,
                "part of " + DatePart.names(),
                name -> DatePart.find(name).isPresent(),
                rest);
    }

    private interface Words {
        boolean contain(String word);
    }

    private static Signature word(Type result, String what, Words words, Type... rest) {
        List<Type> expected = List.of(rest);
        return new Signature("a literal " + what + " and then " + expected, args -> {
            boolean fits = literal(args, 0).filter(words::contain).isPresent()
                    && types(args.subList(1, args.size())).equals(expected);
            return fits ? Optional.of(result) : none();
        });
    }

    /** A value and a literal format. */
    static Signature format(Type value, Formats formats) {
        return new Signature("a " + value + " and a literal format", args -> {
            Optional<String> format = literal(args, 1);
            if (args.size() != 2 || args.get(0).type() != value || format.isEmpty()) {
                return none();
            }
            formats.problem(format.get()).ifPresent(run -> {
                throw new PlanException("format %s: '%s' is not supported; use %s"
                        .formatted(PlanText.quote(format.get()), run, formats));
            });
            return Optional.of(STRING);
        });
    }

    /** A literal regular expression and then these types. */
    static Signature regex(Type result, Type... rest) {
        List<Type> expected = List.of(rest);
        return new Signature("a literal regular expression and then " + expected, args -> {
            boolean fits = literal(args, 0).isPresent()
                    && types(args.subList(1, args.size())).equals(expected);
            return fits && groups(args, 0) >= 0 ? Optional.of(result) : none();
        });
    }

    static Signature replaceRegex() {
        return new Signature("a STRING, a literal regular expression and a STRING", args -> {
            boolean fits = types(args).equals(List.of(STRING, STRING, STRING))
                    && literal(args, 1).isPresent();
            return fits && groups(args, 1) >= 0 ? Optional.of(STRING) : none();
        });
    }

    static Signature extract() {
        return new Signature("a literal regular expression, the literal number of a group, and a STRING", args -> {
            boolean fits = types(args).equals(List.of(STRING, LONG, STRING))
                    && literal(args, 0).isPresent();
            return fits && hasGroup(args, args.get(1), 0) ? Optional.of(STRING) : none();
        });
    }

    static Signature extractAll() {
        String expected = "a literal regular expression, a STRING and the literal numbers of 1 to 16 groups";
        return new Signature(expected, args -> {
            boolean fits = args.size() >= 3
                    && args.size() <= 2 + Regex.MOST_GROUPS
                    && literal(args, 0).isPresent()
                    && args.get(1).type() == STRING;
            boolean all = fits && args.subList(2, args.size()).stream().allMatch(group -> hasGroup(args, group, 1));
            return all ? Optional.of(DYNAMIC) : none();
        });
    }

    /** Whether it is the literal number of a group, at least {@code least}, of the regular expression that comes first. */
    private static boolean hasGroup(List<Expr> args, Expr group, int least) {
        if (!(group instanceof Expr.Literal literal) || !(literal.value() instanceof Long number)) {
            return false;
        }
        int groups = groups(args, 0);
        if (number < least || number > groups) {
            throw new PlanException(
                    "the regular expression %s has no group %d, but %d".formatted(args.get(0), number, groups));
        }
        return true;
    }

    private static int groups(List<Expr> args, int index) {
        return Regex.of(literal(args, index).orElseThrow()).groups();
    }

    /** STRINGs. */
    static Signature texts(int least, int most) {
        return new Signature(least + " to " + most + " STRINGs", args -> {
            boolean fits = areOfOneType(args, least, most) && args.get(0).type() == STRING;
            return fits ? Optional.of(STRING) : none();
        });
    }

    static Signature split() {
        return new Signature("two STRINGs and a LONG or not", args -> {
            boolean fits = Stream.of(List.of(STRING, STRING), List.of(STRING, STRING, LONG))
                    .anyMatch(types(args)::equals);
            return fits ? Optional.of(DYNAMIC) : none();
        });
    }

    /** Pairs of a key and a value. */
    static Signature pairs(int most) {
        return new Signature("1 to " + most + " pairs of STRING and value", args -> {
            boolean fits = !args.isEmpty() && args.size() % 2 == 0 && args.size() <= 2 * most;
            for (int i = 0; fits && i < args.size(); i += 2) {
                fits = args.get(i).type() == STRING;
            }
            return fits ? Optional.of(DYNAMIC) : none();
        });
    }

    /** Values of any types. */
    static Signature values(int most) {
        return new Signature(
                "1 to " + most + " values",
                args -> !args.isEmpty() && args.size() <= most ? Optional.of(DYNAMIC) : none());
    }

    private static Optional<Type> sameNumbers(List<Expr> args) {
        boolean fits = areTwoOfOneType(args) && isNumeric(args.get(0));
        return fits ? Optional.of(args.get(0).type()) : none();
    }

    private static Optional<Type> plainNumbers(List<Expr> args) {
        boolean fits = areTwoOfOneType(args) && isNumber(args.get(0));
        return fits ? Optional.of(args.get(0).type()) : none();
    }

    private static boolean isNumber(Expr expr) {
        return expr.type() == LONG || expr.type() == DOUBLE;
    }

    private static boolean isNumeric(Expr expr) {
        return Arrays.asList(NUMERIC).contains(expr.type());
    }

    private static boolean isDynamicAndScalar(List<Expr> args) {
        return args.size() >= 2
                && args.get(0).type() == DYNAMIC
                && HELD.contains(args.get(1).type());
    }

    private static boolean areTwoOfOneType(List<Expr> args) {
        return areOfOneType(args, 2, 2);
    }

    private static boolean areOfOneType(List<Expr> args, int least, int most) {
        return args.size() >= least
                && args.size() <= most
                && args.stream().allMatch(arg -> arg.type() == args.get(0).type());
    }

    /** The text of a literal argument; empty if it is none. */
    private static Optional<String> literal(List<Expr> args, int index) {
        return index < args.size() && args.get(index) instanceof Expr.Literal literal && literal.type() == STRING
                ? Optional.of((String) Objects.requireNonNull(literal.value()))
                : Optional.empty();
    }

    private static List<Type> types(List<Expr> args) {
        return args.stream().map(Expr::type).toList();
    }

    private static Optional<Type> none() {
        return Optional.empty();
    }
}
