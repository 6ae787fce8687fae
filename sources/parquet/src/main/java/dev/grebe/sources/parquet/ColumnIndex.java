package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import java.util.Optional;

/**
 * What each data page of a chunk may hold.
 *
 * @param nulls whether a page is all nulls
 * @param nullCounts missing values by page; empty if that is not said
 */
record ColumnIndex(boolean[] nulls, byte[][] mins, byte[][] maxs, long[] nullCounts) {
    /** Memory that an index takes for each of its bytes, at most. */
    static final int MEMORY_PER_BYTE = 24;

    /** @throws BadPage if it is damaged, or not of so many pages */
    static ColumnIndex read(byte[] bytes, int pages) {
        Thrift thrift = new Thrift();
        thrift.reset(bytes, 0, bytes.length);
        boolean[] nulls = new boolean[0];
        byte[][] mins = new byte[0][];
        byte[][] maxs = new byte[0][];
        long[] counts = new long[0];
        try {
            thrift.enter();
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                switch (thrift.field()) {
                    case 1 -> nulls = thrift.bools(type);
                    case 2 -> mins = thrift.binaries(type);
                    case 3 -> maxs = thrift.binaries(type);
                    case 5 -> counts = thrift.int64s(type);
                    default -> thrift.skip(type);
                }
            }
        } catch (Thrift.CutOff e) {
            throw new BadPage("its column index is cut off");
        }
        boolean isWhole = nulls.length == pages && mins.length == pages && maxs.length == pages;
        if (!isWhole || counts.length > 0 && counts.length != pages) {
            throw new BadPage("its column index is not of its %d pages", pages);
        }
        return new ColumnIndex(nulls, mins, maxs, counts);
    }

    /** Whether a page may hold a wanted value. */
    boolean mayMatch(int page, Domain domain, Unit.Stored column) {
        if (nulls[page]) {
            return domain.mayContain(null);
        }
        boolean mayHoldNulls = column.column().isOptional() && (nullCounts.length == 0 || nullCounts[page] != 0);
        Optional<Bounds> bounds = Bounds.ordered(mins[page], maxs[page], column.column(), column.decoding());
        return bounds.map(known -> domain.mayOverlap(known.min(), known.max(), mayHoldNulls))
                .orElse(true);
    }
}
