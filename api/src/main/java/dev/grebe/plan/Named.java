package dev.grebe.plan;

/** An output column: a name and the expression that gives its values. */
public record Named(String name, Expr expr) {
    /** Name and type of the column. */
    public Field field() {
        return new Field(name, expr.type());
    }

    @Override
    public String toString() {
        boolean same = expr instanceof Expr.Column column && column.name().equals(name);
        return same ? name : name + " = " + expr;
    }
}
