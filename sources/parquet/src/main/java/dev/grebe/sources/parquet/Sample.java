package dev.grebe.sources.parquet;

import dev.grebe.data.Utf8;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.FileSlice;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/** The columns of a file with the types that fit best. */
final class Sample {
    private static final int LONGEST_CHARACTER = 4;

    private Sample() {}

    static Schema schema(FileSlice file, FileSchema schema, FileMetaData footer) {
        List<Field> fields = new ArrayList<>();
        for (FileColumn column : schema.columns().values()) {
            boolean isPartition = file.partitions().containsKey(column.name());
            if (!isPartition && !column.name().isEmpty() && column.node().leaves() > 0) {
                fields.add(new Field(column.name(), type(column, footer)));
            }
        }
        file.partitions().keySet().forEach(name -> fields.add(new Field(name, Type.STRING)));
        return new Schema(fields);
    }

    /** Bytes that nobody says are text are taken for it, unless statistics show that they are not. */
    private static Type type(FileColumn column, FileMetaData footer) {
        boolean isBytes = column.meaning() == Meaning.BINARY
                && footer.getRow_groups().stream().anyMatch(group -> holdsBytes(group, column.leaf()));
        return isBytes ? Type.DYNAMIC : column.type();
    }

    private static boolean holdsBytes(RowGroup group, int leaf) {
        if (leaf >= group.getColumnsSize()) {
            return false;
        }
        ColumnChunk chunk = group.getColumns().get(leaf);
        if (!chunk.isSetMeta_data() || !chunk.getMeta_data().isSetStatistics()) {
            return false;
        }
        byte[] min = chunk.getMeta_data().getStatistics().getMin_value();
        byte[] max = chunk.getMeta_data().getStatistics().getMax_value();
        return isNoText(min) || isNoText(max);
    }

    /** A bound may be cut within a character. */
    private static boolean isNoText(byte[] bound) {
        int invalid = bound == null ? -1 : Utf8.firstInvalid(bound, 0, bound.length);
        return invalid >= 0 && invalid <= bound.length - LONGEST_CHARACTER;
    }
}
