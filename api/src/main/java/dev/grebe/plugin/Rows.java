package dev.grebe.plugin;

/** The rows of a split that are wanted. */
public sealed interface Rows {
    /** Every row. */
    Rows ALL = new All();

    /** The rows at these positions: the first {@code count}, ascending, each once. */
    static Rows at(int[] positions, int count) {
        return new At(positions, count);
    }

    /** Every row. */
    record All() implements Rows {}

    /** Some rows, by position in the split. The array may be longer than {@code count}. */
    record At(int[] positions, int count) implements Rows {}
}
