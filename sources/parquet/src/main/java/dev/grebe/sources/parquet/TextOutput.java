package dev.grebe.sources.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grebe.data.Column;
import dev.grebe.data.Repeated;
import dev.grebe.data.Selection;
import dev.grebe.data.Utf8;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects texts: as ids of the chunk's dictionary as long as all pages are dictionary-coded, else as bytes. What had
 * come as ids before the first other page is copied.
 */
final class TextOutput implements Output, Values.TextSink {
    private static final int FIRST_BYTES = 32; // for each text, until it shows how long they are
    private static final int MAX_FIRST_BYTES = 1 << 20;
    private static final Values NO_PAGE = new PlainValues.Texts();
    private static final Repeated NO_TEXT = new Repeated(Type.STRING, null);

    private final Workspace work;
    private final Decoding decoding;
    private final int scale;
    private final Problems problems;
    private final int rowCount;
    private final Reserved reserved;
    private final Selection selection;
    private final @Nullable Dictionary chunkDictionary;

    private @Nullable Dictionary dictionary;
    private int[] ids = {};
    private boolean isBytes;
    private byte[] bytes = {};
    private int used;
    private int[] starts = {};
    private int[] lengths = {};
    private Values page = NO_PAGE;

    /** Rows of {@code selection} that are done. */
    private int done;

    /** @param loaded the chunk's dictionary, if it is known already: for a batch that needs none of it */
    TextOutput(
            Workspace work,
            Chunk chunk,
            int rowCount,
            Selection selection,
            @Nullable Dictionary loaded,
            Reserved reserved,
            Problems problems) {
        this.work = work;
        this.problems = problems;
        decoding = chunk.decoding();
        scale = chunk.column().scale();
        this.rowCount = rowCount;
        this.selection = selection;
        chunkDictionary = loaded;
        this.reserved = reserved;
    }

    void done(int rows) {
        done = rows;
    }

    @Override
    public void nulls(int[] slots, int n) {
        if (dictionary != null && !isBytes) {
            int missing = dictionary.size();
            for (int i = 0; i < n; i++) {
                ids[slots[i]] = missing;
            }
        }
    }

    @Override
    public void entries(Dictionary entries, Hybrid in, int[] indices, int[] slots, int n) {
        if (isBytes) {
            in.read(indices, n, work.ids);
            DictionaryIds.check(work.ids, 0, n, entries.size());
            for (int i = 0; i < n; i++) {
                copy(entries, work.ids[i], slots[i]);
            }
            return;
        }
        start(entries);
        boolean isRange = n > 0 && indices[n - 1] - indices[0] == n - 1 && slots[n - 1] - slots[0] == n - 1;
        if (isRange) {
            range(entries, in, indices[0], slots[0], n);
            return;
        }
        in.read(indices, n, work.ids);
        DictionaryIds.check(work.ids, 0, n, entries.size());
        for (int i = 0; i < n; i++) {
            ids[slots[i]] = work.ids[i];
        }
        checkTexts(entries, slots, n);
    }

    /**
     * As {@link #entries}, for adjacent rows of a page that go to adjacent slots; at most {@link Workspace#BLOCK} unless
     * all have values. False if this output keeps no ids.
     */
    boolean range(Dictionary entries, Hybrid in, Levels levels, int row, int slot, int n) {
        if (isBytes) {
            return false;
        }
        start(entries);
        if (levels.isFull()) {
            range(entries, in, row, slot, n);
        } else {
            spans(entries, in, levels, row, slot, n);
        }
        return true;
    }

    private void range(Dictionary entries, Hybrid in, int index, int slot, int n) {
        in.range(index, n, ids, slot);
        DictionaryIds.check(ids, slot, n, entries.size());
        checkTexts(entries, slot, n);
    }

    private void spans(Dictionary entries, Hybrid in, Levels levels, int row, int slot, int n) {
        int first = levels.rank(row);
        int count = levels.rank(row + n) - first;
        in.range(first, count, work.ids, 0);
        DictionaryIds.check(work.ids, 0, count, entries.size());
        int taken = 0;
        int span;
        for (int i = 0; i < n; i += span) {
            span = levels.span(row + i, row + n);
            if (levels.isDefined(row + i)) {
                System.arraycopy(work.ids, taken, ids, slot + i, span);
                taken += span;
            } else {
                Arrays.fill(ids, slot + i, slot + i + span, entries.size());
            }
        }
        checkTexts(entries, slot, n);
    }

