package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Storage;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * A file of lines in one scan. One that grew since it was listed is read to the last newline before its listed size: what
 * follows was being written. Whether it grew is decided when it is opened first, so that all its splits agree.
 */
final class LineFile {
    private static final int TRIES = 5;
    private static final int COUNT_BYTES = 1 << 16;

    private final Storage storage;
    private final FileSlice slice;
    private boolean opened;
    private boolean grew;

    LineFile(Storage storage, FileSlice slice) {
        this.storage = storage;
        this.slice = slice;
    }

    FileSlice slice() {
        return slice;
    }

    synchronized boolean grew() {
        return grew;
    }

    RandomInput open() {
        FileSlice now = slice;
        for (int tried = 1; ; tried++) {
            try {
                RandomInput input = storage.open(now);
                decide(now.size() > slice.size());
                return input;
            } catch (DataException e) {
                now = storage.list(slice.path()).get(0);
                if (now.size() <= slice.size() || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private synchronized void decide(boolean greater) {
        grew = opened ? grew : greater;
        opened = true;
    }

    /** Whether the file's first bytes are gzip's, whatever its name says; without any, its name does. */
    boolean isGzip(RandomInput input) {
        if (slice.size() == 0) {
            return slice.path().toLowerCase(Locale.ROOT).endsWith(".gz");
        }
        if (slice.size() < 2) {
            return false;
        }
        ByteBuffer magic = ByteBuffer.allocate(2);
        input.read(0, magic);
        return (magic.get(0) & 0xFF) == Gunzip.MAGIC_1 && (magic.get(1) & 0xFF) == Gunzip.MAGIC_2;
    }

    /** How many lines start before a place beyond the first byte, for messages. */
    long linesBefore(long place) {
        long lines = 1;
        byte[] buffer = new byte[COUNT_BYTES];
        try (ByteStream bytes = new StoredBytes(open(), 0, place - 1, new LongAdder())) {
            for (int count = 0; count >= 0; count = bytes.read(buffer, 0, buffer.length)) {
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
