package dev.grebe.sources.parquet;

/** Encoding RLE of truth values: runs behind the length of them all. */
final class RleBools implements Values {
    private final Hybrid runs = new Hybrid("truth values");
    private int[] block = {};

    @Override
    public void reset(byte[] data, int from, int end, int count) {
        int length = end - from < Integer.BYTES ? -1 : Bits.intAt(data, from);
        if (count > 0 && (length < 0 || length > end - from - Integer.BYTES)) {
            throw new BadPage("its truth values are %d bytes long, %d are left", length, end - from);
        }
        int start = Math.min(end, from + Integer.BYTES);
        runs.reset(data, start, start + Math.max(0, length), 1, count);
    }

    @Override
    public void longs(int[] indices, int n, long[] out) {
        if (block.length < n) {
            block = new int[n];
        }
        runs.read(indices, n, block);
        for (int i = 0; i < n; i++) {
            out[i] = block[i];
        }
    }
}
