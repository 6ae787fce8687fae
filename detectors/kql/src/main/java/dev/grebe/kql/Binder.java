package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives names their columns, and operators and functions their meaning for the types at hand. */
final class Binder {
    private final Columns columns;

    Binder(Columns columns) {
        this.columns = columns;
    }

    Expr bind(Syntax syntax) {
        if (syntax instanceof Syntax.Name name) {
            return name(name);
        } else if (syntax instanceof Syntax.Constant constant) {
            return constant.value();
        } else if (syntax instanceof Syntax.Dynamic dynamic) {
            boolean isNull = dynamic.value().kind() == Json.Kind.NULL;
            return literal(isNull ? null : dynamic.value().text(), Type.DYNAMIC);
        } else if (syntax instanceof Syntax.Minus minus) {
            Value operand = value(minus.operand(), "the value after -");
            return checked(syntax, () -> call(Function.NEGATE, operand.scalar()));
        } else if (syntax instanceof Syntax.Binary binary) {
            Value left =
                    value(binary.left(), "the left side of " + binary.operator().text());
            Value right = value(
                    binary.right(), "the right side of " + binary.operator().text());
            return checked(syntax, () -> binary.operator().meaning().of(left, right));
        } else if (syntax instanceof Syntax.Chain chain) {
            String role = "a condition of " + (chain.isOr() ? "or" : "and");
            List<Expr> parts = chain.parts().stream()
                    .map(part -> value(part, role).exactly(Type.BOOL))
                    .toList();
            return Lists.balanced(parts, chain.isOr());
        } else if (syntax instanceof Syntax.Among among) {
            return among(among);
        } else if (syntax instanceof Syntax.Between between) {
            return between(between);
        } else if (syntax instanceof Syntax.Call call) {
            return function(call);
        } else if (syntax instanceof Syntax.Member member) {
            Value target = value(member.target(), "the value before ." + member.name());
            return member(target, member.name());
        } else if (syntax instanceof Syntax.Index index) {
            return index(index);
        }
        throw syntax.span().error("typeof(..) stands only at the end of extract(..)");
    }

    private Value value(Syntax syntax, String role) {
        return new Value(bind(syntax), syntax, role);
    }

    private Expr name(Syntax.Name name) {
        List<String> path = name.path();
        for (int parts = path.size(); parts > 0; parts--) {
            Optional<Expr> column = columns.find(path.subList(0, parts));
            if (column.isPresent()) {
                return inside(column.get(), name, parts);
            }
        }
        String whole = String.join(".", path);
        String hint = Nearest.hint(whole, columns.names());
        throw name.span()
                .error("no column '%s'.%s"
                        .formatted(whole, hint.isEmpty() ? Nearest.hint(path.get(0), columns.names()) : hint));
    }

    private static Expr inside(Expr column, Syntax.Name name, int parts) {
        Expr value = column;
        for (Syntax.Name.Part part : name.parts().subList(parts, name.parts().size())) {
            value = member(new Value(value, name, "column '" + column + "'"), part.name());
        }
        return value;
    }

    private static Expr member(Value target, String name) {
        if (target.type() != Type.DYNAMIC) {
            throw target.span()
                    .error("%s is %s and has nothing inside%s"
                            .formatted(
                                    target.role(),
                                    target.type(),
                                    target.type() == Type.STRING ? "; parse_json(..) reads text as JSON" : ""));
        }
        return call(Function.MEMBER, target.expr(), literal(name));
    }

    private Expr index(Syntax.Index syntax) {
        Value target = value(syntax.target(), "the value before [");
        Value index = value(syntax.index(), "the index");
        return switch (index.type()) {
            case LONG -> call(Function.ELEMENT, target.exactly(Type.DYNAMIC), index.expr());
            case STRING -> call(Function.MEMBER, target.exactly(Type.DYNAMIC), index.expr());
            default ->
                throw index.span()
                        .error("the index is %s, not LONG or STRING; tolong(..) or tostring(..) converts"
                                .formatted(index.type()));
        };
    }

    private Expr among(Syntax.Among among) {
        String name = among.operator().name();
        Value left = value(among.left(), "the left side of " + name);
        List<Value> items = new ArrayList<>();
        for (Syntax item : among.items()) {
            items.add(value(item, "value " + (items.size() + 1) + " of " + name));
        }
        return checked(among, () -> among.operator().meaning().of(left, items));
    }

    private Expr between(Syntax.Between between) {
        Value value = value(between.value(), "the value before between");
        Value low = value(between.low(), "the low end of between");
        Value high = value(between.high(), "the high end of between");
        return checked(between, () -> {
            boolean isLength = value.type() == Type.TIMESTAMP && high.type() == Type.DURATION;
            Expr end = isLength ? low.scalar().plus(high.expr()) : high.scalar();
            Expr inside = value.scalar().isBetween(low.scalar(), end);
            return between.negated() ? inside.not() : inside;
        });
    }

    private Expr function(Syntax.Call call) {
        String name = call.function().name();
        List<Value> values = new ArrayList<>();
        for (Syntax arg : call.args()) {
            String role = "argument " + (values.size() + 1) + " of " + name;
            boolean isType = arg instanceof Syntax.TypeOf && name.equals("extract");
            values.add(isType ? new Value(literal(((Syntax.TypeOf) arg).name()), arg, role) : value(arg, role));
        }
        return checked(call, () -> call.function().meaning().of(new Args(name, values, call.span())));
    }

    /** What the plan refuses is told with its place; the innermost place wins. */
    private static Expr checked(Syntax syntax, Supplier<Expr> making) {
        try {
            return making.get();
        } catch (PlanException e) {
            throw new Mistake(syntax.span(), String.valueOf(e.getMessage()));
        }
    }
}
