package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plugin.DataException;
import org.jspecify.annotations.Nullable;

/** Reads one column of a row group: finds the pages of the wanted rows, and in them the values. */
final class ColumnReader implements ColumnSource {
    /** Dictionaries beyond this are not searched for wanted entries: the rows tell sooner. */
    private static final int MAX_SEARCHED = 1 << 15;

    private final Chunk chunk;
    private final PageCursor pages;
    private final PageValues values;
    private final Workspace work;
    private final Counters counters;
    private final Reserved kept;
    private boolean isTouched;
    private boolean isSearched;
    private @Nullable Dictionary dictionary;

    ColumnReader(Chunk chunk, PageCursor pages, Workspace work, Counters counters, Reserved kept) {
        this.chunk = chunk;
        this.pages = pages;
        this.work = work;
        this.counters = counters;
        this.kept = kept;
        values = new PageValues(chunk);
    }

    @Override
    public Column read(Positions batch, Selection rows, Reserved reserved) {
        try {
            return chunk.decoding() == Decoding.TEXT
                    ? readTexts(batch, rows, reserved)
                    : read(batch, rows, new NumberOutput(work, chunk.decoding(), batch.count(), reserved));
        } catch (BadValue e) {
            throw chunk.place().bad("row %d: %s", chunk.firstRow() + batch.of(e.slot()), e.reason());
        } catch (BadPage e) {
            throw bad(e);
        }
    }

    private Column readTexts(Positions batch, Selection rows, Reserved reserved) {
        return read(batch, rows, new TextOutput(work, batch.count(), rows, dictionary, reserved));
    }

    private Column read(Positions batch, Selection rows, Output output) {
        boolean isWhole = batch.isDense() && rows.count() == batch.count();
        int done = 0;
        while (done < rows.count()) {
            open(batch.of(rows.rows()[done]));
            if (output instanceof TextOutput texts) {
                startPage(texts, done);
                if (isWhole && values.isCoded() && dictionary != null) {
                    int ranged = range(batch, texts, done);
                    done += ranged;
                    if (ranged > 0) {
                        continue;
                    }
                }
            }
            int n = take(batch, rows, done);
            decode(n, output);
            done += n;
        }
        return output.column();
    }

    /** Goes to the page of a row and makes its values ready. */
    private void open(int row) {
        isTouched = true;
        pages.seek(row);
        if (pages.isInflated() && values.isOf(pages)) {
            return;
        }
        if (pages.header.isDictionaryCoded() && !isSearched) {
            loadDictionary();
            pages.seek(row);
        }
        values.open(pages);
    }

    /** Texts are ids as long as all pages so far have been dictionary-coded. */
    private void startPage(TextOutput texts, int done) {
        texts.done(done);
        if (values.isCoded() && dictionary != null) {
            texts.start(dictionary);
        } else {
            texts.startBytes(); // also for a page of nulls only, in a chunk without a dictionary
        }
    }

    /** All rows of the batch that are in this page, as far as they fit: none is looked for by itself. */
    private int range(Positions batch, TextOutput texts, int done) {
        int row = batch.of(done) - pages.firstRow();
        int n = Math.min(batch.count() - done, pages.rows() - row);
        n = Math.min(n, Workspace.BLOCK);
        return texts.range(entries(), values.ids(), values.levels(), row, done, n) ? n : 0;
    }

    /** Takes a block of wanted rows that are in this page. */
    private int take(Positions batch, Selection rows, int done) {
        int[] wanted = work.wanted;
        int[] slots = work.places;
        int first = pages.firstRow();
        int end = first + pages.rows();
        int limit = Math.min(rows.count() - done, Workspace.BLOCK);
        for (int n = 0; n < limit; n++) {
            int slot = rows.rows()[done + n];
            int row = batch.of(slot);
            if (row >= end) {
                return n;
            }
            wanted[n] = row - first;
            slots[n] = slot;
        }
        return limit;
    }

    private void decode(int n, Output output) {
        int found = values.levels().locate(work.wanted, work.places, n, work.nulls);
        if (found < n) {
            output.nulls(work.nulls, n - found);
        }
        if (found == 0) {
            return;
        } else if (values.isCoded()) {
            output.entries(entries(), values.ids(), work.wanted, work.places, found);
        } else {
            output.values(values.plain(), work.wanted, work.places, found);
        }
    }

    private Dictionary entries() {
        if (dictionary == null) {
            throw new BadPage("it refers to a dictionary, and the column has none");
        }
        return dictionary;
    }

    /** Reads the dictionary once, if there is one. Loses the page at hand. */
    private void loadDictionary() {
        isSearched = true;
        isTouched = true;
        if (!pages.seekDictionary()) {
            return;
        }
        PageHeader header = pages.header;
        if (header.encoding != PageHeader.PLAIN && header.encoding != PageHeader.PLAIN_DICTIONARY) {
            throw new BadPage("encoding %d of the dictionary is not supported", header.encoding);
        }
        pages.checkSizes();
        boolean isText = chunk.decoding() == Decoding.TEXT || chunk.decoding() == Decoding.ISO;
        dictionary = isText ? texts(header) : PageValues.numbers(pages, chunk, kept);
    }

    private Dictionary texts(PageHeader header) {
        if ((long) header.values * Integer.BYTES > header.plain) {
            throw new BadPage("the dictionary's %d entries do not fit into %d bytes", header.values, header.plain);
        }
        kept.add((long) header.plain + Bits.SLACK + Dictionary.indexBytes(header.values));
        byte[] page = new byte[header.plain + Bits.SLACK];
        int length = header.plain;
        int size = header.values;
        pages.inflate(page);
        Dictionary texts = Dictionary.texts(page, length, size);
        return chunk.decoding() == Decoding.ISO ? texts.times() : texts;
    }

    @Override
    public boolean mayMatch(Domain domain) {
        if (chunk.coded() == Chunk.Coded.NOT_ALL || chunk.mayHoldNulls() && domain.mayContain(null)) {
            return true;
        }
        try {
            if (!isSearched) {
                loadDictionary();
            }
            Dictionary entries = dictionary;
            return entries == null
                    || entries.size() > MAX_SEARCHED
                    || entries.mayMatch(domain, chunk.decoding())
                    || chunk.coded() == Chunk.Coded.UNKNOWN && !pages.isAllCoded();
        } catch (BadPage e) {
            throw bad(e);
        }
    }

    @Override
    public void finish() {
        if (!isTouched) {
            counters.chunksUntouched.increment();
            return;
        }
        try {
            pages.finish();
        } catch (BadPage e) {
            throw bad(e);
        }
    }

    @Override
    public void close() {
        kept.releaseAll();
    }

    private DataException bad(BadPage e) {
        return chunk.place().bad("page at byte %d: %s", pages.place(), e.reason());
    }
}
