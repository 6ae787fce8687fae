package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logic of three values, and the functions that choose among their arguments. */
final class NaiveLogic {
    private NaiveLogic() {}

    /** {@code ==}. */
    static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? null : false;
        } else if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        return left.equals(right);
    }

    /** How one value stands to another; empty where one is NaN, which stands nowhere. */
    static Optional<Integer> order(Object left, Object right) {
        if (left.equals(Double.NaN) || right.equals(Double.NaN)) {
            return Optional.empty();
        }
        return Optional.of(Order.compare(Order.key(left), Order.key(right)));
    }

    static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : true;
    }

    static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        return not(and(not(left), not(right)));
    }

    static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : (Boolean) !value;
    }

    /** {@code case}. */
    static @Nullable Object choice(NaiveArgs args) {
        for (int i = 0; i + 1 < args.count(); i += 2) {
            if (Boolean.TRUE.equals(args.value(i))) {
                return args.value(i + 1);
            }
        }
        return args.value(args.count() - 1);
    }

    /** {@code coalesce}. */
    static @Nullable Object coalesce(NaiveArgs args, Type type) {
        for (Object value : args.values()) {
            boolean isEmpty = value == null || NaiveToString.of(value, type).isEmpty();
            if (!isEmpty) {
                return value;
            }
        }
        return Naive.missing(type);
    }

    /** {@code max_of}, and {@code min_of} with the sign turned. */
    static @Nullable Object extreme(NaiveArgs args, int sign) {
        Object found = null;
        for (Object value : args.values()) {
            boolean isWorse = value == null || value.equals(Double.NaN) && found != null;
            boolean isBetter = found == null || found.equals(Double.NaN) || sign * Order.compare(value, found) > 0;
            if (!isWorse && isBetter) {
                found = Objects.requireNonNull(value);
            }
        }
        return found;
    }
}
