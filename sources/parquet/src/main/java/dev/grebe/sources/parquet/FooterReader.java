package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** Reads footers, and believes nothing in them that the file's own size disproves. */
final class FooterReader {
    private static final int TAIL = 8;
    private static final int FIRST_READ = 64 << 10;
    private static final int OBJECTS_PER_BYTE = 8; // a parsed footer takes about this many times its own size
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

    private final ParquetLimits limits;
    private final Memory memory;
    private final Counters counters;

    FooterReader(ParquetLimits limits, Memory memory, Counters counters) {
        this.limits = limits;
        this.memory = memory;
        this.counters = counters;
    }

    /** A footer, with the places of all column chunks checked. */
    FileMetaData read(RandomInput input, String file) {
        long size = input.size();
        if (size == 0) {
            throw Place.inFile(file, Reason.EMPTY_FILE, "the file is empty, so it is no Parquet file");
        } else if (size < MAGIC.length + TAIL) {
            boolean startsRight = size >= MAGIC.length && Arrays.equals(start(input), MAGIC);
            throw Place.inFile(
                    file,
                    startsRight ? Reason.TRUNCATED : Reason.NOT_PARQUET,
                    "%d bytes are too few for a Parquet file: truncated?",
                    size);
        }
        byte[] tail = read(input, size, (int) Math.min(size, FIRST_READ));
        int length = length(input, file, tail);
        if (length + TAIL > tail.length) {
            tail = read(input, size, length + TAIL);
        }
        Reserved reserved = new Reserved(memory, "the footer of " + Place.shown(file));
        try {
            reserved.add((long) length * OBJECTS_PER_BYTE);
            FileMetaData footer = parse(file, tail, length);
            check(footer, file, size - TAIL - length);
            return footer;
        } finally {
            reserved.releaseAll();
        }
    }

    private int length(RandomInput input, String file, byte[] tail) {
        byte[] magic = Arrays.copyOfRange(tail, tail.length - MAGIC.length, tail.length);
        if (Arrays.equals(magic, ENCRYPTED)) {
            throw Place.inFile(file, Reason.ENCRYPTED, "the footer is encrypted, which is not supported");
        } else if (!Arrays.equals(magic, MAGIC)) {
            boolean startsRight = Arrays.equals(start(input), MAGIC);
            throw Place.inFile(
                    file,
                    startsRight ? Reason.TRUNCATED : Reason.NOT_PARQUET,
                    startsRight
                            ? "the footer at its end is missing: truncated, or not written to the end?"
                            : "it is no Parquet file: it does not start or end with PAR1");
        }
        int length = Bits.intAt(tail, tail.length - TAIL);
        long room = input.size() - TAIL - MAGIC.length;
        if (length <= 0 || length > room) {
            throw bad(file, "the footer is said to be %d bytes long, the file has room for %d", length, room);
        } else if (length > limits.footerBytes()) {
            throw Place.inFile(
                    file,
                    Reason.LIMIT_EXCEEDED,
                    "the footer is %d bytes long, more than limits.footerBytes of %d",
                    length,
                    limits.footerBytes());
        }
        return length;
    }

    private byte[] start(RandomInput input) {
        byte[] start = new byte[MAGIC.length];
        input.read(0, ByteBuffer.wrap(start));
        return start;
    }

    private byte[] read(RandomInput input, long size, int length) {
        byte[] bytes = new byte[length];
        input.read(size - length, ByteBuffer.wrap(bytes));
        counters.bytesRead.add(length);
        return bytes;
    }

    private static FileMetaData parse(String file, byte[] tail, int length) {
        try {
            int from = tail.length - TAIL - length;
            // The limit bounds what lists and texts in the footer may claim to hold.
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(tail, from, length), length);
            SchemaScan.check(tail, from, from + length);
            return footer;
        } catch (BadPage e) {
            throw bad(file, "%s", e.detail());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A footer of unknown fields nested deeper than the stack is damage, too.
            throw bad(file, "the footer is damaged: its %d bytes cannot be parsed", length);
        }
    }

    private static DataException bad(String file, String detail, Object... arguments) {
        return Place.inFile(file, Reason.BAD_FOOTER, detail, arguments);
    }

    private void check(FileMetaData footer, String file, long end) {
        if (!footer.isSetSchema() || !footer.isSetRow_groups()) {
            throw bad(file, "the footer is damaged: it has no schema or no row groups");
        }
        long rows = 0;
        List<RowGroup> groups = footer.getRow_groups();
        for (int i = 0; i < groups.size(); i++) {
            long here = groups.get(i).getNum_rows();
            if (here < 0) {
                throw bad(file, "row group %d has %d rows", i, here);
            } else if (here > limits.rowGroupRows()) {
                throw Place.inFile(
                        file,
                        Reason.LIMIT_EXCEEDED,
                        "row group %d has %d rows, more than limits.rowGroupRows of %d",
                        i,
                        here,
                        limits.rowGroupRows());
            }
            rows += here;
            checkChunks(groups.get(i), file, i, end);
        }
        if (rows != footer.getNum_rows()) {
            throw bad(file, "the footer says %d rows, its row groups have %d", footer.getNum_rows(), rows);
        }
    }

    private static void checkChunks(RowGroup group, String file, int number, long end) {
        if (!group.isSetColumns()) {
            throw bad(file, "row group %d has no columns", number);
        }
        List<ColumnMetaData> chunks = group.getColumns().stream()
                .filter(ColumnChunk::isSetMeta_data)
                .map(ColumnChunk::getMeta_data)
                .sorted(Comparator.comparingLong(FooterReader::start))
                .toList();
        long behind = MAGIC.length;
        for (ColumnMetaData chunk : chunks) {
            long start = start(chunk);
            long length = chunk.getTotal_compressed_size();
            if (start < behind || length < 0 || length > end - start) {
                throw new Place(file, number, name(chunk))
                        .bad(
                                Reason.BAD_FOOTER,
                                "its %d bytes from byte %d on overlap another column's or lie outside the data",
                                length,
                                start);
            }
            behind = start + length;
        }
    }

    /** Some writers leave the dictionary's place out, or set it to 0. */
    static long start(ColumnMetaData chunk) {
        long data = chunk.getData_page_offset();
        long dictionary = chunk.getDictionary_page_offset();
        return chunk.isSetDictionary_page_offset() && dictionary != 0 ? Math.min(data, dictionary) : data;
    }

    static String name(ColumnMetaData chunk) {
        return chunk.isSetPath_in_schema() ? String.join(".", chunk.getPath_in_schema()) : "";
    }
}
