package dev.grebe.plugins;

import dev.grebe.plugin.Visible;

/** A place in a text of settings; line and column count code points from 1. */
public record Place(Origin origin, int line, int column) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return Visible.of(origin.name()) + (origin.isFile() ? ":" + line + ":" + column : "");
    }
}
