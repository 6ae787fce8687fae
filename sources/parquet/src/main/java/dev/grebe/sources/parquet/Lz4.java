package dev.grebe.sources.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Inflates LZ4 blocks, with every length checked against both arrays.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4 block format</a>
 */
final class Lz4 {
    private static final VarHandle BIG_INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int FRAME = 2 * Integer.BYTES;
    private static final int LEAST_MATCH = 4;
    private static final int MORE = 15;

    private Lz4() {}

    /**
     * Inflates one block.
     *
     * @return how many bytes it became, at most {@code plain}
     */
    static int inflate(byte[] from, int at, int packed, byte[] to, int place, int plain) {
        int in = at;
        int inEnd = at + packed;
        int out = place;
        int outEnd = place + plain;
        while (in < inEnd) {
            int token = from[in++] & 0xff;
            int literals = token >>> 4;
            if (literals == MORE) {
                int part;
                do {
                    require(in < inEnd && literals <= plain);
                    part = from[in++] & 0xff;
                    literals += part;
                } while (part == 0xff);
            }
            require(literals <= inEnd - in && literals <= outEnd - out);
            System.arraycopy(from, in, to, out, literals);
            in += literals;
            out += literals;
            if (in == inEnd) {
                return out - place; // the last sequence has no match
            }
            require(inEnd - in >= Short.BYTES);
            int distance = from[in] & 0xff | (from[in + 1] & 0xff) << 8;
            in += Short.BYTES;
            int length = token & MORE;
            if (length == MORE) {
                int part;
                do {
                    require(in < inEnd && length <= plain);
                    part = from[in++] & 0xff;
                    length += part;
                } while (part == 0xff);
            }
            length += LEAST_MATCH;
            require(distance > 0 && distance <= out - place && length <= outEnd - out);
            copy(to, out, distance, length);
            out += length;
        }
        return out - place;
    }

    /** What is copied may be what the copy makes. */
    private static void copy(byte[] bytes, int to, int distance, int length) {
        if (distance >= length) {
            System.arraycopy(bytes, to - distance, bytes, to, length);
            return;
        }
        for (int i = to; i < to + length; i++) {
            bytes[i] = bytes[i - distance];
        }
    }

    /** Inflates blocks as Hadoop frames them, each behind its sizes; some writers leave the frame out. */
    static int inflateFramed(byte[] from, int at, int packed, byte[] to, int place, int plain) {
        if (!isFramed(from, at, packed, plain)) {
            return inflate(from, at, packed, to, place, plain);
        }
        int in = at;
        int done = 0;
        while (in < at + packed) {
            int size = (int) BIG_INTS.get(from, in);
            int length = (int) BIG_INTS.get(from, in + Integer.BYTES);
            require(inflate(from, in + FRAME, length, to, place + done, size) == size);
            done += size;
            in += FRAME + length;
        }
        return done;
    }

    private static boolean isFramed(byte[] from, int at, int packed, int plain) {
        long left = packed;
        long size = 0;
        int in = at;
        while (left >= FRAME) {
            int here = (int) BIG_INTS.get(from, in);
            int length = (int) BIG_INTS.get(from, in + Integer.BYTES);
            left -= FRAME;
            if (here < 0 || length < 0 || length > left) {
                return false;
            }
            size += here;
            left -= length;
            in += FRAME + length;
        }
        return left == 0 && size == plain;
    }

    private static void require(boolean isGood) {
        if (!isGood) {
            throw new BadPage("its LZ4 data are damaged");
        }
    }
}
