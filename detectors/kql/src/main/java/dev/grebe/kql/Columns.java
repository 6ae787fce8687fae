package dev.grebe.kql;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the names of an expression stand for. */
public interface Columns {
    /** No columns. */
    Columns NONE = of(new Schema(List.of()));

    /**
     * The column of that path, such as {@code [process, file, name]}; empty if there is none. Asked first for all parts of a
     * name, then for fewer and fewer: the rest is then looked up inside of that column, which has to be DYNAMIC.
     */
    Optional<Expr> find(List<String> path);

    /** The names to suggest to somebody who has misspelt one. */
    Collection<String> names();

    /** The columns of a table; the parts of a path are joined with points. */
    static Columns of(Schema schema) {
        return new Columns() {
            @Override
            public Optional<Expr> find(List<String> path) {
                String name = String.join(".", path);
                return schema.contains(name)
                        ? Optional.of(new Expr.Column(name, schema.type(name, "the table")))
                        : Optional.empty();
            }

            @Override
            public Collection<String> names() {
                return schema.names();
            }
        };
    }
}
