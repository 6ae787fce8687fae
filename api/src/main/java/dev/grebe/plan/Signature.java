package dev.grebe.plan;

import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;

import java.util.List;
import java.util.Optional;

/** What a function takes and gives. */
record Signature(String expected, Rule rule) {
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
                args -> areTwoOfOneType(args)
                                && Function.ORDERED.contains(args.get(0).type())
                        ? Optional.of(BOOL)
                        : none());
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

    static Signature bin() {
        return new Signature(
                "two numbers or DURATIONs, or a TIMESTAMP and a DURATION",
                args -> types(args).equals(List.of(TIMESTAMP, DURATION)) ? Optional.of(TIMESTAMP) : sameNumbers(args));
    }

    /** A literal {@link Period} and then these types. */
    static Signature period(Type result, Type... rest) {
        List<Type> expected = List.of(rest);
        return new Signature("a literal period of " + Period.names() + " and then " + expected, args -> {
            boolean fits = !args.isEmpty()
                    && args.get(0) instanceof Expr.Literal period
                    && period.value() instanceof String name
                    && Period.find(name).isPresent()
                    && types(args.subList(1, args.size())).equals(expected);
            return fits ? Optional.of(result) : none();
        });
    }

    /** One to {@code most} STRINGs. */
    static Signature texts(int most) {
        return new Signature("1 to " + most + " STRINGs", args -> {
            boolean fits =
                    !args.isEmpty() && args.size() <= most && args.stream().allMatch(arg -> arg.type() == STRING);
            return fits ? Optional.of(STRING) : none();
        });
    }

    private static Optional<Type> sameNumbers(List<Expr> args) {
        boolean fits =
                areTwoOfOneType(args) && Function.NUMBERS.contains(args.get(0).type());
        return fits ? Optional.of(args.get(0).type()) : none();
    }

    private static boolean areTwoOfOneType(List<Expr> args) {
        return args.size() == 2 && args.get(0).type() == args.get(1).type();
    }

    private static List<Type> types(List<Expr> args) {
        return args.stream().map(Expr::type).toList();
    }

    private static Optional<Type> none() {
        return Optional.empty();
    }
}
