package dev.grebe.plugin;

/**
 * A unit of work: a row group, a range of a file, a file.
 *
 * @param name for messages and explain: {@code part-0.parquet, row group 3}
 * @param ordinal its place in {@link Scan#splits}
 * @param bytes about how many bytes reading all of it takes; for progress and balance
 * @param rows how many rows it has, or -1 where only reading tells
 */
public record Split(String name, int ordinal, long bytes, long rows) {}
