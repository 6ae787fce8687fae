package dev.grebe.engine;

import dev.grebe.plugin.LimitException;

/** How arrays grow: by half, as far as Java's arrays go. */
final class Growth {
    /** Some virtual machines need a few words of an array for themselves. */
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private static final int LEAST = 16;

    private Growth() {}

    /**
     * The length of a new array.
     *
     * @param length of the old one
     * @param needed elements
     * @param use what they are, for the message
     * @throws LimitException if no array is that long
     */
    static int length(int length, long needed, String use) {
        if (needed > LARGEST) {
            throw new LimitException("memory: %s are more than %d; narrow the run's window".formatted(use, LARGEST));
        }
        long half = (long) length + (length >> 1);
        return (int) Math.max(needed, Math.max(LEAST, Math.min(half, LARGEST)));
    }

    /** The length of a hash table twice as long. */
    static int doubled(int length, String use) {
        return length(0, 2L * length, use);
    }
}
