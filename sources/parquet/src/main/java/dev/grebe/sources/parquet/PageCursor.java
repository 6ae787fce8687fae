package dev.grebe.sources.parquet;

import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reason;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page of one chunk and inflates those that are wanted. Without an offset index it reads every header
 * on its way and steps over the bodies; with one it jumps.
 */
final class PageCursor {
    private static final int WINDOW = 256 << 10;
    private static final int STEP = 4 << 10; // read for a header when bodies are mostly stepped over
    private static final int MAX_AHEAD = 16 << 20; // of what only an index says
    private static final int ROUND = 64 << 10;
    private static final int MAX_HEADER = 1 << 20;

    private final Chunk chunk;
    private final RandomInput input;
    private final Slot slot;
    private final Codec codec;
    private final Counters counters;
    private final long limit;
    private final boolean isSparse;
    private final @Nullable OffsetIndex index;
    private final CRC32 crc = new CRC32();

    final PageHeader header = new PageHeader();
    private long headerAt;
    private long bodyAt;
    private long next;
    private int page;
    private int firstRow;
    private int rows;
    private boolean isInflated;
    /** The last page that is counted as stepped over or inflated. */
    private int counted = -1;

    /**
     * @param limit of the bytes of an inflated page
     * @param index null to find pages by their headers; of a repeated chunk its places only are used
     */
    PageCursor(
            Chunk chunk,
            RandomInput input,
            Slot slot,
            Codec codec,
            Counters counters,
            long limit,
            boolean isSparse,
            @Nullable OffsetIndex index) {
        this.chunk = chunk;
        this.input = input;
        this.slot = slot;
        this.codec = codec;
        this.counters = counters;
        this.limit = limit;
        this.isSparse = isSparse;
        this.index = index;
        rewind();
    }

    private void rewind() {
        next = chunk.start();
        page = -1;
        firstRow = 0;
        rows = 0;
        isInflated = true; // there is no page yet that could be stepped over
    }

    /** First entry of the page at hand: its first row, unless the chunk is repeated. */
    int firstRow() {
        return firstRow;
    }

    /** Entries of the page at hand. */
    int rows() {
        return rows;
    }

    /** The byte of the file at which the page at hand starts. */
    long place() {
        return headerAt;
    }

    /** Whether the page's inflated bytes are in the slot. */
    boolean isInflated() {
        return isInflated && page >= 0 && slot.own(this);
    }

    /** Goes to the page that holds an entry of the chunk. */
    void seek(int row) {
        if (page >= 0 && row >= firstRow && row < firstRow + rows) {
            return;
        }
        if (index != null) {
            jump(index, index.page(row));
            return;
        }
        if (row < firstRow) {
            rewind();
        }
        while (row >= firstRow + rows) {
            step();
        }
    }

    /** Walks the headers that are left, so that pages with too few or too many rows are met. */
    void finish() {
        if (index != null) {
            leave();
            stepOverTo(index.pages());
            return;
        }
        while (firstRow + rows < chunk.entries()) {
            step();
        }
    }

    private void jump(OffsetIndex pages, int to) {
        leave();
        stepOverTo(to);
        readHeader(pages.starts()[to], Math.min(pages.sizes()[to], MAX_AHEAD));
        if (!header.isData() || header.values != pages.rows(to)) {
            throw new BadPage("it has %d rows, the offset index says %d", header.values, pages.rows(to));
        }
        page = to;
        firstRow = pages.firstRows()[to];
        rows = header.values;
        isInflated = false;
    }

    private void leave() {
        if (!isInflated && page > counted) {
            counters.pagesSteppedOver.increment();
        }
        counted = Math.max(counted, page);
    }

    private void stepOverTo(int to) {
        counters.pagesSteppedOver.add(Math.max(0, to - 1 - counted));
        counted = Math.max(counted, to - 1);
    }

    /** To the next data page. */
    private void step() {
        leave();
        do {
            if (next >= chunk.end()) {
                throw new BadPage("the pages end after %d of %d rows", firstRow + rows, chunk.entries());
            }
            readHeader(next, isSparse ? STEP : WINDOW);
        } while (!header.isData());
        firstRow += rows;
        rows = header.values;
        page++;
        isInflated = false;
        if (rows > chunk.entries() - firstRow) {
            throw new BadPage("the pages hold more rows than the %d of the row group", chunk.entries());
        }
    }

    /** The header of the dictionary page, or false if the chunk has none. Loses the page at hand. */
    boolean seekDictionary() {
        rewind();
        readHeader(chunk.start(), isSparse ? STEP : WINDOW);
        if (header.type == PageHeader.DICTIONARY) {
            return true;
        }
        rewind();
        return false;
    }

    /** Whether all data pages are dictionary-coded, as their headers say. Loses the page at hand. */
    boolean isAllCoded() {
        rewind();
        boolean isCoded = true;
        while (isCoded && firstRow + rows < chunk.entries()) {
            isInflated = true; // walked for its header only: not counted
            step();
            isCoded = header.isDictionaryCoded();
        }
        rewind();
        return isCoded;
    }

