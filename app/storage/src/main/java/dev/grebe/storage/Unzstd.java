package dev.grebe.storage;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import java.nio.ByteBuffer;

/**
 * Decompresses zstd frames, one after the other, and passes over frames that are to be skipped. A frame's own check sum is
 * verified if it has one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
 */
final class Unzstd extends Decompressor {
    static final int MAGIC = 0xFD2F_B528;
    static final int SKIPPABLE = 0x184D_2A50;
    static final int SKIPPABLE_MASK = 0xFFFF_FFF0;

    /** What a frame may ask to be kept of what came before: 128 MiB, all that {@code zstd} gives without {@code --long}. */
    private static final int LARGEST_WINDOW_LOG = 27;

    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer input = ByteBuffer.wrap(buffer);
    private boolean inFrame;
    private boolean first = true;

    Unzstd(StoredBytes compressed, FileSlice file, long mostBytes) {
        super(compressed, file, "zstd", mostBytes);
        context.setLongMax(LARGEST_WINDOW_LOG);
    }

    @Override
    int decompress(byte[] target, int offset, int length) {
        ByteBuffer output = ByteBuffer.wrap(target, offset, length);
        while (inFrame || beginFrame()) {
            // What is left in the decompressor comes without further input.
            boolean more = hasByte();
            int used = next;
            inFrame = !decode(output);
            if (output.position() > offset) {
                return output.position() - offset;
            }
            if (inFrame && !more && next == used) {
                throw truncated();
            }
        }
        return -1;
    }

    private boolean decode(ByteBuffer output) {
        try {
            input.limit(filled).position(next);
            boolean ended = context.decompressByteBufferStream(output, input);
            next = input.position();
            return ended;
        } catch (ZstdException e) {
            if (e.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
                throw refused(
                        Reason.LIMIT_EXCEEDED,
                        "the zstd data needs a window of more than %d MiB, which is the limit; compress it without --long"
                                .formatted(1 << (LARGEST_WINDOW_LOG - 20)));
            }
            throw damaged(e.getMessage());
        }
    }

    /** Whether another frame follows; its header stays in the buffer. */
    private boolean beginFrame() {
        while (hasByte() || first) {
            int magic = magic();
            if (magic == MAGIC) {
                first = false;
                return true;
            }
            if ((magic & SKIPPABLE_MASK) != SKIPPABLE) {
                throw first ? damaged("it has no zstd header") : trailing();
            }
            first = false;
            required32();
            for (long left = required32() & 0xFFFF_FFFFL; left > 0; ) {
                if (!hasByte()) {
                    throw truncated();
                }
                int count = (int) Math.min(left, filled - next);
                next += count;
                left -= count;
            }
        }
        return false;
    }

    /** The next four bytes, which stay in the buffer. */
    private int magic() {
        if (!fill(Integer.BYTES)) {
            throw first ? truncated() : trailing();
        }
        int at = next;
        int magic = required32();
        next = at;
        return magic;
    }

    private int required32() {
        return required() | required() << 8 | required() << 16 | required() << 24;
    }

    @Override
    public void close() {
        context.close();
        super.close();
    }
}
