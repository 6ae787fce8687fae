package dev.grebe.sources.parquet;

import java.util.Arrays;

/** Which rows of a page have a value, and where among the values it stands. */
final class Levels {
    private static final int GROUP = 8;
    private static final int MAX_VARINT = 5;

    private final Hybrid runs = new Hybrid("definition levels");
    private byte[] packed = {};
    private byte[] data = {};
    private int rows;
    private int defined;
    private int row;
    private int rank;

    /** A page whose column is required: every row has a value. */
    void resetToRequired(int rows) {
        this.rows = rows;
        defined = rows;
    }

    /** A page with levels of one bit in {@code [from, end)}. All of them are checked. */
    void reset(byte[] data, int from, int end, int rows) {
        this.data = data;
        this.rows = rows;
        runs.reset(data, from, end, 1, rows);
        row = 0;
        rank = 0;
        defined = rows == 0 ? 0 : rank(rows);
        row = 0;
        rank = 0;
    }

    /** A page whose rows have a value where their level is {@code max}. */
    void reset(int[] levels, int rows, int max) {
        int groups = (rows + GROUP - 1) / GROUP;
        if (packed.length < MAX_VARINT + groups + Bits.SLACK) {
            packed = new byte[MAX_VARINT + groups + Bits.SLACK];
        }
        int at = 0;
        for (int rest = groups << 1 | 1; ; rest >>>= 7) {
            boolean isLast = rest < 0x80;
            packed[at++] = (byte) (isLast ? rest : rest & 0x7f | 0x80);
            if (isLast) {
                break;
            }
        }
        int end = at + groups;
        Arrays.fill(packed, at, end, (byte) 0);
        for (int i = 0; i < rows; i++) {
            if (levels[i] == max) {
                packed[at + i / GROUP] |= (byte) (1 << i % GROUP);
            }
        }
        reset(packed, 0, end, rows);
    }

    /** Values in the page. */
    int defined() {
        return defined;
    }

    boolean isFull() {
        return defined == rows;
    }

    /**
     * Splits ascending rows of the page into those with a value and those without.
     *
     * @param wanted rows; on return the places of the values among all of the page, {@code result} of them
     * @param slots moved along with {@code wanted}
     * @param nulls takes the slots of the {@code n - result} rows without a value
     */
    int locate(int[] wanted, int[] slots, int n, int[] nulls) {
        if (isFull()) {
            return n;
        }
        int found = 0;
        for (int i = 0; i < n; i++) {
            int at = wanted[i];
            int before = at == row ? rank : rank(at);
            if (isDefined(at)) {
                wanted[found] = before;
                slots[found++] = slots[i];
                rank = before + 1;
            } else {
                nulls[i - found] = slots[i];
            }
            row = at + 1;
        }
        return found;
    }

    /** How many rows from one on all have a value, or all have none. */
    int span(int from, int end) {
        runs.seek(from);
        int limit = Math.min(end, runs.runEnd());
        if (!runs.isPacked()) {
            return limit - from;
        }
        int bit = from - runs.runStart();
        long word = Bits.longAt(data, runs.packedAt() + (bit >>> 3)) >>> (bit & 7);
        int same = Long.numberOfTrailingZeros((word & 1) == 1 ? ~word : word);
        return Math.min(Math.min(same, Long.SIZE - (bit & 7)), limit - from);
    }

    /** Whether a row has a value. */
    boolean isDefined(int at) {
        runs.seek(at);
        return runs.isPacked()
                ? Bits.packed(data, runs.packedAt(), at - runs.runStart(), 1) == 1
                : runs.repeated() == 1;
    }

    /** Values before a row of any page. */
    int valuesBefore(int to) {
        return isFull() ? to : rank(to);
    }

    /** Values before a row of a page with levels. */
    int rank(int to) {
        if (to < row) {
            row = 0;
            rank = 0;
        }
        while (row < to) {
            runs.seek(row);
            int end = Math.min(to, runs.runEnd());
            if (runs.isPacked()) {
                rank += ones(runs.packedAt(), row - runs.runStart(), end - runs.runStart());
            } else if (runs.repeated() == 1) {
                rank += end - row;
            } else if (runs.repeated() != 0) {
                throw new BadPage("a definition level is %d, more than 1", runs.repeated());
            }
            row = end;
        }
        return rank;
    }

    private int ones(int from, int first, int end) {
        int ones = 0;
        int bit = first;
        while (bit < end) {
            int here = Math.min(end - bit, Long.SIZE - (bit & 7));
            long word = Bits.longAt(data, from + (bit >>> 3)) >>> (bit & 7);
            ones += Long.bitCount(here == Long.SIZE ? word : word & ((1L << here) - 1));
            bit += here;
        }
        return ones;
    }
}
