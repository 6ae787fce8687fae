package dev.grebe.sources.parquet;

import dev.grebe.plugin.RandomInput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the data pages of a chunk start, in the file and by row.
 *
 * @param starts of the pages' headers
 * @param sizes of the pages with their headers; only a hint for how much to read
 * @param firstRows one more than there are pages: the last is the number of rows
 */
record OffsetIndex(long[] starts, int[] sizes, int[] firstRows) {
    /** Memory that an index takes for each of its bytes, at most. */
    static final int MEMORY_PER_BYTE = 4;

    private static final int MIN_BYTES = 7; // of one page's entry

    /** @throws BadPage if it contradicts itself or the chunk */
    static OffsetIndex read(byte[] bytes, Chunk chunk) {
        Thrift thrift = new Thrift();
        thrift.reset(bytes, 0, bytes.length);
        OffsetIndex index = null;
        thrift.enter();
        try {
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                if (thrift.field() == 1) {
                    index = pages(thrift, thrift.list(type, Thrift.STRUCT), bytes.length, chunk);
                } else {
                    thrift.skip(type);
                }
            }
        } catch (Thrift.CutOff e) {
            throw new BadPage("its offset index is cut off");
        }
        if (index == null) {
            throw new BadPage("its offset index is damaged");
        }
        return index;
    }

    private static OffsetIndex pages(Thrift thrift, int count, int length, Chunk chunk) {
        if ((long) count * MIN_BYTES > length || count == 0 && chunk.rows() > 0) {
            throw new BadPage("its offset index is damaged");
        }
        long[] starts = new long[count];
        int[] sizes = new int[count];
        int[] firstRows = new int[count + 1];
        for (int i = 0; i < count; i++) {
            long row = -1;
            int outer = thrift.enter();
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                switch (thrift.field()) {
                    case 1 -> starts[i] = thrift.int64(type);
                    case 2 -> sizes[i] = thrift.int32(type);
                    case 3 -> row = thrift.int64(type);
                    default -> thrift.skip(type);
                }
            }
            thrift.leave(outer);
            long rowBefore = i == 0 ? 0 : firstRows[i - 1];
            long behind = i == 0 ? chunk.start() : starts[i - 1] + 1;
            if (row < rowBefore
                    || i == 0 && row != 0
                    || row > chunk.rows()
                    || starts[i] < behind
                    || starts[i] >= chunk.end()) {
                throw new BadPage("its offset index is damaged at page %d: byte %d, row %d", i, starts[i], row);
            }
            firstRows[i] = (int) row;
        }
        firstRows[count] = chunk.rows();
        return new OffsetIndex(starts, sizes, firstRows);
    }

    /** Reads the index of a chunk that has one. */
    static OffsetIndex read(Chunk chunk, RandomInput input, Counters counters, Reserved kept) {
        int length = chunk.offsetIndex().length();
        kept.add((long) length * MEMORY_PER_BYTE);
        byte[] bytes = new byte[length];
        input.read(chunk.offsetIndex().start(), ByteBuffer.wrap(bytes));
        counters.bytesRead.add(length);
        return read(bytes, chunk);
    }

    int pages() {
        return starts.length;
    }

    int rows(int page) {
        return firstRows[page + 1] - firstRows[page];
    }

    /** The page that holds a row. Pages without rows hold none. */
    int page(int row) {
        int found = Arrays.binarySearch(firstRows, row);
        int page = found >= 0 ? found : -found - 2;
        while (rows(page) == 0) {
            page++;
        }
        return page;
    }
}
