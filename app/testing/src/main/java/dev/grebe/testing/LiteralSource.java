package dev.grebe.testing;

import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A table literal as a source that is as unkind as its contract allows: values nobody asked for are rubbish, and a batch
 * becomes rubbish with its reader's next call.
 */
public final class LiteralSource implements Source {
    private final TableLiteral table;
    private final Layout layout;
    private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();

    LiteralSource(TableLiteral table, Layout layout) {
        this.table = table;
        this.layout = layout;
    }

    @Override
    public Schema sample() {
        return table.schema();
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        for (Field wanted : request.columns().fields()) {
            if (table.schema().contains(wanted.name())) {
                requireType(wanted);
            } else if (request.required().contains(wanted.name())) {
                throw new DataException("%s has no column '%s'.%s"
                        .formatted(
                                table.name(),
                                wanted.name(),
                                Nearest.hint(wanted.name(), table.schema().names())));
            }
        }
        return new LiteralScan(table, layout, request, this::count);
    }

    /** How many values of each column were asked for, over all scans; columns never asked for are absent. */
    public Map<String, Long> asked() {
        Map<String, Long> counts = new TreeMap<>();
        asked.forEach((column, count) -> counts.put(column, count.get()));
        return counts;
    }

    private void count(String column, int values) {
        asked.computeIfAbsent(column, unused -> new AtomicLong()).addAndGet(values);
    }

    private void requireType(Field wanted) {
        Field found = table.schema().field(table.schema().index(wanted.name(), table.name()));
        if (found.type() != wanted.type()) {
            throw new DataException("%s: column '%s' is %s; the plan reads it as %s"
                    .formatted(table.name(), wanted.name(), found.type(), wanted.type()));
        }
    }
}
