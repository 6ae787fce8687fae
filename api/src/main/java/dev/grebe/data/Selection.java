package dev.grebe.data;

/** Rows of a batch: the first {@code count} of {@code rows}, ascending, each once. The array may be longer. */
public record Selection(int[] rows, int count) {
    /** @throws IllegalArgumentException if the array is shorter than {@code count} */
    public Selection {
        if (count < 0 || count > rows.length) {
            throw new IllegalArgumentException("%d of %d rows selected".formatted(count, rows.length));
        }
    }

    /** All of {@code rowCount} rows. */
    public static Selection all(int rowCount) {
        int[] rows = new int[rowCount];
        for (int row = 0; row < rowCount; row++) {
            rows[row] = row;
        }
        return new Selection(rows, rowCount);
    }

    /** Whether no row is selected. */
    public boolean isEmpty() {
        return count == 0;
    }
}
