package dev.grebe.plugin;

/**
 * A listed text file in one run: plain, or compressed with gzip or zstd, as its first bytes say, whatever its name does;
 * the name of a file without a byte says whether it should have some. Several gzip members or zstd frames one behind the
 * other are one text, and what follows the last is refused. Thread-safe.
 *
 * <p>A plain file that grew since it was listed is read to its listed size. Whether it grew is decided when it is opened
 * first, so that all readers of it agree.
 */
public interface TextFile {
    /** The file as it was listed. */
    FileSlice slice();

    /**
     * Whether it is compressed: then it can only be read from its start.
     *
     * @throws DataException if it cannot be opened
     */
    boolean isCompressed();

    /** Whether it grew since it was listed, so that a last line without newline was still being written. */
    boolean grew();

    /**
     * Opens it at a place of the stored bytes.
     *
     * @param start 0 if it is compressed
     * @throws DataException if it is gone, is shorter than it was listed, is as long but was written to, is compressed
     *     and changed at all, or is compressed in another way ({@code UNSUPPORTED_CODEC})
     * @throws IllegalArgumentException if it is compressed and {@code start} is not 0
     */
    TextInput open(long start);
}
