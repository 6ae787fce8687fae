package dev.grebe.sources.parquet;

/** Encoding BYTE_STREAM_SPLIT: the first bytes of all values, then the second bytes, and so on. */
final class StreamSplit implements Values {
    private final int width;
    private final byte[] value;
    private byte[] data = {};
    private int from;
    private int count;

    /** @param width bytes of a value */
    StreamSplit(int width) {
        this.width = width;
        value = new byte[width];
    }

    @Override
    public void reset(byte[] data, int from, int end, int count) {
        if ((long) count * width != end - from) {
            throw new BadPage(
                    "it holds %d bytes of values, %d values take %d", end - from, count, (long) count * width);
        }
        this.data = data;
        this.from = from;
        this.count = count;
    }

    @Override
    public void longs(int[] indices, int n, long[] out) {
        for (int i = 0; i < n; i++) {
            long bits = 0;
            for (int k = width - 1; k >= 0; k--) {
                bits = bits << Byte.SIZE | data[from + k * count + indices[i]] & 0xff;
            }
            out[i] = width == Integer.BYTES ? (int) bits : bits;
        }
    }

    @Override
    public void texts(int[] indices, int[] slots, int n, TextSink sink) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < width; k++) {
                value[k] = data[from + k * count + indices[i]];
            }
            sink.text(slots[i], value, 0, width);
        }
    }
}
