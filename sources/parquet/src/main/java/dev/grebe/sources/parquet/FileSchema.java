package dev.grebe.sources.parquet;

import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;

/**
 * The top-level columns of a file, in order.
 *
 * @param twice names that more than one column has: readers would disagree on which is meant
 */
record FileSchema(Map<String, FileColumn> columns, Set<String> twice, int leaves) {
    Optional<FileColumn> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** @throws BadPage if the elements are no tree */
    static FileSchema of(List<SchemaElement> elements) {
        if (elements.isEmpty() || elements.get(0).getNum_children() < 0) {
            throw new BadPage("its schema has no root");
        }
        Map<String, FileColumn> columns = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        int at = 1;
        int leaves = 0;
        for (int child = 0; child < elements.get(0).getNum_children(); child++) {
            int end = end(elements, at);
            FileColumn column = column(elements.get(at), leaves);
            if (columns.put(column.name(), column) != null) {
                twice.add(column.name());
            }
            leaves += leaves(elements.subList(at, end));
            at = end;
        }
        if (at != elements.size()) {
            throw new BadPage("its schema has %d elements, not %d", elements.size(), at);
        }
        return new FileSchema(columns, twice, leaves);
    }

    /** Behind the subtree of an element, found without recursion: schemas may be nested as deep as they like. */
    private static int end(List<SchemaElement> elements, int from) {
        long open = 1;
        int at = from;
        while (open > 0) {
            if (at >= elements.size()) {
                throw new BadPage("its schema ends early");
            }
            SchemaElement element = elements.get(at++);
            int children = element.isSetNum_children() ? element.getNum_children() : 0;
            if (children < 0) {
                throw new BadPage("its schema has %d children of one element", children);
            }
            open += children - 1;
        }
        return at;
    }

    private static int leaves(List<SchemaElement> subtree) {
        return (int) subtree.stream().filter(FileSchema::isLeaf).count();
    }

    /** A group may have no columns: it has no type then. */
    private static boolean isLeaf(SchemaElement element) {
        return element.getNum_children() == 0 && element.isSetType();
    }

    private static FileColumn column(SchemaElement element, int leaf) {
        boolean isRepeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
        boolean isOptional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        String label = label(element);
        if (!isLeaf(element)) {
            String what = element.isSetType() || element.getNum_children() > 0 ? "a group of columns" : label;
            return new FileColumn(element.getName(), -1, isOptional, Meaning.UNSUPPORTED, what);
        } else if (isRepeated) {
            return new FileColumn(element.getName(), leaf, isOptional, Meaning.UNSUPPORTED, "repeated " + label);
        }
        return new FileColumn(element.getName(), leaf, isOptional, meaning(element), label);
    }

    private static Meaning meaning(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        ConvertedType converted = element.getConverted_type();
        boolean isPlain = logical == null && converted == null;
        return switch (element.getType()) {
            case BOOLEAN -> isPlain ? Meaning.BOOL : Meaning.UNSUPPORTED;
            case FLOAT -> isPlain ? Meaning.FLOAT : Meaning.UNSUPPORTED;
            case DOUBLE -> isPlain ? Meaning.DOUBLE : Meaning.UNSUPPORTED;
            case INT96 -> isPlain ? Meaning.INT96 : Meaning.UNSUPPORTED;
            case INT32 -> isPlain ? Meaning.INT32 : int32(logical, converted);
            case INT64 -> isPlain ? Meaning.INT64 : int64(logical, converted);
            case BYTE_ARRAY -> isPlain || isText(logical, converted) ? Meaning.TEXT : Meaning.UNSUPPORTED;
            case FIXED_LEN_BYTE_ARRAY -> Meaning.UNSUPPORTED;
        };
    }

    private static Meaning int32(LogicalType logical, ConvertedType converted) {
        if (logical != null ? logical.isSetDATE() : converted == ConvertedType.DATE) {
            return Meaning.DATE;
        }
        return isSigned(logical, converted) ? Meaning.INT32 : Meaning.UNSUPPORTED;
    }

    private static Meaning int64(LogicalType logical, ConvertedType converted) {
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = logical.getTIMESTAMP().getUnit();
            return unit.isSetMILLIS()
                    ? Meaning.MILLIS
                    : unit.isSetMICROS() ? Meaning.MICROS : unit.isSetNANOS() ? Meaning.NANOS : Meaning.UNSUPPORTED;
        } else if (logical == null && converted == ConvertedType.TIMESTAMP_MILLIS) {
            return Meaning.MILLIS;
        } else if (logical == null && converted == ConvertedType.TIMESTAMP_MICROS) {
            return Meaning.MICROS;
        }
        return isSigned(logical, converted) ? Meaning.INT64 : Meaning.UNSUPPORTED;
    }

    private static boolean isSigned(LogicalType logical, ConvertedType converted) {
        if (logical != null) {
            return logical.isSetINTEGER() && logical.getINTEGER().isIsSigned();
        }
        return converted == ConvertedType.INT_8
                || converted == ConvertedType.INT_16
                || converted == ConvertedType.INT_32
                || converted == ConvertedType.INT_64;
    }

    private static boolean isText(LogicalType logical, ConvertedType converted) {
        if (logical != null) {
            return logical.isSetSTRING() || logical.isSetENUM() || logical.isSetJSON();
        }
        return converted == ConvertedType.UTF8 || converted == ConvertedType.ENUM || converted == ConvertedType.JSON;
    }

    private static String label(SchemaElement element) {
        String type = element.isSetType() ? String.valueOf(element.getType()) : "of an unknown type";
        LogicalType logical = element.getLogicalType();
        if (logical != null && logical.isSet()) {
            return type + " " + logical.getSetField() + detail(logical);
        }
        return element.isSetConverted_type() ? type + " " + element.getConverted_type() : type;
    }

    private static String detail(LogicalType logical) {
        if (logical.isSetDECIMAL()) {
            return "(%d,%d)"
                    .formatted(
                            logical.getDECIMAL().getPrecision(),
                            logical.getDECIMAL().getScale());
        } else if (logical.isSetINTEGER()) {
            String sign = logical.getINTEGER().isIsSigned() ? "signed" : "unsigned";
            return "(%d, %s)".formatted(logical.getINTEGER().getBitWidth(), sign);
        } else if (logical.isSetTIMESTAMP()) {
            return "(" + logical.getTIMESTAMP().getUnit().getSetField() + ")";
        }
        return "";
    }
}
