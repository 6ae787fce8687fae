package dev.grebe.sources.parquet;

import org.jspecify.annotations.Nullable;

/** The inflated page of a column, taken apart: its levels, and the decoder of its values. */
final class PageValues {
    private final Chunk chunk;
    private final Reserved kept;
    private final Levels levels = new Levels();
    private final Hybrid runs = new Hybrid("levels");
    private final Hybrid ids = new Hybrid("dictionary ids");
    private final @Nullable Values[] decoders = new Values[PageHeader.BYTE_STREAM_SPLIT + 1];
    private Values plain = new PlainValues.Longs();
    private boolean isCoded;
    private long place = -1;
    private int[] definitions = {};
    private int[] repetitions = {};

    /** @param kept takes the memory of what is kept from page to page */
    PageValues(Chunk chunk, Reserved kept) {
        this.chunk = chunk;
        this.kept = kept;
    }

    /** Whether this is the page at which the cursor stands. */
    boolean isOf(PageCursor pages) {
        return place == pages.place();
    }

    Levels levels() {
        return levels;
    }

    /** Definition levels by entry, of a chunk whose greatest is more than 1. */
    int[] definitions() {
        return definitions;
    }

    /** Repetition levels by entry, of a repeated chunk. */
    int[] repetitions() {
        return repetitions;
    }

    boolean isCoded() {
        return isCoded;
    }

    Hybrid ids() {
        return ids;
    }

    Values plain() {
        return plain;
    }

    /** Inflates the page at which the cursor stands. */
    void open(PageCursor pages) {
        place = -1;
        PageHeader header = pages.header;
        byte[] data = pages.inflate();
        int from = header.type == PageHeader.DATA_V2 ? openLevelsV2(header, data) : openLevels(header, data);
        isCoded = header.isDictionaryCoded();
        if (isCoded) {
            openIds(data, from, header.plain);
        } else {
            plain = decoder(header.encoding);
            plain.reset(data, from, header.plain, levels.defined());
        }
        place = pages.place();
    }

    /** Reads the levels, each kind behind its length, and returns where the values start. */
    private int openLevels(PageHeader header, byte[] data) {
        int at = 0;
        if (chunk.repetition() > 0) {
            requireRle(header.repetitionEncoding, "repetition");
            int end = behindLength(header, data, at, "repetition");
            repetitions = read(repetitions, data, at + Integer.BYTES, end, header.values, chunk.repetition());
            at = end;
        }
        if (chunk.definition() == 0) {
            levels.resetToRequired(header.values);
            return at;
        }
        requireRle(header.levelEncoding, "definition");
        int end = behindLength(header, data, at, "definition");
        openDefinitions(data, at + Integer.BYTES, end, header.values);
        return end;
    }

    private static void requireRle(int encoding, String kind) {
        if (encoding != PageHeader.RLE) {
            throw new BadPage("its %s levels are in encoding %d, which is not supported", kind, encoding);
        }
    }

    private static int behindLength(PageHeader header, byte[] data, int at, String kind) {
        int left = header.plain - at - Integer.BYTES;
        int length = left < 0 ? -1 : Bits.intAt(data, at);
        if (length < 0 || length > left) {
            throw new BadPage("its %s levels are %d bytes long, the page is %d", kind, length, header.plain);
        }
        return at + Integer.BYTES + length;
    }

    private int openLevelsV2(PageHeader header, byte[] data) {
        int behind = header.repetitionBytes + header.definitionBytes;
        if (chunk.repetition() > 0) {
            repetitions = read(repetitions, data, 0, header.repetitionBytes, header.values, chunk.repetition());
        } else if (header.rows != header.values) {
            throw new BadPage("it has %d rows and %d values", header.rows, header.values);
        }
        if (chunk.definition() == 0) {
            if (header.definitionBytes > 0) {
                throw new BadPage("it has definition levels, and the column is required");
            }
            levels.resetToRequired(header.values);
        } else {
            openDefinitions(data, header.repetitionBytes, behind, header.values);
        }
        if (levels.defined() != header.values - header.nulls) {
            throw new BadPage("it holds %d values, not %d", levels.defined(), header.values - header.nulls);
        }
        return behind;
    }

    private void openDefinitions(byte[] data, int from, int end, int count) {
        if (chunk.definition() == 1) {
            levels.reset(data, from, end, count);
            if (chunk.repetition() == 0) {
                return;
            }
        }
        definitions = read(definitions, data, from, end, count, chunk.definition());
        if (chunk.definition() > 1) {
            levels.reset(definitions, count, chunk.definition());
        }
    }

