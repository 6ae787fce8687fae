package dev.grebe.sources.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian reads at any place of an array. */
final class Bits {
    /** Spare bytes behind a page, so that a wide read at its end stays inside the array. */
    static final int SLACK = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Bits() {}

    static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static int intAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    /** The {@code index}-th of the values of {@code width} bits (at most 32) that start at a byte. */
    static int packed(byte[] bytes, int from, int index, int width) {
        long bit = (long) index * width;
        long word = longAt(bytes, from + (int) (bit >>> 3)) >>> (bit & 7);
        return (int) (word & ((1L << width) - 1));
    }

    /** As {@link #packed}, for values of up to 64 bits. */
    static long packedLong(byte[] bytes, int from, int index, int width) {
        if (width == 0) {
            return 0;
        }
        long bit = (long) index * width;
        int at = from + (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        long value = longAt(bytes, at) >>> shift;
        if (shift + width > Long.SIZE) {
            value |= (long) bytes[at + Long.BYTES] << (Long.SIZE - shift);
        }
        return width == Long.SIZE ? value : value & ((1L << width) - 1);
    }
}
