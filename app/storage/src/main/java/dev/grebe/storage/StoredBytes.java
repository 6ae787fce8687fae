package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.TextInput;
import java.io.IOException;

/** The bytes of a file as they are stored, from a place to its end as it was listed. */
final class StoredBytes implements TextInput {
    private final FileSlice file;
    private final Stored stored;
    private final long start;
    /** Where the next stored byte stands. */
    private long position;

    private byte[] head = new byte[0];
    private int headGiven;

    /** @throws dev.grebe.plugin.DataException if the file changed in another way than to grow */
    StoredBytes(FileSlice file, Stored stored, long start) {
        this.file = file;
        this.stored = stored;
        this.start = start;
        this.position = start;
        if (!grew()) {
            requireUnchanged();
        }
    }

    boolean grew() {
        return stored.size() > file.size();
    }

    void requireUnchanged() {
        try {
            Changed.check(file, stored.size(), stored.modified());
        } catch (DataException e) {
            close();
            throw e;
        }
    }

    /** The next bytes, which are still to be read: as many as asked for, or all to the end. */
    byte[] peek(int length) {
        head = new byte[(int) Math.min(length, file.size() - position)];
        headGiven = 0;
        for (int filled = 0; filled < head.length; ) {
            filled += take(head, filled, head.length - filled);
        }
        return head.clone();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (headGiven < head.length) {
            int count = Math.min(length, head.length - headGiven);
            System.arraycopy(head, headGiven, buffer, offset, count);
            headGiven += count;
            return count;
        }
        int count = (int) Math.min(length, file.size() - position);
        return count <= 0 ? -1 : take(buffer, offset, count);
    }

    private int take(byte[] buffer, int offset, int length) {
        try {
            int count = stored.bytes().read(buffer, offset, length);
            if (count < 0) {
                throw Changed.shorter(file, position, file.size());
            }
            position += count;
            return count;
        } catch (IOException e) {
            throw Interrupted.is(e) ? Interrupted.of(file, e) : Cause.unreadable(file.path(), position, e);
        }
    }

    @Override
    public long bytesRead() {
        return position - start;
    }

    @Override
    public void close() {
        try {
            stored.bytes().close();
        } catch (IOException e) {
            // Nothing was written: what was read is right.
        }
    }
}
