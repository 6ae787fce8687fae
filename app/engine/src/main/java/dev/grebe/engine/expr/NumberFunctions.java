package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.List;

/** Compiles calls of functions of numbers and spans, conversions to numbers among them. */
final class NumberFunctions {
    private NumberFunctions() {}

    static Evaluator evaluator(Expr.Call call, Values values) {
        List<Operand> args = values.operands(call.args());
        Operand first = args.get(0);
        Type type = Values.type(call, 0);
        return switch (call.function()) {
            case ADD, SUBTRACT -> sum(call, args);
            case MULTIPLY -> product(call, args);
            case DIVIDE -> quotient(call, args);
            case MODULO ->
                type == Type.DOUBLE
                        ? Strict.doubles(first, args.get(1), Arithmetic::remainder)
                        : Arithmetic.remainder(first, args.get(1));
            case NEGATE -> type == Type.DOUBLE ? Strict.doubles(first, a -> -a) : Arithmetic.negative(first);
            case ABS -> type == Type.DOUBLE ? Strict.doubles(first, Math::abs) : Arithmetic.absolute(first);
            case ROUND -> Rounding.of(first, args.get(1));
            case BIN, BIN_AT -> bin(call, args);
            case MAX_OF, MIN_OF -> new Extremum(args, type, call.function() == Function.MAX_OF);
            case BINARY_AND -> Strict.total(first, args.get(1), (a, b) -> a & b);
            case BINARY_OR -> Strict.total(first, args.get(1), (a, b) -> a | b);
            case BINARY_XOR -> Strict.total(first, args.get(1), (a, b) -> a ^ b);
            case BINARY_NOT -> Strict.longs(first, (a, row, results) -> results.set(row, ~a));
            case BINARY_SHIFT_LEFT -> Arithmetic.shiftedLeft(first, args.get(1));
            case BINARY_SHIFT_RIGHT -> Arithmetic.shiftedRight(first, args.get(1));
            case TO_LONG -> Conversions.toLong(first, type);
            case TO_INT -> Conversions.toInt(first, type);
            case TO_DOUBLE -> Conversions.toDouble(first, type);
            case TO_BOOL -> Conversions.toBool(first, type);
            default -> throw new IllegalStateException(call.function() + " is no function of numbers");
        };
    }

    private static Evaluator sum(Expr.Call call, List<Operand> args) {
        boolean subtracts = call.function() == Function.SUBTRACT;
        return call.type() == Type.DOUBLE
                ? new DoubleSum(args.get(0), args.get(1), subtracts)
                : new Sum(args.get(0), args.get(1), subtracts, call.type() == Type.TIMESTAMP);
    }

    /** A number stands before a span. */
    private static Evaluator product(Expr.Call call, List<Operand> args) {
        if (call.type() == Type.DOUBLE) {
            return Strict.doubles(args.get(0), args.get(1), (a, b) -> a * b);
        }
        return Values.type(call, 0) == Type.DOUBLE
                ? Arithmetic.scaled(args.get(0), args.get(1))
                : Arithmetic.product(args.get(0), args.get(1));
    }

    private static Evaluator quotient(Expr.Call call, List<Operand> args) {
        if (call.type() == Type.DOUBLE) {
            return Values.type(call, 0) == Type.DOUBLE
                    ? Strict.doubles(args.get(0), args.get(1), (a, b) -> a / b)
                    : Arithmetic.ratio(args.get(0), args.get(1));
        }
        return Values.type(call, 1) == Type.DOUBLE
                ? Arithmetic.shortened(args.get(0), args.get(1))
                : Arithmetic.quotient(args.get(0), args.get(1));
    }

    private static Evaluator bin(Expr.Call call, List<Operand> args) {
        Operand value = args.get(0);
        Operand size = args.get(1);
        if (call.type() == Type.DOUBLE) {
            return args.size() == 2 ? new DoubleBin(value, size) : new DoubleBinAt(value, size, args.get(2));
        }
        boolean isTime = call.type() == Type.TIMESTAMP;
        return args.size() == 2 ? Bin.at(value, size, isTime) : new Bin(value, size, args.get(2), isTime);
    }
}
