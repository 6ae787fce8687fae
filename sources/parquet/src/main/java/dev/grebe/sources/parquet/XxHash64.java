package dev.grebe.sources.parquet;

/**
 * The hash of bloom filters, with seed 0.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash specification</a>
 */
final class XxHash64 {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final long FIRST_SUM = 0x60EA27EEADC0B5D6L; // PRIME_1 + PRIME_2, as longs overflow
    private static final int STRIPE = 32;

    private XxHash64() {}

    static long hash(byte[] data) {
        int length = data.length;
        int at = 0;
        long hash = PRIME_5;
        if (length >= STRIPE) {
            long a = FIRST_SUM;
            long b = PRIME_2;
            long c = 0;
            long d = -PRIME_1;
            for (; at <= length - STRIPE; at += STRIPE) {
                a = round(a, Bits.longAt(data, at));
                b = round(b, Bits.longAt(data, at + 8));
                c = round(c, Bits.longAt(data, at + 16));
                d = round(d, Bits.longAt(data, at + 24));
            }
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = merge(merge(merge(merge(hash, a), b), c), d);
        }
        return mix(rest(data, at, hash + length));
    }

    private static long rest(byte[] data, int from, long start) {
        long hash = start;
        int at = from;
        for (; at <= data.length - Long.BYTES; at += Long.BYTES) {
            hash = Long.rotateLeft(hash ^ round(0, Bits.longAt(data, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at <= data.length - Integer.BYTES) {
            long four = Bits.intAt(data, at) & 0xffff_ffffL;
            hash = Long.rotateLeft(hash ^ four * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += Integer.BYTES;
        }
        for (; at < data.length; at++) {
            hash = Long.rotateLeft(hash ^ (data[at] & 0xff) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long round(long sum, long input) {
        return Long.rotateLeft(sum + input * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long sum) {
        return (hash ^ round(0, sum)) * PRIME_1 + PRIME_4;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * PRIME_2;
        mixed = (mixed ^ mixed >>> 29) * PRIME_3;
        return mixed ^ mixed >>> 32;
    }
}
