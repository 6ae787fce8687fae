package dev.grebe.engine.expr;

/**
 * Arrays that an evaluator fills anew for each batch; they only grow, and what they hold from before is undefined. One of
 * a kind: who needs two of a kind has two of these.
 */
final class Scratch {
    private long[] longs = {};
    private double[] doubles = {};
    private boolean[] bools = {};
    private boolean[] nulls = {};
    private int[] ints = {};
    private int[] lengths = {};

    long[] longs(int size) {
        if (longs.length < size) {
            longs = new long[size];
        }
        return longs;
    }

    double[] doubles(int size) {
        if (doubles.length < size) {
            doubles = new double[size];
        }
        return doubles;
    }

    boolean[] bools(int size) {
        if (bools.length < size) {
            bools = new boolean[size];
        }
        return bools;
    }

    /** Never of length 0, which would mean that there are no nulls. */
    boolean[] nulls(int size) {
        if (nulls.length < size || nulls.length == 0) {
            nulls = new boolean[Math.max(size, 1)];
        }
        return nulls;
    }

    int[] ints(int size) {
        if (ints.length < size) {
            ints = new int[size];
        }
        return ints;
    }

    int[] lengths(int size) {
        if (lengths.length < size) {
            lengths = new int[size];
        }
        return lengths;
    }
}
