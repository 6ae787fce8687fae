package dev.grebe.storage;

import java.io.InputStream;

/**
 * A listed file, open to be read in order.
 *
 * @param bytes from the place that was asked for; may go on behind the listed end
 * @param size by now
 * @param modified by now
 */
record Stored(InputStream bytes, long size, long modified) {}
