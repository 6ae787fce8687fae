package dev.grebe.sources.parquet;

/** The values of one page in one encoding. Indices count values, not rows, and ascend within a call. */
interface Values {
    /**
     * Starts on the {@code count} values in {@code [from, end)}; {@link Bits#SLACK} bytes follow in the array.
     *
     * @throws BadPage if they cannot be there
     */
    void reset(byte[] data, int from, int end, int count);

    /** Fixed-size values at some indices: whole numbers sign-extended, others as their bits. */
    default void longs(int[] indices, int n, long[] out) {
        throw new UnsupportedOperationException();
    }

    /** Texts at some indices, each given to the sink with the slot that stands at the same place. */
    default void texts(int[] indices, int[] slots, int n, TextSink sink) {
        throw new UnsupportedOperationException();
    }

    /**
     * Called when a text turns out to be none: whether the page itself is damaged.
     *
     * @throws BadPage if it is
     */
    default void requireWhole() {}

    /** Takes texts, one at a time; the bytes are good only during the call. */
    interface TextSink {
        void text(int slot, byte[] bytes, int from, int length);
    }
}
