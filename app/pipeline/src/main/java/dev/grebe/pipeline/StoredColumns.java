package dev.grebe.pipeline;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of some files, each read as the JSON of its value exactly as stored. Those that folder names give are not
 * read: their text is known.
 */
final class StoredColumns {
    static final Expr EVERYTHING = Expressions.literal(true, Type.BOOL);

    private final List<Stored> columns = new ArrayList<>();
    private final Schema read;

    /**
     * One column.
     *
     * @param index in a batch; -1 if a folder name gives it
     * @param parent index in a batch of the column that this may be a part of, or -1
     * @param path in the parent's objects
     */
    record Stored(Field field, int index, int parent, String path) {
        boolean isPartition() {
            return index < 0;
        }

        /** Whether its name says that it may stand within another. */
        boolean mayBePart() {
            return parent >= 0;
        }
    }

    /** @param partitions names of columns that folder names give */
    StoredColumns(List<Field> fields, Set<String> partitions) {
        List<Field> asked = new ArrayList<>();
        for (Field field : fields) {
            if (partitions.contains(field.name())) {
                columns.add(new Stored(field, -1, -1, ""));
            } else {
                Optional<Stored> parent = parent(field.name());
                columns.add(new Stored(
                        field,
                        asked.size(),
                        parent.map(Stored::index).orElse(-1),
                        parent.map(known -> field.name()
                                        .substring(known.field().name().length() + 1))
                                .orElse("")));
                asked.add(new Field(field.name(), Type.DYNAMIC));
            }
        }
        read = new Schema(asked);
    }

    /** The outermost column so far that may have the name inside of it. */
    private Optional<Stored> parent(String name) {
        return columns.stream()
                .filter(column -> !column.isPartition() && !column.mayBePart())
                .filter(column -> column.field().type() == Type.DYNAMIC
                        && name.startsWith(column.field().name() + "."))
                .findFirst();
    }

    List<Stored> columns() {
        return columns;
    }

    /** What is to be read, as names. */
    List<String> names() {
        return read.names();
    }

    /** A request for all rows. */
    Request request() {
        return new Request(SampledTable.NAME, read, Set.of(), Set.of(), Window.ALL, EVERYTHING);
    }

    /** The values of a batch. */
    Values of(Batch batch) {
        Selection all = Selection.all(batch.rowCount());
        List<Column> values = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            values.add(batch.column(i, all));
        }
        return new Values(values);
    }

    /** What a folder name gives, as JSON; {@code null} if it is missing. */
    static String partition(FileSlice file, String column) {
        String text = file.partitions().getOrDefault(column, "");
        return text.isEmpty() ? "null" : Json.line(text);
    }

    /** The values of a batch, as JSON. */
    record Values(List<Column> columns) {
        /** {@code ""} where the value is missing. */
        String json(Stored column, int row) {
            return json(columns.get(column.index()), row);
        }

        /** Whether the value stands, just so, within the column that this may be a part of, or is missing. */
        boolean isToldByParent(Stored column, int row) {
            if (!column.mayBePart()) {
                return false;
            }
            String value = json(column, row);
            return value.isEmpty()
                    || JsonPath.find(json(columns.get(column.parent()), row), column.path())
                            .filter(value::equals)
                            .isPresent();
        }

        private static String json(Column column, int row) {
            if (column.isNull(row)) {
                return "";
            } else if (column instanceof Column.Dictionary dictionary) {
                return json(dictionary.values(), dictionary.ids()[row]);
            }
            return ((Column.Bytes) column).text(row);
        }
    }
}
