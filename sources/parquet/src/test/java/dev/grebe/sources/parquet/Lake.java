package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a test wrote, as an engine would, into lists of values. */
final class Lake {
    static final Expr ALL = new Expr.Literal(true, Type.BOOL);
    private static final long MEMORY = 256L << 20;

    final CountedStorage storage;
    final Budget budget;
    private final String path;

    Lake(Path path, Way way) {
        this(path, way, MEMORY);
    }

    Lake(Path path, Way way, long memory) {
        this.path = path.toString();
        storage = new CountedStorage(way.storage(path.getParent()));
        budget = new Budget(memory);
    }

    ParquetSource source() {
        return new ParquetSource(new ParquetSettings(path), storage);
    }

    Scan scan(Schema columns) {
        return scan(columns, Set.of(), ALL);
    }

    Scan scan(Schema columns, Set<String> required, Expr predicate) {
        return scan(columns, required, Set.of(), predicate, Rejects.FAIL);
    }

    Scan scan(Schema columns, Set<String> required, Set<String> nonNull, Expr predicate, Rejects rejects) {
        return source().scan(new Request("Events", columns, required, nonNull, Window.ALL, predicate), budget, rejects);
    }

    /** All rows with bad ones set aside, as a run reads them that starts again without each file that it finds damaged. */
    List<List<Object>> rows(Schema columns, Set<String> nonNull, Quarantine rejects) {
        while (true) {
            List<List<Object>> rows = new ArrayList<>();
            try (Scan scan = scan(columns, nonNull, nonNull, ALL, rejects)) {
                for (Split split : scan.splits()) {
                    rows.addAll(rows(scan, split, columns.names(), Rows.ALL));
                }
                scan.finish();
                assertAddsUp(scan.account());
                assertThat(scan.account().filesRejected())
                        .isEqualTo(rejects.files().size());
                assertThat(scan.account().rowsRejected())
                        .isEqualTo(rejects.rows().size());
                assertThat(scan.account().rowsRead()).isEqualTo(rows.size());
                return rows;
            } catch (DataException e) {
                rejects.file(e.rejection().orElseThrow(() -> e));
            }
        }
    }

    /** All rows, each a list of values; checks that every row is accounted for and all memory given back. */
    List<List<Object>> rows(Schema columns) {
        return rows(columns, ALL);
    }

    List<List<Object>> rows(Schema columns, Expr predicate) {
        List<List<Object>> rows = new ArrayList<>();
        try (Scan scan = scan(columns, Set.of(), predicate)) {
            for (Split split : scan.splits()) {
                rows.addAll(rows(scan, split, columns.names(), Rows.ALL));
            }
            scan.finish();
            assertAddsUp(scan.account());
        }
        assertThat(budget.taken()).as("memory that was not given back").isZero();
        assertThat(storage.open).as("files that were not closed").hasValue(0);
        return rows;
    }

    static void assertAddsUp(Account account) {
        assertThat(account.rowsRead() + account.rowsSkipped() + account.rowsRejected())
                .as(account.toString())
                .isEqualTo(account.rows());
    }

    static List<List<Object>> rows(Scan scan, Split split, List<String> columns, Rows wanted) {
        List<List<Object>> rows = new ArrayList<>();
        try (Reader reader = scan.open(split, columns, wanted)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                add(rows, batch.get(), columns.size());
            }
        }
        return rows;
    }

    private static void add(List<List<Object>> rows, Batch batch, int columns) {
        List<Column> read = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            read.add(batch.column(i, Selection.all(batch.rowCount())));
        }
        for (int row = 0; row < batch.rowCount(); row++) {
            List<Object> values = new ArrayList<>();
            for (Column column : read) {
                values.add(value(column, row));
            }
            rows.add(values);
        }
    }

    /** A value as a literal; null for a missing one. */
    static Object value(Column column, int row) {
        if (column.isNull(row)) {
            return null;
        } else if (column instanceof Column.Bools bools) {
            return bools.values()[row];
        } else if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        } else if (column instanceof Column.Bytes bytes) {
            return new String(bytes.bytes(), bytes.starts()[row], bytes.lengths()[row], StandardCharsets.UTF_8);
        }
        Column.Dictionary dictionary = (Column.Dictionary) column;
        return value(dictionary.values(), dictionary.ids()[row]);
    }
}
