package dev.grebe.kql;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Type;
import java.util.List;

/** The arguments of a call. */
record Args(String function, List<Value> values, Span span) {
    int count() {
        return values.size();
    }

    Value get(int index) {
        return values.get(index);
    }

    Expr any(int index) {
        return get(index).expr();
    }

    /** A STRING, of DYNAMIC too. */
    Expr text(int index) {
        return get(index).text();
    }

    /** The text of any value. */
    Expr string(int index) {
        return get(index).string();
    }

    Expr whole(int index) {
        return get(index).whole();
    }

    /** A LONG that may be left out. */
    Expr whole(int index, long otherwise) {
        return index < count() ? whole(index) : Expressions.literal(otherwise);
    }

    Expr real(int index) {
        return get(index).real();
    }

    Expr time(int index) {
        return get(index).exactly(Type.TIMESTAMP);
    }

    Expr dynamic(int index) {
        return get(index).exactly(Type.DYNAMIC);
    }

    /** The text of a literal. */
    String literal(int index, String what) {
        return get(index).literal(what);
    }

    /** All arguments from that one on, as text. */
    Expr[] strings(int from) {
        return values.subList(from, count()).stream().map(Value::string).toArray(Expr[]::new);
    }

    /** These arguments as values of one type: that of all but the DYNAMIC ones; LONG beside DOUBLE is DOUBLE. */
    List<Expr> alike(List<Value> alike) {
        Type type = Type.DYNAMIC;
        for (Value value : alike) {
            boolean widens = type == Type.LONG && value.type() == Type.DOUBLE;
            type = type == Type.DYNAMIC || widens ? value.type() : type;
        }
        Type common = type;
        return alike.stream().map(value -> value.as(common)).toList();
    }
}
