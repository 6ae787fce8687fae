package dev.grebe.sources.parquet;

import org.jspecify.annotations.Nullable;

/** The inflated page of a column, taken apart: its levels, and the decoder of its values. */
final class PageValues {
    private final Chunk chunk;
    private final Levels levels = new Levels();
    private final Hybrid ids = new Hybrid("dictionary ids");
    private final @Nullable Values[] decoders = new Values[PageHeader.RLE_DICTIONARY + 1];
    private Values plain = new PlainValues.Longs();
    private boolean isCoded;
    private long place = -1;

    PageValues(Chunk chunk) {
        this.chunk = chunk;
    }

    /** Whether this is the page at which the cursor stands. */
    boolean isOf(PageCursor pages) {
        return place == pages.place();
    }

    Levels levels() {
        return levels;
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
        int from = openLevels(header, data);
        isCoded = header.isDictionaryCoded();
        if (isCoded) {
            openIds(data, from, header.plain);
        } else {
            plain = decoder(header.encoding);
            plain.reset(data, from, header.plain, levels.defined());
        }
        place = pages.place();
    }

    /** Reads the definition levels and returns where the values start. */
    private int openLevels(PageHeader header, byte[] data) {
        boolean isV2 = header.type == PageHeader.DATA_V2;
        int behind = header.repetitionBytes + header.definitionBytes;
        if (!chunk.column().isOptional()) {
            levels.resetToRequired(header.values);
            return behind;
        } else if (isV2) {
            levels.reset(data, header.repetitionBytes, behind, header.values);
            if (levels.defined() != header.values - header.nulls) {
                throw new BadPage("it holds %d values, not %d", levels.defined(), header.values - header.nulls);
            }
            return behind;
        } else if (header.levelEncoding != PageHeader.RLE) {
            throw new BadPage("its definition levels are in encoding %d, which is not supported", header.levelEncoding);
        }
        int length = header.plain < Integer.BYTES ? -1 : Bits.intAt(data, 0);
        if (length < 0 || length > header.plain - Integer.BYTES) {
            throw new BadPage("its definition levels are %d bytes long, the page is %d", length, header.plain);
        }
        levels.reset(data, Integer.BYTES, Integer.BYTES + length, header.values);
        return Integer.BYTES + length;
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
        return switch (chunk.column().meaning()) {
            case INT32, DATE ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.Ints();
                    case PageHeader.DELTA_BINARY_PACKED -> new DeltaLongs(true);
                    default -> null;
                };
            case INT64, MILLIS, MICROS, NANOS ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.Longs();
                    case PageHeader.DELTA_BINARY_PACKED -> new DeltaLongs(false);
                    default -> null;
                };
            case FLOAT -> encoding == PageHeader.PLAIN ? new PlainValues.Ints() : null;
            case DOUBLE -> encoding == PageHeader.PLAIN ? new PlainValues.Longs() : null;
            case INT96 -> encoding == PageHeader.PLAIN ? new PlainValues.Int96() : null;
            case BOOL ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.Bools();
                    case PageHeader.RLE -> new RleBools();
                    default -> null;
                };
            case TEXT ->
                switch (encoding) {
                    case PageHeader.PLAIN -> new PlainValues.Texts();
                    case PageHeader.DELTA_LENGTH_BYTE_ARRAY -> new DeltaTexts.Lengths();
                    case PageHeader.DELTA_BYTE_ARRAY -> new DeltaTexts.Prefixes();
                    default -> null;
                };
            case UNSUPPORTED -> null;
        };
    }

    /** A dictionary of fixed-size values; the cursor stands at its page. */
    static Dictionary numbers(PageCursor pages, Chunk chunk, Reserved kept) {
        int size = pages.header.values;
        Values values = new PageValues(chunk).decoder(PageHeader.PLAIN);
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
        chunk.decoding().convert(numbers, size);
        return Dictionary.numbers(numbers);
    }
}