    private int[] read(int[] into, byte[] data, int from, int end, int count, int max) {
        int[] read = into;
        if (read.length < count) {
            kept.add((long) (count - read.length) * Integer.BYTES);
            read = new int[count];
        }
        runs.reset(data, from, end, Integer.SIZE - Integer.numberOfLeadingZeros(max), count);
        runs.range(0, count, read, 0);
        for (int i = 0; i < count; i++) {
            if (Integer.compareUnsigned(read[i], max) > 0) {
                throw new BadPage("a level is %d, more than %d", read[i], max);
            }
        }
        return read;
    }

    private void openIds(byte[] data, int from, int end) {
        if (from < end) {
            ids.reset(data, from + 1, end, data[from] & 0xff, levels.defined());
        } else if (levels.defined() > 0) {
            throw new BadPage("it ends before its dictionary ids");
        }
    }

    private Values decoder(int encoding) {
        Values known = encoding < 0 || encoding >= decoders.length ? null : decoders[encoding];
        if (known != null) {
            return known;
        }
        Values made = make(encoding);
        if (made == null) {
            throw new BadPage(
                    "encoding %d of %s is not supported",
                    encoding, chunk.column().label());
        }
        decoders[encoding] = made;
        return made;
    }

    private @Nullable Values make(int encoding) {
        int width = chunk.column().fixedWidth();
        return switch (chunk.column().node().element().getType()) {
            case INT32 ->
                encoding == PageHeader.DELTA_BINARY_PACKED ? new DeltaLongs(true) : fixed(encoding, Integer.BYTES);
            case INT64 ->
                encoding == PageHeader.DELTA_BINARY_PACKED ? new DeltaLongs(false) : fixed(encoding, Long.BYTES);
            case FLOAT -> fixed(encoding, Integer.BYTES);
            case DOUBLE -> fixed(encoding, Long.BYTES);
            case INT96 ->
                encoding != PageHeader.PLAIN
                        ? null
                        : chunk.isOfBytes() ? new PlainValues.FixedTexts(width) : new PlainValues.Int96();
            case BOOLEAN ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.Bools();
                    case PageHeader.RLE -> new RleBools();
                    default -> null;
                };
            case BYTE_ARRAY -> encoding == PageHeader.PLAIN ? new PlainValues.Texts() : texts(encoding);
            case FIXED_LEN_BYTE_ARRAY ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.FixedTexts(width);
                    case PageHeader.BYTE_STREAM_SPLIT -> new StreamSplit(width);
                    default -> texts(encoding);
                };
        };
    }

    private static @Nullable Values fixed(int encoding, int width) {
        if (encoding == PageHeader.BYTE_STREAM_SPLIT) {
            return new StreamSplit(width);
        } else if (encoding != PageHeader.PLAIN) {
            return null;
        }
        return width == Integer.BYTES ? new PlainValues.Ints() : new PlainValues.Longs();
    }

    private static @Nullable Values texts(int encoding) {
        return switch (encoding) {
            case PageHeader.DELTA_LENGTH_BYTE_ARRAY -> new DeltaTexts.Lengths();
            case PageHeader.DELTA_BYTE_ARRAY -> new DeltaTexts.Prefixes();
            default -> null;
        };
    }

    /** A dictionary of fixed-size values as they are stored; the cursor stands at its page. */
    static Dictionary numbers(PageCursor pages, Chunk chunk, Reserved kept) {
        int size = pages.header.values;
        Values values = new PageValues(chunk, kept).decoder(PageHeader.PLAIN);
        byte[] data = pages.inflate();
        values.reset(data, 0, pages.header.plain, size);
        kept.add((long) size * Long.BYTES);
        long[] numbers = new long[size];
        int[] index = new int[1];
        long[] one = new long[1];
        for (int i = 0; i < size; i++) {
            index[0] = i;
            values.longs(index, 1, one);
            numbers[i] = one[0];
        }
        return Dictionary.numbers(numbers);
    }

    /** A dictionary of bytes as they are stored; the cursor stands at its page. */
    static Dictionary bytes(PageCursor pages, Chunk chunk, Reserved kept) {
        PageHeader header = pages.header;
        int width = chunk.column().fixedWidth();
        if ((long) header.values * Math.max(width, Integer.BYTES) > header.plain && width == 0
                || header.values > header.plain) {
            throw new BadPage("the dictionary's %d entries do not fit into %d bytes", header.values, header.plain);
        }
        int length = header.plain;
        int size = header.values;
        kept.add((long) length + Bits.SLACK + Dictionary.indexBytes(size));
        byte[] page = pages.inflateApart();
        return Dictionary.bytes(page, length, size, width);
    }
}
