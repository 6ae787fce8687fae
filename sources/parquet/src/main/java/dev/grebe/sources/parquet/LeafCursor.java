package dev.grebe.sources.parquet;

import org.jspecify.annotations.Nullable;

/**
 * Goes over the entries of one stored column, one at a time: each has a repetition level, a definition level and, if
 * that is the greatest, a value.
 */
final class LeafCursor implements Values.TextSink {
    private static final int[] FIRST_SLOT = {0};

    private final Chunk chunk;
    private final PageCursor pages;
    private final PageValues values;
    private final Reserved kept;
    private final LeafJson json;
    private final int[] place = new int[1];
    private final long[] number = new long[1];
    private final int[] id = new int[1];

    private @Nullable Dictionary dictionary;
    private boolean isDictionaryRead;
    private JsonText out;
    private boolean isName;

    /** The entry at hand, in its page. */
    private int entry;
    /** Values before it in the page. */
    private int value;
    /** Row of the entry at hand; -1 before the first. */
    private int row = -1;

    LeafCursor(Chunk chunk, PageCursor pages, Reserved kept) {
        this.chunk = chunk;
        this.pages = pages;
        this.kept = kept;
        values = new PageValues(chunk, kept);
        json = new LeafJson(chunk.column());
        out = new JsonText(kept);
    }

    Chunk chunk() {
        return chunk;
    }

    long place() {
        return pages.place();
    }

    int row() {
        return row;
    }

    /** Goes to the first entry of a row. */
    void seek(int wanted) {
        if (chunk.repetition() == 0) {
            open(wanted);
            entry = wanted - pages.firstRow();
            value = values.levels().valuesBefore(entry);
            row = wanted;
            return;
        }
        resume();
        if (row < 0 || wanted < row) {
            open(0);
            entry = 0;
            value = 0;
            row = 0;
            requireRowStart();
        }
        while (row < wanted) {
            do {
                next();
            } while (repetition() > 0);
        }
    }

    /** Inflates its page again if another column had the buffers since. */
    private void resume() {
        if (row >= 0 && !pages.isInflated()) {
            values.open(pages);
        }
    }

    private void requireRowStart() {
        if (values.repetitions()[0] != 0) {
            throw new BadPage("its first entry continues a row before it");
        }
    }

    private void open(int to) {
        pages.seek(to);
        if (pages.isInflated() && values.isOf(pages)) {
            return;
        }
        if (pages.header.isDictionaryCoded() && !isDictionaryRead) {
            isDictionaryRead = true;
            dictionary = DictionaryReader.stored(pages, chunk, kept);
            pages.seek(to);
        }
        values.open(pages);
    }

    /** Level of the entry at hand; 0 at the end, too. */
    int repetition() {
        return chunk.repetition() == 0 || isAtEnd() ? 0 : values.repetitions()[entry];
    }

    int definition() {
        if (isAtEnd()) {
            throw new BadPage("it ends before row %d does", row);
        }
        return chunk.definition() == 0
                ? 0
                : chunk.definition() == 1 && chunk.repetition() == 0
                        ? values.levels().isDefined(entry) ? 1 : 0
                        : values.definitions()[entry];
    }

    private boolean isAtEnd() {
        return pages.firstRow() + entry >= chunk.entries();
    }

    /** To the next entry. */
    void next() {
        if (definition() == chunk.definition()) {
            value++;
        }
        entry++;
        if (entry == pages.rows() && !isAtEnd()) {
            open(pages.firstRow() + entry);
            entry = 0;
            value = 0;
        }
        if (repetition() == 0) {
            row++;
        }
    }

    /** Writes the value of the entry at hand, which has one: as JSON, or as the name of a map's entry. */
    void write(JsonText to, boolean asName) {
        out = to;
        isName = asName;
        place[0] = value;
        if (values.isCoded()) {
            writeEntry();
        } else if (chunk.isOfBytes()) {
            values.plain().texts(place, FIRST_SLOT, 1, this);
        } else {
            values.plain().longs(place, 1, number);
            json.write(number[0], out, isName);
        }
    }

    private void writeEntry() {
        Dictionary entries = dictionary;
        if (entries == null) {
            throw new BadPage("it refers to a dictionary, and the column has none");
        }
        values.ids().read(place, 1, id);
        DictionaryIds.check(id, 0, 1, entries.size());
        if (chunk.isOfBytes()) {
            int entryId = id[0];
            text(
                    0,
                    entries.texts().bytes(),
                    entries.texts().starts()[entryId],
                    entries.texts().lengths()[entryId]);
        } else {
            json.write(entries.numbers()[id[0]], out, isName);
        }
    }

    @Override
    public void text(int slot, byte[] bytes, int from, int length) {
        json.write(bytes, from, length, out, isName);
    }

    /** Checks what was not looked at. */
    void finish() {
        if (row >= 0) {
            pages.finish();
        }
    }
}
