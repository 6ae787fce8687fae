package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;

/** What a row group's statistics prove. */
final class RowGroupStatistics {
    private RowGroupStatistics() {}

    /** Missing values, -1 where the footer does not say. */
    static long nullCount(ColumnMetaData data) {
        return data.isSetStatistics() && data.getStatistics().isSetNull_count()
                ? data.getStatistics().getNull_count()
                : -1;
    }

    /** Whether a value may be wanted. What a table refuses may be met as well, and is reported then. */
    static boolean mayMatch(Domain domain, Unit.Stored column, ColumnChunk chunk, FileMetaData footer) {
        if (!chunk.isSetMeta_data() || !chunk.getMeta_data().isSetStatistics() || column.decoding() == Decoding.JSON) {
            return true;
        }
        ColumnMetaData data = chunk.getMeta_data();
        long nulls = nullCount(data);
        boolean isOptional = column.column().isOptional();
        if (isOptional && nulls == data.getNum_values()) {
            return domain.mayContain(null);
        }
        return Bounds.of(data.getStatistics(), column.column(), column.decoding(), isOrdered(column.column(), footer))
                .map(bounds -> domain.mayOverlap(bounds.min(), bounds.max(), isOptional && nulls != 0))
                .orElse(true);
    }

    private static boolean isOrdered(FileColumn column, FileMetaData footer) {
        return footer.isSetColumn_orders()
                && column.leaf() < footer.getColumn_ordersSize()
                && footer.getColumn_orders().get(column.leaf()).isSetTYPE_ORDER();
    }
}
