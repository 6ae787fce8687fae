package dev.grebe.sources.parquet;

import java.util.Arrays;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * A cursor over whole numbers of one bit width in Parquet's hybrid encoding: runs of one repeated value, and runs of
 * packed groups of eight, of which the last may hold more values than are left: DuckDB fills up to 256. Whole ranges go through Parquet's generated unpackers, single
 * values are cut out of their bits: measured, either is fastest for its own.
 */
final class Hybrid {
    private static final int GROUP = 8;
    private static final int MAX_WIDTH = 32;

    private final String what;
    private byte[] data = {};
    private int from;
    private int end;
    private int width;
    private int count;
    private BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(0);

    private int next;
    private int runStart;
    private int runEnd;
    private boolean isPacked;
    private int repeated;
    private int packedAt;

    /** @param what the values are, for messages: "dictionary ids" */
    Hybrid(String what) {
        this.what = what;
    }

    /** Starts over {@code count} values in {@code [from, end)}; {@link Bits#SLACK} bytes must follow in the array. */
    void reset(byte[] data, int from, int end, int width, int count) {
        if (width < 0 || width > MAX_WIDTH) {
            throw new BadPage("its %s are %d bits wide, more than %d", what, width, MAX_WIDTH);
        }
        this.data = data;
        this.from = from;
        this.end = end;
        this.width = width;
        this.count = count;
        packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        rewind();
    }

    private void rewind() {
        next = from;
        runStart = 0;
        runEnd = 0;
    }

    int width() {
        return width;
    }

    /** Values at ascending indices. */
    void read(int[] indices, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int index = indices[i];
            if (index < runStart || index >= runEnd) {
                seek(index);
            }
            out[i] = isPacked ? Bits.packed(data, packedAt, index - runStart, width) : repeated;
        }
    }

    /** The {@code n} values from {@code index} on. */
    void range(int index, int n, int[] out, int at) {
        int done = 0;
        while (done < n) {
            seek(index + done);
            int first = index + done - runStart;
            int here = Math.min(n - done, runEnd - runStart - first);
            if (isPacked) {
                unpack(first, here, out, at + done);
            } else {
                Arrays.fill(out, at + done, at + done + here, repeated);
            }
            done += here;
        }
    }

    /** Goes to the run that holds a value. */
    void seek(int index) {
        if (index < runStart) {
            rewind();
        }
        while (index >= runEnd) {
            nextRun();
        }
    }

    int runStart() {
        return runStart;
    }

    int runEnd() {
        return runEnd;
    }

    boolean isPacked() {
        return isPacked;
    }

    int repeated() {
        return repeated;
    }

    /** Where the packed values of the run at hand start. */
    int packedAt() {
        return packedAt;
    }

    // The overload on a ByteBuffer, which is not deprecated, checks bounds byte by byte.
    @SuppressWarnings("deprecation")
    private void unpack(int first, int n, int[] out, int at) {
        int done = 0;
        while (done < n && (first + done) % GROUP != 0) {
            out[at + done] = Bits.packed(data, packedAt, first + done, width);
            done++;
        }
        int place = packedAt + (first + done) / GROUP * width;
        for (; n - done >= GROUP; done += GROUP) {
            packer.unpack8Values(data, place, out, at + done);
            place += width;
        }
        for (; done < n; done++) {
            out[at + done] = Bits.packed(data, packedAt, first + done, width);
        }
    }

    private void nextRun() {
        int header = varint();
        long length = Integer.toUnsignedLong(header) >>> 1;
        int left = count - runEnd;
        isPacked = (header & 1) == 1;
        if (isPacked) {
            length *= GROUP;
            long needed = (Math.min(length, left) * width + 7) / 8;
            if (needed > end - next) {
                throw new BadPage("its %s do not fit %d values", what, count);
            }
            packedAt = next;
            next += (int) Math.min(length / GROUP * width, end - next);
        } else {
            int bytes = (width + 7) / 8;
            if (length > left || bytes > end - next) {
                throw new BadPage("its %s do not fit %d values", what, count);
            }
            long mask = (1L << 8 * bytes) - 1;
            repeated = (int) (Bits.longAt(data, next) & mask);
            next += bytes;
        }
        runStart = runEnd;
        runEnd += (int) Math.min(length, left);
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            if (next >= end) {
                throw new BadPage("its %s end after %d of %d values", what, runEnd, count);
            }
            int part = data[next++];
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new BadPage("its %s hold a run without an end", what);
    }
}
