package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text file on some volume. */
final class StoredText implements TextFile {
    private final Volume volume;
    private final String location;
    private final FileSlice slice;
    private final long mostBytes;
    /** Null until it is opened first. */
    private @Nullable Nature nature;

    /** What is decided once. */
    private record Nature(TextFormat format, boolean grew) {}

    StoredText(Volume volume, String location, FileSlice slice, long mostBytes) {
        this.volume = volume;
        this.location = location;
        this.slice = slice;
        this.mostBytes = mostBytes;
    }

    @Override
    public FileSlice slice() {
        return slice;
    }

    @Override
    public boolean isCompressed() {
        return nature().format() != TextFormat.PLAIN;
    }

    @Override
    public boolean grew() {
        return nature().grew();
    }

    @Override
    public TextInput open(long start) {
        if (start == 0) {
            return openFromItsStart();
        }
        if (isCompressed()) {
            throw new IllegalArgumentException("compressed text is read from its start, not from byte " + start);
        }
        return stored(start, slice.size() - start);
    }

    private TextInput openFromItsStart() {
        StoredBytes bytes = stored(0, slice.size());
        try {
            return input(bytes, decide(bytes));
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private TextInput input(StoredBytes bytes, Nature decided) {
        return switch (decided.format()) {
            case PLAIN -> bytes;
            case GZIP -> new Gunzip(bytes, slice, mostBytes);
            case ZSTD -> new Unzstd(bytes, slice, mostBytes);
        };
    }

    private Nature nature() {
        Nature known = known();
        if (known != null) {
            return known;
        }
        try (StoredBytes bytes = stored(0, TextFormat.HEAD_BYTES)) {
            return decide(bytes);
        }
    }

    private synchronized @Nullable Nature known() {
        return nature;
    }

    private Nature decide(StoredBytes bytes) {
        TextFormat format = TextFormat.of(slice, bytes.peek(TextFormat.HEAD_BYTES));
        if (format != TextFormat.PLAIN) {
            bytes.requireUnchanged();
        }
        synchronized (this) {
            if (nature == null) {
                nature = new Nature(format, bytes.grew());
            }
            return nature;
        }
    }

    /** @param most bytes that will be read */
    private StoredBytes stored(long start, long most) {
        try {
            return new StoredBytes(slice, volume.read(location, slice, start, most), start);
        } catch (IOException e) {
            throw Interrupted.is(e) ? Interrupted.of(slice, e) : Cause.unreadable(slice.path(), start, e);
        }
    }
}
