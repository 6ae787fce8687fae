package dev.grebe.sources.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the entries of some stored columns make one JSON value: the tree of a column's schema, with lists and maps seen. */
abstract sealed class JsonShape {
    /** Level from which on the value is there. */
    private final int definition;
    /** Any column of it: whether the value is there shows in each. */
    final LeafCursor first;

    private JsonShape(int definition, LeafCursor first) {
        this.definition = definition;
        this.first = first;
    }

    /** Writes the value that starts at the entries at hand, {@code null} if it is missing, and goes behind it. */
    final void write(JsonText out) {
        if (isMissing()) {
            out.raw("null");
            skip();
        } else {
            writePresent(out);
        }
    }

    final boolean isMissing() {
        return first.definition() < definition;
    }

    abstract void writePresent(JsonText out);

    /** Goes behind a value that is missing or empty: one entry in each column. */
    abstract void skip();

    /** @param leaves the cursors of the file's stored columns from {@code firstLeaf} on */
    static JsonShape of(SchemaNode node, List<LeafCursor> leaves, int firstLeaf) {
        if (node.isRepeated()) {
            return new Array(node, of(node, true, leaves, firstLeaf));
        }
        return of(node, false, leaves, firstLeaf);
    }

    /** @param isElement whether the node is repeated, and one of its elements is meant */
    private static JsonShape of(SchemaNode node, boolean isElement, List<LeafCursor> leaves, int firstLeaf) {
        if (node.leaves() == 0) {
            throw new BadPage("a group of it has no columns");
        } else if (!node.isGroup()) {
            return new Leaf(node, leaves.get(node.firstLeaf() - firstLeaf));
        } else if (node.isList()) {
            SchemaNode repeated = node.children().get(0);
            SchemaNode element = element(node, repeated);
            JsonShape shape =
                    element.isRepeated() ? of(element, true, leaves, firstLeaf) : of(element, leaves, firstLeaf);
            return new Optionally(node, new Array(repeated, shape));
        } else if (node.isMap()) {
            SchemaNode entry = node.children().get(0);
            List<SchemaNode> parts = entry.children();
            JsonShape key = of(parts.get(0), leaves, firstLeaf);
            JsonShape value = parts.size() == 1 ? null : of(parts.get(1), leaves, firstLeaf);
            return new Optionally(node, new Entries(entry, key, value));
        }
        List<JsonShape> shapes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (SchemaNode child : node.children()) {
            if (child.leaves() > 0) {
                shapes.add(of(child, leaves, firstLeaf));
                names.add(child.name());
            }
        }
        return new Fields(isElement ? 0 : node.definition(), shapes, names);
    }

    /** Older writers left out the group around an element; the names tell, as the format's rules say. */
    private static SchemaNode element(SchemaNode list, SchemaNode repeated) {
        boolean isElement = !repeated.isGroup()
                || repeated.children().size() != 1
                || repeated.children().get(0).isRepeated()
                || repeated.isList()
                || repeated.isMap()
                || repeated.name().equals("array")
                || repeated.name().equals(list.name() + "_tuple");
        return isElement ? repeated : repeated.children().get(0);
    }

    /** A stored column. */
    private static final class Leaf extends JsonShape {
        Leaf(SchemaNode node, LeafCursor cursor) {
            super(node.definition(), cursor);
        }

        @Override
        void writePresent(JsonText out) {
            first.write(out, false);
            first.next();
        }

        @Override
        void skip() {
            first.next();
        }
    }

    /** A group. */
    private static final class Fields extends JsonShape {
        private final List<JsonShape> shapes;
        private final List<String> names;

        Fields(int definition, List<JsonShape> shapes, List<String> names) {
            super(definition, shapes.get(0).first);
            this.shapes = shapes;
            this.names = names;
        }

        @Override
        void writePresent(JsonText out) {
            for (int i = 0; i < shapes.size(); i++) {
                out.raw(i == 0 ? '{' : ',');
                out.quoted(names.get(i));
                out.raw(':');
                shapes.get(i).write(out);
            }
            out.raw('}');
        }

        @Override
        void skip() {
            shapes.forEach(JsonShape::skip);
        }
    }

    /** A list or map that may be missing. */
    private static final class Optionally extends JsonShape {
        private final JsonShape content;

        Optionally(SchemaNode node, JsonShape content) {
            super(node.definition(), content.first);
            this.content = content;
        }

        @Override
        void writePresent(JsonText out) {
            content.writePresent(out);
        }

        @Override
        void skip() {
            content.skip();
        }
    }

    /** Elements. */
    private static final class Array extends JsonShape {
        private final int repetition;
        private final int filled;
        private final JsonShape element;

        Array(SchemaNode repeated, JsonShape element) {
            super(0, element.first);
            this.repetition = repeated.repetition();
            this.filled = repeated.definition();
            this.element = element;
        }

        @Override
        void writePresent(JsonText out) {
            out.raw('[');
            if (first.definition() < filled) {
                skip();
            } else {
                element.write(out);
                while (first.repetition() == repetition) {
                    out.raw(',');
                    element.write(out);
                }
            }
            out.raw(']');
        }

        @Override
        void skip() {
            element.skip();
        }
    }

    /** A map. */
    private static final class Entries extends JsonShape {
        private final int repetition;
        private final int filled;
        private final JsonShape key;
        private final @Nullable JsonShape value;

        Entries(SchemaNode entry, JsonShape key, @Nullable JsonShape value) {
            super(0, key.first);
            this.repetition = entry.repetition();
            this.filled = entry.definition();
            this.key = key;
            this.value = value;
        }

        @Override
        void writePresent(JsonText out) {
            out.raw('{');
            if (first.definition() < filled) {
                skip();
            } else {
                writeEntry(out);
                while (first.repetition() == repetition) {
                    out.raw(',');
                    writeEntry(out);
                }
            }
            out.raw('}');
        }

        private void writeEntry(JsonText out) {
            if (key instanceof Leaf && !key.isMissing()) {
                first.write(out, true);
                first.next();
            } else {
                name(out);
            }
            out.raw(':');
            if (value == null) {
                out.raw("null");
            } else {
                value.write(out);
            }
        }

        /** A name that is no string: its JSON. */
        private void name(JsonText out) {
            int start = out.length();
            key.write(out);
            byte[] json = Arrays.copyOfRange(out.bytes(), start, out.length());
            out.cut(start);
            out.quoted(json, 0, json.length);
        }

        @Override
        void skip() {
            key.skip();
            if (value != null) {
                value.skip();
            }
        }
    }
}
