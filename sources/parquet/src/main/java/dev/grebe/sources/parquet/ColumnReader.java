package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import org.jspecify.annotations.Nullable;

/** Reads one column of a row group: finds the pages of the wanted rows, and in them the values. */
final class ColumnReader implements ColumnSource {
    /** Dictionaries beyond this are not searched for wanted entries: the rows tell sooner. */
    private static final int MAX_SEARCHED = 1 << 15;

    static final String NULL = "a value is missing, and the table takes none without";

    private final Chunk chunk;
    private final PageCursor pages;
    private final PageValues values;
    private final Workspace work;
    private final Counters counters;
    private final Reserved kept;
    private final BloomFilter bloom;
    private final boolean refusesNull;
    private final Problems problems;
    private boolean isTouched;
    private boolean isSearched;
    private @Nullable Dictionary dictionary;

    /**
     * @param refusesNull whether a missing value is bad
     * @param problems takes values that cannot be read
     */
    ColumnReader(
            Chunk chunk,
            PageCursor pages,
            Workspace work,
            Counters counters,
            Reserved kept,
            BloomFilter bloom,
            boolean refusesNull,
            Problems problems) {
        this.bloom = bloom;
        this.refusesNull = refusesNull;
        this.problems = problems;
        this.chunk = chunk;
        this.pages = pages;
        this.work = work;
        this.counters = counters;
        this.kept = kept;
        values = new PageValues(chunk, kept);
    }

    @Override
    public Column read(Positions batch, Selection rows, Reserved reserved) {
        try {
            return read(batch, rows, output(batch, rows, reserved));
        } catch (BadValue e) {
            long row = chunk.firstRow() + batch.of(e.slot());
            throw new DataException(chunk.place().ofRow(row, e.reason(), e.detail(), e.raw()));
        } catch (BadPage e) {
            throw bad(e);
        }
    }

    private Output output(Positions batch, Selection rows, Reserved reserved) {
        return chunk.decoding().isText()
                ? new TextOutput(work, chunk, batch.count(), rows, dictionary, reserved, problems)
                : new NumberOutput(work, chunk, batch.count(), reserved, refusesNull, problems);
    }

    private Column read(Positions batch, Selection rows, Output output) {
        boolean isWhole = batch.isDense() && rows.count() == batch.count() && !looksAtEach();
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

    /** Whether every single row is looked at: for nulls that are refused, or for who collects what is bad. */
    private boolean looksAtEach() {
        return refusesNull && chunk.definition() > 0 || problems != Problems.THROW;
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
            missing(output, n - found);
        }
        if (found == 0) {
            return;
        } else if (values.isCoded()) {
            output.entries(entries(), values.ids(), work.wanted, work.places, found);
        } else {
            output.values(values.plain(), work.wanted, work.places, found);
        }
    }

    private void missing(Output output, int n) {
        if (refusesNull) {
            for (int i = 0; i < n; i++) {
                problems.bad(work.nulls[i], Reason.NULL_REQUIRED, NULL, "");
            }
        }
        output.nulls(work.nulls, n);
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
        dictionary = DictionaryReader.read(pages, chunk, kept);
    }

    @Override
    public boolean mayMatch(Domain domain) {
        try {
            if (chunk.coded() != Chunk.Coded.ALL && chunk.bloomFilter().isThere() && !bloom.mayMatch(domain)) {
                return false;
            } else if (chunk.coded() == Chunk.Coded.NOT_ALL || chunk.mayHoldNulls() && domain.mayContain(null)) {
                return true;
            }
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

    /** A dictionary whose entries are all good, and nothing else. */
    @Override
    public boolean isProvenGood() {
        if (chunk.coded() != Chunk.Coded.ALL || refusesNull && chunk.definition() > 0) {
            return false;
        }
        try {
            if (!isSearched) {
                loadDictionary();
            }
            Dictionary entries = dictionary;
            return entries != null && entries.isGood(chunk.decoding(), refusesNull);
        } catch (BadPage e) {
            throw bad(e);
        }
    }

    @Override
    public void forgetBatch() {}

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
        return chunk.place().bad(e.reason(), "page at byte %d: %s", pages.place(), e.detail());
    }
}
