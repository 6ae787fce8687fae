package dev.grebe.plan;

import static java.util.Objects.requireNonNull;

/** A named, typed column. Names are compared case-sensitively. */
public record Field(String name, Type type) {
    /** @throws IllegalArgumentException if the name is empty */
    public Field {
        requireNonNull(type, "type is null");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column's name is empty");
        }
    }

    @Override
    public String toString() {
        return name + ":" + type;
    }
}
