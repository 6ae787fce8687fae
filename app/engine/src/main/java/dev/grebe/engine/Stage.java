package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One table and all that its scan feeds: it is read once for all of them. */
record Stage(String table, List<Tap> taps) {
    Stage {
        taps = List.copyOf(taps);
    }

    /** The stages of the taps, by table. */
    static Map<String, Stage> of(List<Tap> taps) {
        Map<String, List<Tap>> byTable = new LinkedHashMap<>();
        taps.forEach(tap ->
                byTable.computeIfAbsent(tap.table(), name -> new ArrayList<>()).add(tap));
        Map<String, Stage> stages = new LinkedHashMap<>();
        byTable.forEach((table, own) -> stages.put(table, new Stage(table, own)));
        return stages;
    }

    /** What the source is asked for. */
    Request request(Window filed) {
        Set<String> required = new TreeSet<>();
        Set<String> nonNull = new TreeSet<>();
        for (Tap tap : taps) {
            required.addAll(tap.chain().table().required());
            nonNull.addAll(tap.chain().table().nonNull());
        }
        return new Request(table, columns(), required, nonNull, filed, predicate());
    }

    /** Every column that any tap reads, requires or refuses nulls in. */
    Schema columns() {
        Set<String> names = new LinkedHashSet<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Tap tap : taps) {
            Table declared = tap.chain().table();
            names.addAll(tap.columns());
            tap.chain().conditions().forEach(condition -> names.addAll(Exprs.columns(condition)));
            names.addAll(declared.required());
            names.addAll(declared.nonNull());
            for (Field field : declared.schema().fields()) {
                Field known = fields.putIfAbsent(field.name(), field);
                if (known != null && known.type() != field.type()) {
                    throw new PlanException("%s: column '%s' is declared as %s and as %s"
                            .formatted(table, field.name(), known.type(), field.type()));
                }
            }
        }
        return new Schema(fields.values().stream()
                .filter(field -> names.contains(field.name()))
                .toList());
    }

    /** True for every row that any tap may want. */
    Expr predicate() {
        Expr any = Expressions.literal(false);
        for (Tap tap : taps) {
            List<Expr> conditions = tap.chain().skippable();
            if (conditions.isEmpty()) {
                return Expressions.literal(true);
            }
            Expr all = conditions.stream().reduce(Expr::and).orElseThrow();
            any = any instanceof Expr.Literal ? all : any.or(all);
        }
        return any;
    }
}
