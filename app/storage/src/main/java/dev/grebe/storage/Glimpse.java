package dev.grebe.storage;

import dev.grebe.plugin.Listing;

/**
 * Files of a path, found in little time.
 *
 * @param listing all of them, or some from all over the path
 * @param files how many there are, and
 * @param bytes how large they are together: estimates unless the listing is whole
 */
public record Glimpse(Listing listing, long files, long bytes, boolean isWhole) {}
