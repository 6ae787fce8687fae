package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a call. Those that are asked for by their kind are not null. */
record NaiveArgs(List<@Nullable Object> values, List<Type> types) {
    int count() {
        return values.size();
    }

    @Nullable Object value(int index) {
        return values.get(index);
    }

    Type type(int index) {
        return types.get(index);
    }

    Object some(int index) {
        return Objects.requireNonNull(values.get(index));
    }

    String text(int index) {
        return (String) some(index);
    }

    long whole(int index) {
        return (Long) some(index);
    }

    BigInteger integer(int index) {
        return BigInteger.valueOf(whole(index));
    }

    double real(int index) {
        return (Double) some(index);
    }

    NaiveJson json(int index) {
        return NaiveJson.of(text(index));
    }

    /** A text with A-Z folded. */
    String folded(int index) {
        return NaiveText.folded(text(index));
    }
}