    private void readHeader(long at, int ahead) {
        headerAt = at;
        long left = chunk.end() - at;
        int wanted = (int) Math.min(left, 64);
        while (true) {
            int from = fill(at, wanted, ahead);
            int end = (int) Math.min(slot.windowLength, from + left);
            try {
                bodyAt = at + header.read(slot.window, from, end) - from;
                break;
            } catch (Thrift.CutOff e) {
                if (end - from >= Math.min(left, MAX_HEADER)) {
                    throw new BadPage("its header does not end");
                }
                wanted = (int) Math.min(left, Math.min(MAX_HEADER, 4L * (end - from)));
            }
        }
        if (header.packed > chunk.end() - bodyAt) {
            throw new BadPage("it is %d bytes long, its column has %d left", header.packed, chunk.end() - bodyAt);
        }
        next = bodyAt + header.packed;
    }

    /** Inflates the page at hand into the slot's page. */
    byte[] inflate() {
        int from = load();
        slot.ensurePage(roundUp(header.plain + Bits.SLACK));
        inflate(from, slot.page);
        isInflated = true;
        return slot.page;
    }

    /** Inflates the page at hand into an array of its own, with {@link Bits#SLACK} behind it. */
    byte[] inflateApart() {
        int from = load();
        byte[] page = new byte[header.plain + Bits.SLACK];
        inflate(from, page);
        return page;
    }

    /** Has the packed page in the window; refuses it before memory is taken for what it claims to be. */
    private int load() {
        checkSize();
        int from = fill(bodyAt, header.packed, isSparse ? 0 : WINDOW);
        checkCrc(from);
        int levels = levels();
        if (header.plain > levels && isDeflated()) {
            Codec.checkClaim(chunk.codec(), slot.window, from + levels, header.packed - levels, header.plain - levels);
        }
        return from;
    }

    /** Refuses a page before memory is taken for it. */
    private void checkSize() {
        if (header.plain > limit || header.packed > limit) {
            throw new BadPage(
                    Reason.LIMIT_EXCEEDED,
                    "it is %d bytes long and claims to inflate to %d, more than limits.pageBytes of %d",
                    header.packed,
                    header.plain,
                    limit);
        } else if (header.isData()
                && (header.encoding < 0
                        || header.encoding >= Long.SIZE
                        || (chunk.encodings() >>> header.encoding & 1) == 0)) {
            throw new BadPage("it is in encoding %d, which the footer does not name", header.encoding);
        }
    }

    /** Bytes of levels before the values, which are never deflated. */
    private int levels() {
        return header.type == PageHeader.DATA_V2 ? header.definitionBytes + header.repetitionBytes : 0;
    }

    private boolean isDeflated() {
        return header.type != PageHeader.DATA_V2 || header.isDeflated;
    }

    private void inflate(int from, byte[] to) {
        int levels = levels();
        System.arraycopy(slot.window, from, to, 0, levels);
        int packed = header.packed - levels;
        int plain = header.plain - levels;
        if (plain > 0 || packed > 0 && !isDeflated()) {
            codec.inflate(
                    isDeflated() ? chunk.codec() : CompressionCodec.UNCOMPRESSED,
                    slot.window,
                    from + levels,
                    packed,
                    to,
                    levels,
                    plain);
        }
        counters.pagesInflated.increment();
        counters.bytesInflated.add(header.plain);
    }

    private void checkCrc(int from) {
        if (!header.hasCrc) {
            counters.pagesWithoutChecksum.increment();
            return;
        }
        crc.reset();
        crc.update(slot.window, from, header.packed);
        if ((int) crc.getValue() != header.crc) {
            throw new BadPage(
                    Reason.CHECKSUM,
                    "its checksum is %08x, its header says %08x: damaged",
                    (int) crc.getValue(),
                    header.crc);
        }
    }

    /**
     * Has bytes of the file in the window.
     *
     * @param ahead read at least so many, if the chunk has them
     * @return where in the window they start
     */
    private int fill(long at, int bytes, int ahead) {
        slot.own(this);
        long have = slot.windowStart + slot.windowLength - at;
        if (at >= slot.windowStart && have >= bytes) {
            return (int) (at - slot.windowStart);
        }
        slot.ensureWindow(roundUp(Math.max(bytes, (int) Math.min(ahead, chunk.end() - at))));
        int kept = at >= slot.windowStart && have > 0 ? (int) Math.min(have, slot.windowLength) : 0;
        if (kept > 0) {
            System.arraycopy(slot.window, slot.windowLength - kept, slot.window, 0, kept);
        }
        int length = (int) Math.min(Math.max(bytes, ahead), chunk.end() - at);
        slot.windowLength = 0;
        input.read(at + kept, ByteBuffer.wrap(slot.window, kept, length - kept));
        counters.bytesRead.add(length - kept);
        slot.windowStart = at;
        slot.windowLength = length;
        return 0;
    }

    private static int roundUp(int bytes) {
        return (bytes + ROUND - 1) / ROUND * ROUND;
    }
}