    private void checkTexts(Dictionary entries, int slot, int n) {
        if (entries.bad().length > 0) {
            for (int i = slot; i < slot + n; i++) {
                checkText(entries, i);
            }
        }
    }

    /** Makes ready for ids; earlier rows were null if this is the first page with any. */
    void start(Dictionary entries) {
        if (dictionary == null && !isBytes) {
            dictionary = entries;
            reserved.add((long) rowCount * Integer.BYTES);
            ids = new int[rowCount];
        }
    }

    private void checkTexts(Dictionary entries, int[] slots, int n) {
        if (entries.bad().length > 0) {
            for (int i = 0; i < n; i++) {
                checkText(entries, slots[i]);
            }
        }
    }

    private void checkText(Dictionary entries, int slot) {
        if (entries.bad()[ids[slot]]) {
            problems.bad(slot, Reason.INVALID_UTF8, Decoding.TEXT.problem(), "");
        }
    }

    @Override
    public void values(Values values, int[] indices, int[] slots, int n) {
        startBytes();
        if (decoding.isFromBytes()) {
            page = values;
            values.texts(indices, slots, n, this);
            return;
        }
        values.longs(indices, n, work.longs);
        for (int i = 0; i < n; i++) {
            append(slots[i], decoding.text(work.longs[i], scale));
        }
    }

    /** From here on texts are kept as bytes. */
    void startBytes() {
        if (isBytes) {
            return;
        }
        isBytes = true;
        reserved.add(2L * Integer.BYTES * rowCount);
        starts = new int[rowCount];
        lengths = new int[rowCount];
        Dictionary before = dictionary;
        if (before != null) {
            for (int i = 0; i < done; i++) {
                int slot = selection.rows()[i];
                copy(before, ids[slot], slot);
            }
            reserved.remove((long) rowCount * Integer.BYTES);
            ids = new int[0];
        }
        require((int) Math.min(MAX_FIRST_BYTES, (long) FIRST_BYTES * selection.count()));
    }

    private void copy(Dictionary entries, int id, int slot) {
        if (entries.bad().length > 0 && entries.bad()[id]) {
            problems.bad(slot, Reason.INVALID_UTF8, Decoding.TEXT.problem(), "");
        }
        Column.Bytes texts = entries.texts();
        append(slot, texts.bytes(), texts.starts()[id], texts.lengths()[id]);
    }

    @Override
    public void text(int slot, byte[] text, int from, int length) {
        if (decoding != Decoding.TEXT) {
            append(slot, decoding.text(text, from, length, scale));
        } else if (Utf8.isValid(text, from, from + length)) {
            append(slot, text, from, length);
        } else {
            page.requireWhole();
            int shown = Math.min(length, Rejection.LONGEST_RAW);
            problems.bad(slot, Reason.INVALID_UTF8, decoding.problem(), new String(text, from, shown, UTF_8));
        }
    }

    private void append(int slot, String text) {
        byte[] added = text.getBytes(UTF_8);
        append(slot, added, 0, added.length);
    }

    private void append(int slot, byte[] text, int from, int length) {
        require(length);
        System.arraycopy(text, from, bytes, used, length);
        starts[slot] = used;
        lengths[slot] = length;
        used += length;
    }

    private void require(int more) {
        if (more <= bytes.length - used) {
            return;
        }
        long size = Math.max(
                (long) used + more, Math.min(bytes.length + bytes.length / 2L, Integer.MAX_VALUE - Bits.SLACK));
        if (size > Integer.MAX_VALUE - Bits.SLACK) {
            throw new BadPage(Reason.LIMIT_EXCEEDED, "the texts of %d rows take more than 2 GiB", rowCount);
        }
        reserved.add(size);
        int old = bytes.length;
        bytes = Arrays.copyOf(bytes, (int) size);
        reserved.remove(old);
    }

    @Override
    public Column column() {
        if (isBytes) {
            return new Column.Bytes(rowCount, bytes, starts, lengths);
        } else if (dictionary != null) {
            return new Column.Dictionary(rowCount, ids, dictionary.texts());
        }
        // No row was asked for.
        reserved.add((long) rowCount * Integer.BYTES);
        return chunkDictionary == null
                ? NO_TEXT.column(rowCount)
                : new Column.Dictionary(rowCount, new int[rowCount], chunkDictionary.texts());
    }
}
