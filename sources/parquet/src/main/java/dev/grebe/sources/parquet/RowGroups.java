package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;

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

    /**
     * @param columns those of the request that the file has
     * @throws DataException if one cannot be read as the table declares it
     */
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
    record Group(int rows, Map<String, Unit.Stored> columns, boolean mayMatch) {}

    /** The row groups must be read in order. */
    Group read(int number) {
        RowGroup group = footer.getRow_groups().get(number);
        if (group.getColumnsSize() != schema.leaves().size()) {
            throw Place.inFile(
                    file.path(),
                    Reason.BAD_FOOTER,
                    "row group %d has %d columns, the schema %d",
                    number,
                    group.getColumnsSize(),
                    schema.leaves().size());
        }
        requireNamesOfSchema(group, number);
        Map<String, Unit.Stored> stored = new LinkedHashMap<>();
        boolean mayMatch = true;
        for (FileColumn column : columns.values()) {
            Unit.Stored here = stored(group, number, column);
            stored.put(column.name(), here);
            Domain domain = domains.get(column.name());
            mayMatch &= domain == null || RowGroupStatistics.mayMatch(domain, here, chunk(group, column), footer);
        }
        Group read = new Group((int) group.getNum_rows(), stored, mayMatch);
        firstRow += group.getNum_rows();
        return read;
    }

    private static ColumnChunk chunk(RowGroup group, FileColumn column) {
        return group.getColumns().get(column.leaf());
    }

    /** A column whose name is damaged in the schema alone would pass for a missing one, which reads as nothing. */
    private void requireNamesOfSchema(RowGroup group, int number) {
        for (int i = 0; i < group.getColumnsSize(); i++) {
            ColumnChunk chunk = group.getColumns().get(i);
            String name = chunk.isSetMeta_data() ? FooterReader.name(chunk.getMeta_data()) : "";
            if (chunk.isSetMeta_data() && !name.equals(schema.leaves().get(i).path())) {
                throw new Place(file.path(), number, name)
                        .bad(
                                Reason.BAD_FOOTER,
                                "the footer's schema has '%s' in its place",
                                Place.shown(schema.leaves().get(i).path()));
            }
        }
    }

    private Decoding decoding(FileColumn column) {
        if (schema.twice().contains(column.name())) {
            throw Place.inColumn(
                    file.path(),
                    column.name(),
                    Reason.DUPLICATE_COLUMN,
                    "more than one column is named '%s': which is meant?",
                    Place.shown(column.name()));
        }
        Type type = request.columns().type(column.name(), request.table());
        return Decoding.of(column.meaning(), type)
                .orElseThrow(() -> Place.inColumn(
                        file.path(),
                        column.name(),
                        Reason.SCHEMA_CONFLICT,
                        "it is %s, the table %s reads it as %s",
                        column.label(),
                        request.table(),
                        type));
    }

    private Unit.Stored stored(RowGroup group, int number, FileColumn column) {
        Decoding decoding = decodings.getOrDefault(column.name(), Decoding.LONG);
        List<Chunk> chunks = new ArrayList<>();
        for (SchemaNode leaf : schema.leaves()
                .subList(column.leaf(), column.leaf() + column.node().leaves())) {
            FileColumn own = decoding == Decoding.JSON ? leaf(leaf) : column;
            Place place = new Place(file.path(), number, leaf.path());
            ColumnMetaData data = data(group, leaf, place);
            chunks.add(chunk(group, own, decoding, data, place));
        }
        return new Unit.Stored(column, decoding, request.nonNull().contains(column.name()), List.copyOf(chunks));
    }

    private static FileColumn leaf(SchemaNode leaf) {
        FileColumn.Meaning meaning = Meanings.meaning(leaf.element());
        int scale = Meanings.isDecimal(meaning) ? Meanings.scale(leaf.element()) : 0;
        return new FileColumn(leaf, meaning, scale, Meanings.label(leaf.element()));
    }

    private ColumnMetaData data(RowGroup group, SchemaNode leaf, Place place) {
        ColumnChunk chunk = group.getColumns().get(leaf.firstLeaf());
        if (chunk.isSetCrypto_metadata() || !chunk.isSetMeta_data()) {
            throw place.bad(Reason.ENCRYPTED, "the column is encrypted, which is not supported");
        }
        ColumnMetaData data = chunk.getMeta_data();
        long entries = data.getNum_values();
        if (!leaf.path().equals(FooterReader.name(data))) {
            throw place.bad(
                    Reason.BAD_FOOTER, "the footer has column '%s' in its place", Place.shown(FooterReader.name(data)));
        } else if (data.getType() != leaf.element().getType()) {
            throw place.bad(
                    Reason.BAD_FOOTER,
                    "it is stored as %s, the schema says %s",
                    String.valueOf(data.getType()),
                    leaf.element().getType());
        } else if (chunk.isSetFile_path()) {
            throw place.bad(Reason.UNSUPPORTED_FEATURE, "it is in another file, which is not supported");
        } else if (data.getCodec() == null || !Codec.isKnown(data.getCodec())) {
            throw place.bad(
                    Reason.UNSUPPORTED_CODEC,
                    "codec %s is not supported; zstd, snappy, gzip, lz4 and uncompressed are",
                    String.valueOf(data.getCodec()));
        } else if (leaf.repetition() == 0
                ? entries != group.getNum_rows()
                : entries < group.getNum_rows() || entries > Integer.MAX_VALUE - Bits.SLACK) {
            throw place.bad(Reason.BAD_FOOTER, "it has %d values, the row group %d rows", entries, group.getNum_rows());
        }
        return data;
    }

    private Chunk chunk(RowGroup group, FileColumn column, Decoding decoding, ColumnMetaData data, Place place) {
        ColumnChunk chunk = chunk(group, column);
        long start = FooterReader.start(data);
        return new Chunk(
                place,
                decoding,
                column,
                data.getCodec(),
                start,
                start + data.getTotal_compressed_size(),
                (int) group.getNum_rows(),
                (int) data.getNum_values(),
                firstRow,
                RowGroupStatistics.nullCount(data),
                coded(data),
                encodings(data),
                part(
                        chunk.isSetOffset_index_offset() && chunk.isSetOffset_index_length(),
                        chunk.getOffset_index_offset(),
                        chunk.getOffset_index_length(),
                        "offset index",
                        place),
                part(
                        chunk.isSetColumn_index_offset() && chunk.isSetColumn_index_length(),
                        chunk.getColumn_index_offset(),
                        chunk.getColumn_index_length(),
                        "column index",
                        place),
                part(
                        data.isSetBloom_filter_offset(),
                        data.getBloom_filter_offset(),
                        data.isSetBloom_filter_length() ? data.getBloom_filter_length() : BloomFilter.LEAST_BYTES,
                        "bloom filter",
                        place));
    }

    private Chunk.Part part(boolean isThere, long start, int length, String what, Place place) {
        if (!isThere) {
            return Chunk.Part.NONE;
        } else if (start <= 0 || length <= 0 || length > MAX_INDEX || length > file.size() - start) {
            throw place.bad(Reason.BAD_FOOTER, "its %s of %d bytes at byte %d cannot be there", what, length, start);
        }
        return new Chunk.Part(start, length);
    }

    /** Encodings that the footer names, as bits; the two names of dictionary pages mean the same. */
    private static long encodings(ColumnMetaData data) {
        long bits = 0;
        if (data.isSetEncodings()) {
            for (Encoding encoding : data.getEncodings()) {
                bits |= encoding == null ? 0 : 1L << encoding.getValue();
            }
        }
        long coded = 1L << PageHeader.PLAIN_DICTIONARY | 1L << PageHeader.RLE_DICTIONARY;
        return bits == 0 ? -1 : (bits & coded) == 0 ? bits : bits | coded;
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
}
