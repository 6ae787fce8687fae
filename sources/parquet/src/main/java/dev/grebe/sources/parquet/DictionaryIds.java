package dev.grebe.sources.parquet;

/** Ids must lie in their dictionary. */
final class DictionaryIds {
    private DictionaryIds() {}

    static void check(int[] ids, int from, int n, int size) {
        for (int i = from; i < from + n; i++) {
            // One comparison for both ends.
            if (Integer.compareUnsigned(ids[i], size) >= 0) {
                throw new BadPage("it refers to entry %d of a dictionary of %d", Integer.toUnsignedLong(ids[i]), size);
            }
        }
    }
}
