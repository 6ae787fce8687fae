package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Statistics;

/** The row groups of one file: checks the chunks of the wanted columns, and asks their statistics. */
final class RowGroups {
    private static final int MAX_INDEX = 16 << 20;

    private final Request request;
    private final Map<String, Domain> domains;
    private final FileSlice file;
    private final FileSchema schema;
    private final FileMetaData footer;
    private final Map<String, FileColumn> columns;
    private final Map<String, Decoding> decodings = new HashMap<>();
    private long firstRow;

    /** @throws DataException if a column cannot be read as the table declares it */
    RowGroups(
            Request request,
            Map<String, Domain> domains,
            FileSlice file,
            FileSchema schema,
            FileMetaData footer,
            Map<String, FileColumn> columns) {
        this.request = request;
        this.domains = domains;
        this.file = file;
        this.schema = schema;
        this.footer = footer;
        this.columns = columns;
        columns.forEach((name, column) -> decodings.put(name, decoding(column)));
    }

    /** A row group; {@code mayMatch} is false if its statistics prove that no row is wanted. */
    record Group(int rows, Map<String, Chunk> chunks, boolean mayMatch) {}

    /** The row groups must be read in order. */
    Group read(int number) {
        RowGroup group = footer.getRow_groups().get(number);
        if (group.getColumnsSize() != schema.leaves()) {
            throw Place.inFile(
                    file.path(),
                    "row group %d has %d columns, the schema %d",
                    number,
                    group.getColumnsSize(),
                    schema.leaves());
        }
        requireNamesOfSchema(group, number);
        Map<String, Chunk> chunks = new HashMap<>();
        boolean mayMatch = true;
        for (FileColumn column : columns.values()) {
            Place place = new Place(file.path(), number, column.name());
            ColumnMetaData data = data(group, column, place);
            chunks.put(column.name(), chunk(group, column, data, place));
            mayMatch &= mayMatch(column, data);
        }
        Group read = new Group((int) group.getNum_rows(), chunks, mayMatch);
        firstRow += group.getNum_rows();
        return read;
    }

    /** A column whose name is damaged in the schema alone would pass for a missing one, which reads as nothing. */
    private void requireNamesOfSchema(RowGroup group, int number) {
        for (ColumnChunk chunk : group.getColumns()) {
            String name = chunk.isSetMeta_data() ? FooterReader.name(chunk.getMeta_data()) : "";
            if (request.columns().contains(name) && schema.find(name).isEmpty()) {
                throw new Place(file.path(), number, name).bad("the footer's schema has no such column: damaged");
            }
        }
    }

    private Decoding decoding(FileColumn column) {
        if (schema.twice().contains(column.name())) {
            throw Place.inFile(
                    file.path(), "more than one column is named '%s': which is meant?", Place.shown(column.name()));
        }
        Type type = request.columns().type(column.name(), request.table());
        return Decoding.of(column.meaning(), type)
                .orElseThrow(() -> new DataException("%s: %s: column '%s' is %s, the table reads it as %s"
                        .formatted(
                                request.table(),
                                Place.shown(file.path()),
                                Place.shown(column.name()),
                                column.label(),
                                type)));
    }

    private ColumnMetaData data(RowGroup group, FileColumn column, Place place) {
        ColumnChunk chunk = group.getColumns().get(column.leaf());
        if (chunk.isSetCrypto_metadata() || !chunk.isSetMeta_data()) {
            throw place.bad("the column is encrypted, which is not supported");
        }
        ColumnMetaData data = chunk.getMeta_data();
        if (!data.isSetPath_in_schema() || !data.getPath_in_schema().equals(List.of(column.name()))) {
            throw place.bad("the footer has column '%s' in its place", Place.shown(FooterReader.name(data)));
        } else if (chunk.isSetFile_path()) {
            throw place.bad("it is in another file, which is not supported");
        } else if (!Codec.isKnown(data.getCodec())) {
            throw place.bad(
                    "codec %s is not supported; snappy, zstd, gzip and uncompressed are",
                    String.valueOf(data.getCodec()));
        } else if (data.getNum_values() != group.getNum_rows()) {
            throw place.bad("it has %d values, the row group %d rows", data.getNum_values(), group.getNum_rows());
        }
        return data;
    }

    private Chunk chunk(RowGroup group, FileColumn column, ColumnMetaData data, Place place) {
        ColumnChunk chunk = group.getColumns().get(column.leaf());
        long start = FooterReader.start(data);
        boolean hasIndex = chunk.isSetOffset_index_offset() && chunk.isSetOffset_index_length();
        long indexStart = hasIndex ? chunk.getOffset_index_offset() : 0;
        int indexLength = hasIndex ? chunk.getOffset_index_length() : 0;
        if (hasIndex
                && (indexStart <= 0
                        || indexLength <= 0
                        || indexLength > MAX_INDEX
                        || indexLength > file.size() - indexStart)) {
            throw place.bad("its offset index of %d bytes at byte %d cannot be there", indexLength, indexStart);
        }
        return new Chunk(
                place,
                decodings.getOrDefault(column.name(), Decoding.LONG),
                column,
                data.getCodec(),
                start,
                start + data.getTotal_compressed_size(),
                (int) group.getNum_rows(),
                firstRow,
                nullCount(data),
                coded(data),
                indexStart,
                indexLength);
    }

    private static long nullCount(ColumnMetaData data) {
        return data.isSetStatistics() && data.getStatistics().isSetNull_count()
                ? data.getStatistics().getNull_count()
                : -1;
    }

    private static Chunk.Coded coded(ColumnMetaData data) {
        if (!data.isSetEncoding_stats()) {
            return Chunk.Coded.UNKNOWN;
        }
        boolean isAll =
                data.getEncoding_stats().stream().filter(RowGroups::isData).allMatch(RowGroups::isCoded);
        return isAll ? Chunk.Coded.ALL : Chunk.Coded.NOT_ALL;
    }

    private static boolean isData(PageEncodingStats pages) {
        return pages.getCount() > 0
                && (pages.getPage_type() == PageType.DATA_PAGE || pages.getPage_type() == PageType.DATA_PAGE_V2);
    }

    private static boolean isCoded(PageEncodingStats pages) {
        return pages.getEncoding() == Encoding.PLAIN_DICTIONARY || pages.getEncoding() == Encoding.RLE_DICTIONARY;
    }

    private boolean mayMatch(FileColumn column, ColumnMetaData data) {
        Domain domain = domains.get(column.name());
        if (domain == null || !data.isSetStatistics()) {
            return true;
        }
        Statistics statistics = data.getStatistics();
        long nulls = nullCount(data);
        boolean mayHoldNulls = column.isOptional() && nulls != 0;
        if (column.isOptional() && nulls == data.getNum_values()) {
            return domain.mayContain(null);
        }
        Decoding decoding = decodings.getOrDefault(column.name(), Decoding.LONG);
        return Bounds.of(statistics, column, decoding, isOrdered(column))
                .map(bounds -> domain.mayOverlap(bounds.min(), bounds.max(), mayHoldNulls))
                .orElse(true);
    }

    private boolean isOrdered(FileColumn column) {
        return footer.isSetColumn_orders()
                && column.leaf() < footer.getColumn_ordersSize()
                && footer.getColumn_orders().get(column.leaf()).isSetTYPE_ORDER();
    }
}
