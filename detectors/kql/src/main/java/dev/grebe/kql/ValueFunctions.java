package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.tostring;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;

/** Functions of any value, and of numbers. */
final class ValueFunctions {
    private ValueFunctions() {}

    static void addTo(Functions functions) {
        addLogic(functions);
        addConversions(functions);
        addNumbers(functions);
    }

    private static void addLogic(Functions functions) {
        functions.add("not", 1, 1, args -> args.get(0).exactly(Type.BOOL).not());
        functions.add("isnull", 1, 1, args -> Expressions.isNull(args.any(0)));
        functions.add("isnotnull", 1, 1, args -> Expressions.isNull(args.any(0)).not());
        functions.alias("notnull", "isnotnull");
        functions.add("isempty", 1, 1, args -> isEmpty(args.any(0)));
        functions.add("isnotempty", 1, 1, args -> isEmpty(args.any(0)).not());
        functions.alias("notempty", "isnotempty");
        functions.add("iff", 3, 3, ValueFunctions::choice);
        functions.alias("iif", "iff");
        functions.add("case", 3, 65, args -> {
            if (args.count() % 2 == 0) {
                throw args.span().error("case takes pairs of condition and value, and a value for all else at the end");
            }
            return choice(args);
        });
        functions.addLong(
                "coalesce",
                2,
                args -> call(Function.COALESCE, args.alike(args.values()).toArray(Expr[]::new)));
    }

    /** Of DYNAMIC the text decides: a bag and an array are never empty. */
    private static Expr isEmpty(Expr value) {
        return switch (value.type()) {
            case STRING -> value.is("");
            case DYNAMIC -> tostring(value).is("");
            default -> Expressions.isNull(value);
        };
    }

    private static Expr choice(Args args) {
        List<Value> values = new ArrayList<>();
        for (int i = 1; i < args.count(); i += 2) {
            values.add(args.get(i));
        }
        values.add(args.get(args.count() - 1));
        List<Expr> alike = args.alike(values);
        Expr[] parts = new Expr[args.count()];
        for (int i = 0; i + 1 < parts.length; i += 2) {
            parts[i] = args.get(i).exactly(Type.BOOL);
            parts[i + 1] = alike.get(i / 2);
        }
        parts[parts.length - 1] = alike.get(alike.size() - 1);
        return call(Function.CASE, parts);
    }

    private static void addConversions(Functions functions) {
        functions.add("tostring", 1, 1, args -> args.string(0));
        addConversion(functions, Type.LONG, Function.TO_LONG, "tolong");
        functions.add("toint", 1, 1, args -> call(Function.TO_INT, args.any(0)));
        addConversion(functions, Type.DOUBLE, Function.TO_DOUBLE, "todouble");
        functions.alias("toreal", "todouble");
        addConversion(functions, Type.BOOL, Function.TO_BOOL, "tobool");
        functions.alias("toboolean", "tobool");
        functions.add("todatetime", 1, 1, args -> converted(args.get(0), Type.TIMESTAMP, Function.TO_DATETIME));
        functions.add("totimespan", 1, 1, args -> converted(args.get(0), Type.DURATION, Function.TO_TIMESPAN));
        functions.alias("totime", "totimespan");
        functions.add("parse_json", 1, 1, args -> converted(args.get(0), Type.DYNAMIC, Function.PARSE_JSON));
        functions.alias("todynamic", "parse_json");
        functions.alias("parsejson", "parse_json");
        functions.alias("toobject", "parse_json");
    }

    private static void addConversion(Functions functions, Type type, Function function, String name) {
        functions.add(name, 1, 1, args -> args.any(0).type() == type ? args.any(0) : call(function, args.any(0)));
    }

    private static Expr converted(Value value, Type type, Function function) {
        return value.type() == type ? value.expr() : call(function, value.text());
    }

    private static void addNumbers(Functions functions) {
        functions.add("abs", 1, 1, args -> call(Function.ABS, args.get(0).scalar()));
        functions.addLong("max_of", 2, args -> extreme(args, Function.MAX_OF));
        functions.addLong("min_of", 2, args -> extreme(args, Function.MIN_OF));
        functions.add("round", 1, 2, args -> call(Function.ROUND, args.real(0), args.whole(1, 0)));
        functions.addOfWhole("binary_and", Function.BINARY_AND, 2);
        functions.addOfWhole("binary_or", Function.BINARY_OR, 2);
        functions.addOfWhole("binary_xor", Function.BINARY_XOR, 2);
        functions.addOfWhole("binary_not", Function.BINARY_NOT, 1);
        functions.addOfWhole("binary_shift_left", Function.BINARY_SHIFT_LEFT, 2);
        functions.addOfWhole("binary_shift_right", Function.BINARY_SHIFT_RIGHT, 2);
        functions.add(
                "bin",
                2,
                2,
                args -> Expressions.bin(args.get(0).scalar(), args.get(1).scalar()));
        functions.alias("floor", "bin");
        functions.add("bin_at", 3, 3, ValueFunctions::binAt);
    }

    private static Expr extreme(Args args, Function function) {
        args.values().forEach(Value::scalar);
        return call(function, args.alike(args.values()).toArray(Expr[]::new));
    }

    private static Expr binAt(Args args) {
        args.values().forEach(Value::scalar);
        Type type = args.any(0).type();
        boolean areNumbers = type == Type.LONG || type == Type.DOUBLE;
        return areNumbers
                ? call(Function.BIN_AT, args.alike(args.values()).toArray(Expr[]::new))
                : call(Function.BIN_AT, args.any(0), args.any(1), args.any(2));
    }

    /** What extract(.., typeof(..)) does with the text that it found. */
    static Expr typed(Expr text, String type) {
        return switch (type) {
            case "int" -> call(Function.TO_INT, text);
            case "long" -> call(Function.TO_LONG, text);
            case "real", "double" -> call(Function.TO_DOUBLE, text);
            case "bool", "boolean" -> call(Function.TO_BOOL, text);
            case "datetime", "date" -> call(Function.TO_DATETIME, text);
            case "timespan", "time" -> call(Function.TO_TIMESPAN, text);
            case "dynamic" -> call(Function.PARSE_JSON, text);
            default -> text;
        };
    }
}
