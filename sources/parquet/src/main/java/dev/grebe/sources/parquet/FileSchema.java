package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/**
 * The columns of a file that a table may name, in order: those at the top, and the parts of groups by their paths, as far
 * as no list or map is in the way. A column stands behind the group that it is a part of.
 *
 * @param twice names that more than one column has: readers would disagree on which is meant
 * @param leaves all stored columns
 */
record FileSchema(Map<String, FileColumn> columns, Set<String> twice, List<SchemaNode> leaves) {
    Optional<FileColumn> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** @throws BadPage if the elements are no tree, or larger than the limits allow */
    static FileSchema of(List<SchemaElement> elements, ParquetLimits limits) {
        if (elements.isEmpty() || elements.get(0).getNum_children() < 0) {
            throw damaged("its schema has no root");
        } else if (elements.size() > limits.columns()) {
            throw new BadPage(
                    Reason.LIMIT_EXCEEDED,
                    "it has %d columns and groups, more than limits.columns of %d",
                    elements.size(),
                    limits.columns());
        }
        Builder builder = new Builder(elements, limits);
        List<SchemaNode> top = builder.children(elements.get(0), "", 0, 0, 0);
        if (builder.at != elements.size()) {
            throw damaged("its schema has %d elements, not %d", elements.size(), builder.at);
        }
        Map<String, FileColumn> columns = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        top.forEach(node -> add(node, columns, twice));
        return new FileSchema(columns, twice, builder.leaves);
    }

    private static void add(SchemaNode node, Map<String, FileColumn> columns, Set<String> twice) {
        if (columns.put(node.path(), Meanings.of(node)) != null) {
            twice.add(node.path());
        }
        if (node.repetition() == 0 && !node.isList() && !node.isMap()) {
            node.children().forEach(child -> add(child, columns, twice));
        }
    }

    private static BadPage damaged(String detail, Object... arguments) {
        return new BadPage(Reason.BAD_FOOTER, "the footer is damaged: " + detail, arguments);
    }

    /** Makes nodes of the flat list, in which the children of an element follow it. */
    private static final class Builder {
        private final List<SchemaElement> elements;
        private final ParquetLimits limits;
        private final List<SchemaNode> leaves = new ArrayList<>();
        private int at = 1;

        Builder(List<SchemaElement> elements, ParquetLimits limits) {
            this.elements = elements;
            this.limits = limits;
        }

        List<SchemaNode> children(SchemaElement parent, String path, int definition, int repetition, int depth) {
            int count = parent.getNum_children();
            if (count < 0 || count > elements.size() - at) {
                throw damaged("its schema has %d children of one element", count);
            } else if (depth > limits.nesting()) {
                throw new BadPage(
                        Reason.LIMIT_EXCEEDED,
                        "its schema is nested deeper than limits.nesting of %d",
                        limits.nesting());
            }
            List<SchemaNode> nodes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                nodes.add(node(path, definition, repetition, depth));
            }
            return nodes;
        }

        private SchemaNode node(String above, int definition, int repetition, int depth) {
            if (at >= elements.size()) {
                throw damaged("its schema ends early");
            }
            SchemaElement element = elements.get(at++);
            FieldRepetitionType type = element.getRepetition_type();
            boolean isColumn = element.isSetType();
            if (element.getName() == null || type == null) {
                throw damaged("an element of its schema has no name or is neither required, optional nor repeated");
            } else if (!isColumn && element.getNum_children() == 0 && !element.isSetNum_children()
                    || isColumn && element.getNum_children() > 0) {
                throw damaged("column '%s' is of an unknown type", Place.shown(element.getName()));
            }
            if (element.getType() == Type.FIXED_LEN_BYTE_ARRAY && element.getType_length() <= 0) {
                throw damaged(
                        "column '%s' has values of %d bytes", Place.shown(element.getName()), element.getType_length());
            }
            String path = above.isEmpty() ? element.getName() : above + "." + element.getName();
            int defined = definition + (type == FieldRepetitionType.REQUIRED ? 0 : 1);
            int repeated = repetition + (type == FieldRepetitionType.REPEATED ? 1 : 0);
            int first = leaves.size();
            if (isColumn) {
                SchemaNode leaf = new SchemaNode(element, path, defined, repeated, first, 1, List.of());
                leaves.add(leaf);
                return leaf;
            }
            List<SchemaNode> children = children(element, path, defined, repeated, depth + 1);
            return new SchemaNode(element, path, defined, repeated, first, leaves.size() - first, children);
        }
    }
}
