package dev.grebe.sources.parquet;

/** The header of one page; read again for each page. */
final class PageHeader {
    static final int DATA = 0;
    static final int INDEX = 1;
    static final int DICTIONARY = 2;
    static final int DATA_V2 = 3;

    static final int PLAIN = 0;
    static final int PLAIN_DICTIONARY = 2;
    static final int RLE = 3;
    static final int DELTA_BINARY_PACKED = 5;
    static final int DELTA_LENGTH_BYTE_ARRAY = 6;
    static final int DELTA_BYTE_ARRAY = 7;
    static final int RLE_DICTIONARY = 8;
    static final int BYTE_STREAM_SPLIT = 9;

    private final Thrift thrift = new Thrift();

    int type;
    /** Bytes of the page, inflated and as stored. */
    int plain;

    int packed;
    boolean hasCrc;
    int crc;
    int values;
    int encoding;
    int levelEncoding;
    int repetitionEncoding;
    /** Version 2: rows, missing values, bytes of the levels, which stand before the values and are never deflated. */
    int rows;

    int nulls;
    int definitionBytes;
    int repetitionBytes;
    boolean isDeflated;

    private boolean hasDetails;

    /**
     * Reads a header.
     *
     * @return the place behind it
     * @throws Thrift.CutOff if the bytes end before it does
     */
    int read(byte[] data, int from, int end) {
        type = -1;
        plain = -1;
        packed = -1;
        hasCrc = false;
        hasDetails = false;
        definitionBytes = 0;
        repetitionBytes = 0;
        isDeflated = true;
        thrift.reset(data, from, end);
        int outer = thrift.enter();
        for (int kind = thrift.type(); kind != Thrift.STOP; kind = thrift.type()) {
            switch (thrift.field()) {
                case 1 -> type = thrift.int32(kind);
                case 2 -> plain = thrift.int32(kind);
                case 3 -> packed = thrift.int32(kind);
                case 4 -> {
                    crc = thrift.int32(kind);
                    hasCrc = true;
                }
                case 5 -> details(kind, DATA);
                case 7 -> details(kind, DICTIONARY);
                case 8 -> details(kind, DATA_V2);
                default -> thrift.skip(kind);
            }
        }
        thrift.leave(outer);
        check();
        return thrift.place();
    }

    boolean isData() {
        return type == DATA || type == DATA_V2;
    }

    boolean isDictionaryCoded() {
        return encoding == PLAIN_DICTIONARY || encoding == RLE_DICTIONARY;
    }

    private void details(int kind, int of) {
        if (kind != Thrift.STRUCT) {
            throw new BadPage("its header is damaged");
        }
        values = -1;
        encoding = -1;
        levelEncoding = RLE;
        repetitionEncoding = RLE;
        int outer = thrift.enter();
        for (int inner = thrift.type(); inner != Thrift.STOP; inner = thrift.type()) {
            detail(of, thrift.field(), inner);
        }
        thrift.leave(outer);
        hasDetails = true;
    }

    private void detail(int of, int field, int kind) {
        if (field == 1) {
            values = thrift.int32(kind);
        } else if (field == (of == DATA_V2 ? 4 : 2)) {
            encoding = thrift.int32(kind);
        } else if (of == DATA && field == 3) {
            levelEncoding = thrift.int32(kind);
        } else if (of == DATA && field == 4) {
            repetitionEncoding = thrift.int32(kind);
        } else if (of == DATA_V2) {
            detailOfVersion2(field, kind);
        } else {
            thrift.skip(kind);
        }
    }

    private void detailOfVersion2(int field, int kind) {
        switch (field) {
            case 2 -> nulls = thrift.int32(kind);
            case 3 -> rows = thrift.int32(kind);
            case 5 -> definitionBytes = thrift.int32(kind);
            case 6 -> repetitionBytes = thrift.int32(kind);
            case 7 -> isDeflated = kind == Thrift.TRUE;
            default -> thrift.skip(kind);
        }
    }

    private void check() {
        if (plain < 0 || packed < 0) {
            throw new BadPage("its header gives sizes of %d and %d bytes", packed, plain);
        }
        if (type == INDEX) {
            values = 0;
            return;
        }
        if (!hasDetails || type < 0 || type > DATA_V2 || values < 0) {
            throw new BadPage("its header is damaged: type %d, %d values", type, hasDetails ? values : -1);
        }
        if (type == DATA_V2) {
            checkVersion2();
        }
    }

    private void checkVersion2() {
        boolean isGood = rows >= 0
                && rows <= values
                && nulls >= 0
                && nulls <= values
                && definitionBytes >= 0
                && repetitionBytes >= 0
                && (long) definitionBytes + repetitionBytes <= Math.min(plain, packed);
        if (!isGood) {
            throw new BadPage(
                    "its header does not add up: %d values, %d rows, %d nulls, %d and %d bytes of levels in %d",
                    values, rows, nulls, definitionBytes, repetitionBytes, packed);
        }
    }
}
