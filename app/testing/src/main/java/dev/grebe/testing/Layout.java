package dev.grebe.testing;

/**
 * How a table literal's source hands its rows out. None of it may change a result.
 *
 * @param batchRows rows of a batch at most
 * @param splits how many splits, some of them empty if there are fewer rows
 * @param rereads what {@link dev.grebe.plugin.Scan#rereads} says; without, splits do not say how many rows they have
 * @param coding how the columns come
 * @param skips whether rows and splits are left out that the request's domains exclude, as statistics would have it
 */
public record Layout(int batchRows, int splits, boolean rereads, Coding coding, boolean skips) {
    /** How the columns of a split's batches come. */
    public enum Coding {
        /** All plain. */
        PLAIN,
        /** All by reference into a dictionary with entries that occur twice and others that are not used. */
        DICTIONARY,
        /** The first batch by reference, the next one plain, and so on: a dictionary that grew too large. */
        MIXED
    }

    /** One split, one batch, plain columns. */
    public static final Layout PLAIN = new Layout(4096, 1, true, Coding.PLAIN, false);

    public Layout {
        if (batchRows < 1 || splits < 1) {
            throw new IllegalArgumentException("batches of %d rows, %d splits".formatted(batchRows, splits));
        }
    }
}
