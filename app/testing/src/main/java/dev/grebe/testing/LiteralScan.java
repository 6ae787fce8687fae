package dev.grebe.testing;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Splits are runs of rows of nearly equal length. */
final class LiteralScan implements Scan {
    private static final int BYTES_PER_ROW = 100;

    private final TableLiteral table;
    private final Layout layout;
    private final Request request;
    private final Asked asked;
    private final Map<String, Domain> domains;
    private final List<Split> splits = new ArrayList<>();
    private final Map<Integer, LiteralColumns> columns = new ConcurrentHashMap<>();
    private final Set<Integer> opened = ConcurrentHashMap.newKeySet();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong rowsRead = new AtomicLong();
    private long splitsSkipped;

    /** Hears of every value that is asked for. */
    interface Asked {
        void values(String column, int count);
    }

    LiteralScan(TableLiteral table, Layout layout, Request request, Asked asked) {
        this.table = table;
        this.layout = layout;
        this.request = request;
        this.asked = asked;
        this.domains = layout.skips() ? Domain.of(request.predicate()) : Map.of();
        for (int i = 0; i < layout.splits(); i++) {
            List<List<@Nullable Object>> part = part(i);
            if (canMatch(part)) {
                String name = "%s, part %d".formatted(table.name(), i);
                columns.put(splits.size(), new LiteralColumns(table, part, layout.coding()));
                splits.add(new Split(
                        name, splits.size(), (long) part.size() * BYTES_PER_ROW, layout.rereads() ? part.size() : -1));
            } else {
                splitsSkipped++;
                rows.addAndGet(part.size());
            }
        }
    }

    private List<List<@Nullable Object>> part(int split) {
        long size = table.rows().size();
        return table.rows()
                .subList((int) (size * split / layout.splits()), (int) (size * (split + 1) / layout.splits()));
    }

    /** As with statistics: what is known of a column is its least and greatest value and whether some are missing. */
    private boolean canMatch(List<List<@Nullable Object>> part) {
        for (Field field : request.columns().fields()) {
            Domain domain = domains.get(field.name());
            List<@Nullable Object> values = new ArrayList<>();
            part.forEach(row -> values.add(table.value(row, field)));
            // A file knows no empty text but that which is missing in it.
            Object missing = Naive.missing(field.type());
            boolean hasNulls = values.removeIf(value -> Objects.equals(value, missing));
            boolean known = !values.isEmpty() && !values.contains(Double.NaN);
            if (domain != null && known) {
                Object min = values.stream()
                        .min(Comparator.comparing(v -> v, Order::compare))
                        .orElseThrow();
                Object max = values.stream()
                        .max(Comparator.comparing(v -> v, Order::compare))
                        .orElseThrow();
                if (!domain.mayOverlap(min, max, hasNulls)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean canMatchRow(List<@Nullable Object> row) {
        return request.columns().fields().stream().allMatch(field -> {
            Domain domain = domains.get(field.name());
            return domain == null || domain.mayContain(table.value(row, field));
        });
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(splits);
    }

    @Override
    public Reader open(Split split, List<String> names, Rows wanted) {
        LiteralColumns values = Objects.requireNonNull(columns.get(split.ordinal()));
        List<Field> fields = names.stream()
                .map(name -> request.columns().field(request.columns().index(name, table.name())))
                .toList();
        int[] positions = wanted instanceof Rows.At at
                ? Arrays.copyOf(at.positions(), at.count())
                : IntStream.range(0, values.rows().size())
                        .filter(position -> canMatchRow(values.rows().get(position)))
                        .toArray();
        if (opened.add(split.ordinal())) {
            rows.addAndGet(values.rows().size());
            rowsRead.addAndGet(positions.length);
        }
        return new LiteralReader(values, fields, positions, layout.batchRows(), asked);
    }

    @Override
    public boolean rereads() {
        return layout.rereads();
    }

    @Override
    public Account account() {
        long all = (long) table.rows().size() * BYTES_PER_ROW;
        return new Account(
                layout.splits(),
                splitsSkipped,
                0,
                all,
                rowsRead.get() * BYTES_PER_ROW,
                rows.get(),
                rowsRead.get(),
                rows.get() - rowsRead.get(),
                0,
                Map.of(),
                Map.of());
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
