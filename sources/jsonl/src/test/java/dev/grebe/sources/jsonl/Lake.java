package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads tables to the end, checking that the account adds up and that memory is given back. */
record Lake(Storage storage, Portions portions, UnaryOperator<JsonlSettings> settings) {
    static final Expr EVERYTHING = Expressions.literal(true);

    Lake(Storage storage, Portions portions) {
        this(storage, portions, settings -> settings);
    }

    /** Settings with their defaults. */
    static JsonlSettings settings(String path) {
        return new JsonlSettings(path, Layout.AUTO, "", List.of("AdditionalFields"), JsonlLimits.DEFAULT);
    }

    /** Rows as they come, and what is said of them. */
    record Read(List<List<@Nullable Object>> rows, Account account, int splits) {}

    Read read(String path, Schema columns) {
        return read(path, columns, Set.of(), EVERYTHING);
    }

    Read read(String path, Schema columns, Set<String> required, Expr predicate) {
        return read(new Request("Events", columns, required, Set.of(), Window.ALL, predicate), path, Rejects.FAIL);
    }

    Read read(Request request, String path, Rejects rejects) {
        Reserved memory = new Reserved();
        try (Scan scan = scan(request, path, memory, rejects)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Split split : scan.splits()) {
                rows.addAll(rows(scan, split, request.columns().names(), Rows.ALL));
            }
            scan.finish();
            Account account = scan.account();
            assertThat(account.rowsRead()).isEqualTo(rows.size());
            assertThat(account.rowsRead() + account.rowsSkipped() + account.rowsRejected())
                    .isEqualTo(account.rows());
            assertThat(memory.bytes).hasValue(0);
            return new Read(rows, account, scan.splits().size());
        }
    }

    Scan scan(String path, Schema columns, Set<String> required, Expr predicate, Memory memory) {
        return scan(
                new Request("Events", columns, required, Set.of(), Window.ALL, predicate), path, memory, Rejects.FAIL);
    }

    Scan scan(Request request, String path, Memory memory, Rejects rejects) {
        return new JsonlSource(settings.apply(settings(path)), storage, portions).scan(request, memory, rejects);
    }

    /** The rows of a split; positions are checked to ascend. */
    static List<List<@Nullable Object>> rows(Scan scan, Split split, List<String> columns, Rows wanted) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long last = -1;
        try (Reader reader = scan.open(split, columns, wanted)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = next.get();
                for (int row = 0; row < batch.rowCount(); row++) {
                    assertThat(batch.position(row)).isGreaterThan(last);
                    last = batch.position(row);
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int column = 0; column < columns.size(); column++) {
                        values.add(value(batch.column(column, Selection.all(batch.rowCount())), row));
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    static @Nullable Object value(Column column, int row) {
        if (column.isNull(row)) {
            return null;
        } else if (column instanceof Column.Dictionary dictionary) {
            return value(dictionary.values(), dictionary.ids()[row]);
        } else if (column instanceof Column.Bytes bytes) {
            return bytes.text(row);
        } else if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        }
        return ((Column.Bools) column).values()[row];
    }

    /** Memory without end that knows what is not given back. */
    static final class Reserved implements Memory {
        final AtomicLong bytes = new AtomicLong();

        @Override
        public void reserve(long more, String use) {
            bytes.addAndGet(more);
        }

        @Override
        public void release(long less) {
            bytes.addAndGet(-less);
        }
    }
}
