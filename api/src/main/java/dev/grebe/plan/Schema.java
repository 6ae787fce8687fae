package dev.grebe.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table or relation, in order; names are unique. */
public record Schema(List<Field> fields) {
    /** @throws PlanException if a name stands twice */
    public Schema {
        fields = List.copyOf(fields);
        Map<String, Field> seen = new HashMap<>();
        for (Field field : fields) {
            if (seen.put(field.name(), field) != null) {
                throw new PlanException("column '%s' stands twice".formatted(field.name()));
            }
        }
    }

    /** Fields from alternating names and types: {@code Schema.of("DeviceId", STRING, "ProcessId", LONG)}. */
    public static Schema of(Object... namesAndTypes) {
        if (namesAndTypes.length % 2 != 0) {
            throw new PlanException("%d names and types: the last has no counterpart".formatted(namesAndTypes.length));
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.add(new Field((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]));
        }
        return new Schema(fields);
    }

    /** How many columns there are. */
    public int size() {
        return fields.size();
    }

    /** The column at a position, from 0. */
    public Field field(int index) {
        return fields.get(index);
    }

    /** The names, in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Whether there is a column of this name, letter for letter. */
    public boolean contains(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /**
     * Position of a column.
     *
     * @throws PlanException if there is none of this name; the message starts with {@code owner} and names near ones
     */
    public int index(String name, String owner) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new PlanException("%s has no column '%s'.%s".formatted(owner, name, Nearest.hint(name, names())));
    }

    /** Type of a column; errors as {@link #index}. */
    public Type type(String name, String owner) {
        return fields.get(index(name, owner)).type();
    }

    /** The fields of these names, in this schema's order. */
    public Schema only(Collection<String> names) {
        Set<String> wanted = Set.copyOf(names);
        return new Schema(fields.stream().filter(f -> wanted.contains(f.name())).toList());
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
