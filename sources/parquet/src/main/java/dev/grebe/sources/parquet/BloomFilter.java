package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plugin.RandomInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bloom filter of a chunk. Only the blocks of the values that are asked for are read, 32 bytes each.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/BloomFilter.md">Parquet bloom filter</a>
 */
final class BloomFilter {
    /** A header and a block. */
    static final int LEAST_BYTES = 40;

    private static final int HEADER = 64;
    private static final int BLOCK = 32;
    private static final int MAX_VALUES = 64;
    private static final int[] SALT = {
        0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
    };

    private final Chunk chunk;
    private final RandomInput input;
    private final Counters counters;

    BloomFilter(Chunk chunk, RandomInput input, Counters counters) {
        this.chunk = chunk;
        this.input = input;
        this.counters = counters;
    }

    /** Whether the chunk may hold a wanted value. */
    boolean mayMatch(Domain domain) {
        Optional<Set<Object>> wanted = domain.only();
        if (wanted.isEmpty() || wanted.get().size() > MAX_VALUES || chunk.mayHoldNulls() && domain.mayContain(null)) {
            return true;
        }
        long start = chunk.bloomFilter().start();
        byte[] header = read(start, (int) Math.min(HEADER, input.size() - start));
        Thrift thrift = new Thrift();
        thrift.reset(header, 0, header.length);
        int bytes = size(thrift);
        long bits = start + thrift.place();
        if (bytes < BLOCK || bytes % BLOCK != 0 || bytes > input.size() - bits) {
            throw new BadPage("its bloom filter is damaged: %d bytes", bytes);
        }
        return wanted.get().stream().anyMatch(value -> mayContain(value, bits, bytes / BLOCK));
    }

    private int size(Thrift thrift) {
        int bytes = -1;
        try {
            thrift.enter();
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                if (thrift.field() == 1) {
                    bytes = thrift.int32(type);
                } else {
                    thrift.skip(type); // of algorithm, hash and compression there is one each
                }
            }
            return bytes;
        } catch (Thrift.CutOff e) {
            throw new BadPage("its bloom filter is cut off");
        }
    }

    private boolean mayContain(Object value, long bits, int blocks) {
        byte[] plain = plain(value);
        if (plain == null) {
            return true;
        }
        long hash = XxHash64.hash(plain);
        long block = (hash >>> 32) * blocks >>> 32;
        ByteBuffer words = ByteBuffer.wrap(read(bits + block * BLOCK, BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        for (int salt : SALT) {
            if ((words.getInt() >>> ((int) hash * salt >>> 27) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The value as encoding PLAIN has it, without a length; null if it is not stored so. */
    private byte @Nullable [] plain(Object value) {
        if (value instanceof String text && chunk.decoding() == Decoding.TEXT) {
            return text.getBytes(StandardCharsets.UTF_8);
        } else if (value instanceof Long number && chunk.decoding() == Decoding.LONG) {
            boolean isInt = chunk.column().meaning() == FileColumn.Meaning.INT32;
            ByteBuffer bytes =
                    ByteBuffer.allocate(isInt ? Integer.BYTES : Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            if (isInt && number != number.intValue()) {
                return null;
            }
            return isInt
                    ? bytes.putInt(number.intValue()).array()
                    : bytes.putLong(number).array();
        }
        return null;
    }

    private byte[] read(long at, int length) {
        byte[] bytes = new byte[length];
        input.read(at, ByteBuffer.wrap(bytes));
        counters.bytesRead.add(length);
        return bytes;
    }
}
