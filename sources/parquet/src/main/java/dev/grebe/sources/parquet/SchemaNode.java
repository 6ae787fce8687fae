package dev.grebe.sources.parquet;

import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A column or a group of columns of a file's schema.
 *
 * @param path its name behind those of the groups around it, with dots between
 * @param definition level of a value that is there: how many of it and the groups around it are optional or repeated
 * @param repetition how many of them are repeated
 * @param firstLeaf place of its first stored column among those of the file
 * @param leaves how many stored columns it has; 1 for a column
 */
record SchemaNode(
        SchemaElement element,
        String path,
        int definition,
        int repetition,
        int firstLeaf,
        int leaves,
        List<SchemaNode> children) {
    String name() {
        return element.getName();
    }

    boolean isGroup() {
        return !element.isSetType();
    }

    boolean isRepeated() {
        return element.getRepetition_type() == FieldRepetitionType.REPEATED;
    }

    boolean isOptional() {
        return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
    }

    /** Whether it says that it is a list or a map, and what it holds is not repeated. */
    boolean isMarkedInVain() {
        boolean isMarked = hasLogicalType()
                ? element.getLogicalType().isSetLIST()
                        || element.getLogicalType().isSetMAP()
                : element.getConverted_type() == ConvertedType.LIST || element.getConverted_type() == ConvertedType.MAP;
        return isMarked && !children.isEmpty() && !isAroundRepeated();
    }

    /** Whether it is a list: a group whose only child is repeated. */
    boolean isList() {
        boolean isMarked = hasLogicalType()
                ? element.getLogicalType().isSetLIST()
                : element.getConverted_type() == ConvertedType.LIST;
        return isMarked && isAroundRepeated() && !isRepeated();
    }

    /** Whether it is a map: a group whose only child is a repeated group of a key and perhaps a value. */
    boolean isMap() {
        boolean isMarked = hasLogicalType()
                ? element.getLogicalType().isSetMAP()
                : element.getConverted_type() == ConvertedType.MAP
                        || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE;
        if (!isMarked || !isAroundRepeated() || isRepeated()) {
            return false;
        }
        List<SchemaNode> entry = children.get(0).children();
        return entry.size() == 1 || entry.size() == 2;
    }

    /** One that is unknown counts as none. */
    private boolean hasLogicalType() {
        return element.isSetLogicalType() && element.getLogicalType().isSet();
    }

    private boolean isAroundRepeated() {
        return children.size() == 1 && children.get(0).isRepeated();
    }
}
