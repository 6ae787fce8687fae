package dev.grebe.plugin;

import java.io.PrintStream;

/**
 * Standard output, as the application sees it.
 *
 * @param out takes UTF-8; never closed by who gets it
 * @param columns its width in characters
 * @param colour whether colours may be written
 */
public record Terminal(PrintStream out, int columns, boolean colour) {}
