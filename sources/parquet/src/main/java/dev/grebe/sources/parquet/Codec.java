package dev.grebe.sources.parquet;

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
    private @Nullable ZstdDecompressCtx zstd;

    static boolean isKnown(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> true;
            case LZO, BROTLI, LZ4, LZ4_RAW -> false;
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
                case LZO, BROTLI, LZ4, LZ4_RAW -> throw new BadPage("codec %s is not supported", codec);
            };
            if (inflated != plain) {
                throw new BadPage("it inflates to %d bytes, its header says %d", inflated, plain);
            }
        } catch (IOException | ZstdException e) {
            throw new BadPage("its %s data are damaged (%s)", codec, Place.shown(String.valueOf(e.getMessage())));
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
