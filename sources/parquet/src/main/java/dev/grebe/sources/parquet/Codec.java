package dev.grebe.sources.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/** Inflates pages. One of a worker: it keeps what can be used again. */
final class Codec implements AutoCloseable {
    /** What is no larger is inflated to see what it is. */
    private static final int TRUSTED = 1 << 20;
    /** The most that one byte can become. */
    private static final int GZIP_RATIO = 1040;

    private static final int LZ4_RATIO = 256;
    private static final int ZSTD_RATIO = 1 << 16;

    private @Nullable ZstdDecompressCtx zstd;

    static boolean isKnown(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4, LZ4_RAW -> true;
            case LZO, BROTLI -> false;
        };
    }

    /**
     * Inflates {@code packed} bytes of {@code from} to exactly {@code plain} bytes of {@code to}, and not a byte more.
     *
     * @throws BadPage if they are damaged or of another size
     */
    void inflate(CompressionCodec codec, byte[] from, int at, int packed, byte[] to, int place, int plain) {
        try {
            long inflated = switch (codec) {
                case UNCOMPRESSED -> copy(from, at, packed, to, place, plain);
                case SNAPPY -> snappy(from, at, packed, to, place, plain);
                case GZIP -> gzip(from, at, packed, to, place, plain);
                case ZSTD -> zstd().decompressByteArray(to, place, plain, from, at, packed);
                case LZ4_RAW -> Lz4.inflate(from, at, packed, to, place, plain);
                case LZ4 -> Lz4.inflateFramed(from, at, packed, to, place, plain);
                case LZO, BROTLI -> throw new IllegalStateException(codec + " was not refused");
            };
            requireSize(inflated, plain);
        } catch (IOException | ZstdException e) {
            throw new BadPage("its %s data are damaged", codec);
        }
    }

    /**
     * Refuses packed bytes that cannot be as large as it is claimed, as far as they tell without being inflated: before
     * memory is taken for the claim.
     */
    static void checkClaim(CompressionCodec codec, byte[] from, int at, int packed, int plain) {
        switch (codec) {
            case UNCOMPRESSED -> requireSize(packed, plain);
            case SNAPPY -> {
                try {
                    requireSize(packed == 0 ? 0 : Snappy.uncompressedLength(from, at, packed), plain);
                } catch (IOException e) {
                    throw new BadPage("its %s data are damaged", codec);
                }
            }
            case ZSTD -> {
                long size = Zstd.getFrameContentSize(from, at, packed);
                if (size > 0 && plain > TRUSTED) {
                    requireSize(size, plain);
                }
                requireRatio(packed, plain, ZSTD_RATIO);
            }
            case GZIP -> requireRatio(packed, plain, GZIP_RATIO);
            case LZ4, LZ4_RAW -> requireRatio(packed, plain, LZ4_RATIO);
            case LZO, BROTLI -> throw new IllegalStateException(codec + " was not refused");
        }
    }

    private static void requireRatio(int packed, int plain, long ratio) {
        if (plain > TRUSTED && plain > packed * ratio) {
            throw new BadPage("its %d bytes claim to inflate to %d", packed, plain);
        }
    }

    private static void requireSize(long inflated, int plain) {
        if (inflated != plain) {
            throw new BadPage("it inflates to %d bytes, its header says %d", inflated, plain);
        }
    }

    private ZstdDecompressCtx zstd() {
        ZstdDecompressCtx context = zstd;
        if (context == null) {
            context = new ZstdDecompressCtx();
            zstd = context;
        }
        return context;
    }

    private static long copy(byte[] from, int at, int packed, byte[] to, int place, int plain) {
        System.arraycopy(from, at, to, place, Math.min(packed, plain));
        return packed;
    }

    /** The native code trusts the length in the data, so that is compared first. */
    private static long snappy(byte[] from, int at, int packed, byte[] to, int place, int plain) throws IOException {
        int length = Snappy.uncompressedLength(from, at, packed);
        return length == plain ? Snappy.uncompress(from, at, packed, to, place) : length;
    }

    private static long gzip(byte[] from, int at, int packed, byte[] to, int place, int plain) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(from, at, packed))) {
            int length = in.readNBytes(to, place, plain);
            return length == plain && in.read() >= 0 ? length + 1L : length;
        }
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
            zstd = null;
        }
    }
}
