package dev.grebe.pipeline;

import dev.grebe.kql.Columns;
import dev.grebe.kql.Kql;
import dev.grebe.kql.KqlException;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Named;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of one table's expressions what they mean over the lake. Types are known without looking at the lake: a column of
 * the table that is a lake column under another name is read with the table's type; a lake column inside of an expression
 * is read as {@code types} says, else like the table's column of its name, else as text.
 */
final class ViewBuilder implements Columns {
    private final LakeTable table;
    private final Schema declared;
    private final Problems problems;
    private final Map<String, Type> read = new LinkedHashMap<>();
    private final Map<String, Expr> lets = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    /** Where the text stands that is being read. */
    private Place at;

    /** @param declared all columns that detectors read of the table */
    ViewBuilder(LakeTable table, Schema declared, Problems problems) {
        this.table = table;
        this.declared = declared;
        this.problems = problems;
        this.at = table.part().place();
    }

    /**
     * A table over the lake.
     *
     * @param read lake columns with their types
     * @param where the rows that are the table's
     * @param columns of the table
     */
    record View(Map<String, Type> read, List<Expr> where, List<Named> columns) {
        /** The lake column that is a column of the table under another name; empty where it is computed. */
        Optional<String> lakeColumn(String column) {
            return columns.stream()
                    .filter(named -> named.name().equals(column))
                    .map(Named::expr)
                    .filter(Expr.Column.class::isInstance)
                    .map(expr -> ((Expr.Column) expr).name())
                    .findFirst();
        }
    }

    View build() {
        List<Expr> where = new ArrayList<>();
        for (Yaml.Scalar condition : table.where()) {
            at = condition.place();
            condition(condition, this, problems).ifPresent(where::add);
        }
        table.columns().forEach(this::requireKnown);
        List<Named> columns = new ArrayList<>();
        for (Field field : declared.fields()) {
            column(field).ifPresent(expr -> columns.add(expr.as(field.name())));
        }
        return new View(read, where, columns);
    }

    /** A condition; empty if it is none, which the problems then say. */
    static Optional<Expr> condition(Yaml.Scalar text, Columns columns, Problems problems) {
        Optional<Expr> expr = expression(text, columns, problems);
        if (expr.isPresent() && expr.get().type() != Type.BOOL) {
            problems.add(
                    text.place(),
                    "expected a condition, found %s"
                            .formatted(TableSection.LakeType.of(expr.get().type())));
            return Optional.empty();
        }
        return expr;
    }

    private static Optional<Expr> expression(Yaml.Scalar text, Columns columns, Problems problems) {
        try {
            return Optional.of(Kql.expression(text.text(), columns));
        } catch (KqlException e) {
            problems.add(text.place(e.offset()), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A column that no detector reads may stand here for others; what looks like a misspelt one may not. */
    private void requireKnown(String column, Yaml.Scalar text) {
        if (declared.contains(column)) {
            return;
        }
        String near = Nearest.hint(column, declared.names());
        if (!near.isEmpty()) {
            problems.add(text.place(), "%s has no column '%s'.%s".formatted(table.name(), Visible.of(column), near));
        }
        try {
            Kql.parse(text.text());
        } catch (KqlException e) {
            problems.add(text.place(e.offset()), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Expr> column(Field field) {
        Yaml.Scalar text = table.columns().get(field.name());
        at = text == null ? table.part().place() : text.place();
        if (text == null) {
            return Optional.of(lakeColumn(table.inLake(field.name()), field.type()));
        }
        Optional<String> renamed = lakeName(text.text());
        if (renamed.isPresent()) {
            return Optional.of(lakeColumn(renamed.get(), field.type()));
        }
        return expression(text, this, problems).flatMap(expr -> converted(expr, field, text));
    }

    /** The lake column that a text is nothing but the name of. */
    private Optional<String> lakeName(String text) {
        try {
            return Kql.parse(text)
                    .name()
                    .filter(path -> !table.let().containsKey(path.get(0)) && !isInsideOfDynamic(path))
                    .map(path -> String.join(".", path));
        } catch (KqlException e) {
            return Optional.empty();
        }
    }

    private Optional<Expr> converted(Expr expr, Field field, Yaml.Scalar text) {
        Type from = expr.type();
        if (from == field.type()) {
            return Optional.of(expr);
        }
        Optional<Function> conversion = conversion(from, field.type());
        if (conversion.isEmpty()) {
            problems.add(
                    text.place(),
                    "column '%s' of %s is %s, the expression is %s"
                            .formatted(
                                    field.name(),
                                    table.name(),
                                    TableSection.LakeType.of(field.type()),
                                    TableSection.LakeType.of(from)));
        }
        return conversion.map(function -> Expressions.call(function, expr));
    }

    /** Conversions that lose nothing that fits. */
    private static Optional<Function> conversion(Type from, Type to) {
        boolean isDynamic = from == Type.DYNAMIC;
        return switch (to) {
            case STRING -> Optional.of(Function.TO_STRING);
            case DOUBLE -> from == Type.LONG || isDynamic ? Optional.of(Function.TO_DOUBLE) : Optional.empty();
            case LONG -> isDynamic ? Optional.of(Function.TO_LONG) : Optional.empty();
            case BOOL -> isDynamic ? Optional.of(Function.TO_BOOL) : Optional.empty();
            case TIMESTAMP, DURATION, DYNAMIC -> Optional.empty();
        };
    }

    private Expr lakeColumn(String name, Type type) {
        Type known = read.putIfAbsent(name, type);
        if (known != null && known != type) {
            problems.add(
                    at,
                    "%s reads the lake's column '%s' as %s and as %s; convert one, or state its type under 'types'"
                            .formatted(
                                    table.name(),
                                    name,
                                    TableSection.LakeType.of(known),
                                    TableSection.LakeType.of(type)));
        }
        return new Expr.Column(name, type);
    }

    @Override
    public Optional<Expr> find(List<String> path) {
        String name = String.join(".", path);
        if (path.size() == 1 && table.let().containsKey(name)) {
            return let(name);
        }
        boolean isLet = table.let().containsKey(path.get(0));
        if (isLet || isInsideOfDynamic(path)) {
            return Optional.empty();
        }
        Type stated = table.types().get(name);
        Type own = declared.contains(name) ? declared.type(name, table.name()) : Type.STRING;
        return Optional.of(lakeColumn(name, stated == null ? own : stated));
    }

    private boolean isInsideOfDynamic(List<String> path) {
        for (int parts = 1; parts < path.size(); parts++) {
            if (table.types().get(String.join(".", path.subList(0, parts))) == Type.DYNAMIC) {
                return !table.types().containsKey(String.join(".", path));
            }
        }
        return false;
    }

    private Optional<Expr> let(String name) {
        Expr known = lets.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Yaml.Scalar text = table.let().get(name);
        if (text == null || !open.add(name)) {
            problems.add(at, "let '%s' is made of itself".formatted(name));
            return Optional.empty();
        }
        Optional<Expr> made = expression(text, this, problems);
        open.remove(name);
        // A let that is wrong is reported once, where it stands.
        Expr expr = made.orElseGet(() -> Expressions.literal("", Type.STRING));
        lets.put(name, expr);
        return Optional.of(expr);
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(table.let().keySet());
        names.addAll(table.types().keySet());
        names.addAll(declared.names());
        return names;
    }
}
