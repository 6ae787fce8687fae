package dev.grebe.sources.parquet;

/**
 * Encoding DELTA_BINARY_PACKED: blocks of differences, each block with its least difference and cut into miniblocks of
 * one bit width. One miniblock is decoded at a time.
 */
final class DeltaLongs implements Values {
    private static final int MAX_BLOCK = 1 << 16;

    private final boolean isInt;
    private byte[] data = {};
    private int end;
    private int count;
    private int minisPerBlock;
    private int valuesPerMini;
    private int firstBlock;
    private long firstValue;

    private int next;
    private int mini;
    private long minDelta;
    private int widths;
    private long[] decoded = {};
    private int decodedFrom;
    private int decodedEnd;
    private long last;

    /** @param isInt whether values wrap around at 32 bits */
    DeltaLongs(boolean isInt) {
        this.isInt = isInt;
    }

    @Override
    public void reset(byte[] data, int from, int end, int count) {
        this.data = data;
        this.end = end;
        this.count = count;
        next = from;
        if (count == 0 && from == end) {
            return;
        }
        long block = varint();
        long minis = varint();
        long total = varint();
        firstValue = zigzag();
        if (block <= 0
                || block > MAX_BLOCK
                || minis <= 0
                || minis > block
                || block % minis != 0
                || block / minis % 8 != 0) {
            throw new BadPage("its blocks of %d values in %d parts are none", block, minis);
        }
        if (total != count) {
            throw new BadPage("it holds %d values, not %d", total, count);
        }
        minisPerBlock = (int) minis;
        valuesPerMini = (int) (block / minis);
        firstBlock = next;
        if (decoded.length < valuesPerMini) {
            decoded = new long[valuesPerMini];
        }
        rewind();
    }

    private void rewind() {
        next = firstBlock;
        mini = minisPerBlock;
        last = firstValue;
        decoded[0] = firstValue;
        decodedFrom = 0;
        decodedEnd = 1;
    }

    @Override
    public void longs(int[] indices, int n, long[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = at(indices[i]);
        }
    }

    long at(int index) {
        if (index < decodedFrom) {
            rewind();
        }
        while (index >= decodedEnd) {
            nextMini(true);
        }
        return decoded[index - decodedFrom];
    }

    /** Where the values end in the page. Moves the cursor. */
    int skipToEnd() {
        while (count > decodedEnd) {
            nextMini(false);
        }
        int place = next;
        if (count > 0) {
            rewind();
        }
        return place;
    }

    private void nextMini(boolean decode) {
        if (decodedEnd >= count) {
            throw new BadPage("it ends after %d values", count);
        }
        if (mini == minisPerBlock) {
            minDelta = zigzag();
            widths = next;
            mini = 0;
            require(minisPerBlock);
            next += minisPerBlock;
        }
        int width = data[widths + mini++] & 0xff;
        if (width > Long.SIZE) {
            throw new BadPage("its differences are %d bits wide, more than %d", width, Long.SIZE);
        }
        int bytes = valuesPerMini / 8 * width;
        int here = Math.min(valuesPerMini, count - decodedEnd);
        require((here * width + 7) / 8);
        if (decode) {
            decode(width, here);
        }
        decodedFrom = decodedEnd;
        decodedEnd += here;
        next += Math.min(bytes, end - next);
    }

    private void decode(int width, int here) {
        long value = last;
        for (int i = 0; i < here; i++) {
            value += minDelta + Bits.packedLong(data, next, i, width);
            decoded[i] = isInt ? (int) value : value;
        }
        last = value;
    }

    private void require(int bytes) {
        if (bytes > end - next) {
            throw new BadPage("it ends after %d of %d values", decodedEnd, count);
        }
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            require(1);
            int part = data[next++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new BadPage("it holds a number without an end");
    }
}
