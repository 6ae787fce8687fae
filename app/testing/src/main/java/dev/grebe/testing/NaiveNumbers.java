package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Arithmetic without wrapping: whole numbers and ticks go through BigInteger. */
final class NaiveNumbers {
    private static final int MOST_DIGITS = 400;

    private NaiveNumbers() {}

    static @Nullable Object sum(NaiveArgs args, Type type) {
        return type == Type.DOUBLE
                ? (Object) (args.real(0) + args.real(1))
                : NaiveTime.fitting(args.integer(0).add(args.integer(1)), type);
    }

    static @Nullable Object difference(NaiveArgs args, Type type) {
        return type == Type.DOUBLE
                ? (Object) (args.real(0) - args.real(1))
                : NaiveTime.fitting(args.integer(0).subtract(args.integer(1)), type);
    }

    static @Nullable Object product(NaiveArgs args, Type type) {
        if (type == Type.DOUBLE) {
            return args.real(0) * args.real(1);
        } else if (args.type(0) == Type.DOUBLE) {
            return nearest(args.real(0) * (double) args.whole(1), type);
        }
        return NaiveTime.fitting(args.integer(0).multiply(args.integer(1)), type);
    }

    static @Nullable Object quotient(NaiveArgs args, Type type) {
        if (args.type(0) == Type.DOUBLE) {
            return args.real(0) / args.real(1);
        } else if (type == Type.DOUBLE) {
            return (double) args.whole(0) / (double) args.whole(1);
        } else if (args.type(1) == Type.DOUBLE) {
            return nearest((double) args.whole(0) / args.real(1), type);
        }
        // BigInteger divides towards zero.
        return args.whole(1) == 0 ? null : NaiveTime.fitting(args.integer(0).divide(args.integer(1)), type);
    }

    static @Nullable Object remainder(NaiveArgs args, Type type) {
        if (type == Type.DOUBLE) {
            double rest = args.real(0) % args.real(1);
            double positive = rest < 0 ? rest + Math.abs(args.real(1)) : rest;
            return positive == 0 ? 0.0 : positive;
        }
        return args.whole(1) == 0
                ? null
                : NaiveTime.fitting(args.integer(0).mod(args.integer(1).abs()), type);
    }

    static @Nullable Object negative(NaiveArgs args, Type type) {
        return type == Type.DOUBLE
                ? (Object) (-args.real(0))
                : NaiveTime.fitting(args.integer(0).negate(), type);
    }

    static @Nullable Object absolute(NaiveArgs args, Type type) {
        return type == Type.DOUBLE
                ? (Object) Math.abs(args.real(0))
                : NaiveTime.fitting(args.integer(0).abs(), type);
    }

    static double rounded(double value, long digits) {
        if (!Double.isFinite(value)) {
            return value;
        }
        int scale = (int) Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits));
        BigDecimal shortest = new BigDecimal(NaiveToString.of(value, Type.DOUBLE));
        BigDecimal rounded = shortest.setScale(scale, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? 0.0 : Double.parseDouble(rounded.toString());
    }

    /** The lowest 64 bits as a number. */
    static long bits(BigInteger value) {
        return value.longValue();
    }

    static @Nullable Long shifted(BigInteger value, BigInteger by, int direction) {
        if (by.signum() < 0) {
            return null;
        }
        int distance = by.mod(BigInteger.valueOf(Long.SIZE)).intValue();
        return bits(direction > 0 ? value.shiftLeft(distance) : value.shiftRight(distance));
    }

    static @Nullable Object bin(NaiveArgs args, Type type) {
        if (type == Type.DOUBLE) {
            double size = args.real(1);
            return size <= 0 ? null : (Object) (Math.floor(args.real(0) / size) * size);
        }
        BigInteger origin = BigInteger.valueOf(type == Type.TIMESTAMP ? NaiveTime.YEAR_1 : 0);
        return binned(args.integer(0), args.integer(1), origin, type);
    }

    static @Nullable Object binAt(NaiveArgs args, Type type) {
        if (type == Type.DOUBLE) {
            double size = args.real(1);
            double fixed = args.real(2);
            return size > 0 ? (Object) (fixed + Math.floor((args.real(0) - fixed) / size) * size) : null;
        }
        return binned(args.integer(0), args.integer(1), args.integer(2), type);
    }

    private static @Nullable Object binned(BigInteger value, BigInteger size, BigInteger origin, Type type) {
        if (size.signum() <= 0) {
            return null;
        }
        BigInteger distance = value.subtract(origin);
        // mod is never negative, so this is the multiple below.
        return NaiveTime.fitting(distance.subtract(distance.mod(size)).add(origin), type);
    }

    /** The nearest whole number, of two as near the even one. */
    static @Nullable Long nearest(double value, Type type) {
        return Double.isFinite(value)
                ? NaiveTime.fitting(
                        new BigDecimal(value)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .toBigIntegerExact(),
                        type)
                : null;
    }
}
