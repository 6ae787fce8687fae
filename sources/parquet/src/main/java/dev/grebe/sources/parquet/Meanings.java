package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a stored column mean, by its physical type and its annotation, of which there is an older and a
 * newer form. Where a column has both they must agree: one of them is damaged otherwise.
 */
final class Meanings {
    private static final int UUID_BYTES = 16;
    private static final int FLOAT16_BYTES = 2;
    private static final int INTERVAL_BYTES = 12;
    private static final int MOST_DIGITS = 1000;

    private Meanings() {}

    /** @throws BadPage if the annotation contradicts itself or the physical type */
    static FileColumn of(SchemaNode node) {
        SchemaElement element = node.element();
        if (node.isGroup()) {
            requireAgreement(element);
            if (node.isMarkedInVain()) {
                throw contradiction(element);
            }
            return new FileColumn(
                    node, Meaning.NESTED, 0, node.isMap() ? "a map" : node.isList() ? "a list" : "a group of columns");
        }
        Meaning meaning = meaning(element);
        int scale = isDecimal(meaning) ? scale(element) : 0;
        String label = label(element);
        return node.repetition() > 0
                ? new FileColumn(node, Meaning.NESTED, 0, "repeated " + label)
                : new FileColumn(node, meaning, scale, label);
    }

    /** The meaning of a stored column, repeated or not. */
    static Meaning meaning(SchemaElement element) {
        LogicalType logical =
                element.isSetLogicalType() && element.getLogicalType().isSet() ? element.getLogicalType() : null;
        ConvertedType converted = element.getConverted_type();
        requireAgreement(element);
        boolean isPlain = logical == null && converted == null;
        if (logical != null && logical.isSetUNKNOWN()) {
            return Meaning.NOTHING;
        }
        Meaning meaning = switch (element.getType()) {
            case BOOLEAN -> isPlain ? Meaning.BOOL : null;
            case FLOAT -> isPlain ? Meaning.FLOAT : null;
            case DOUBLE -> isPlain ? Meaning.DOUBLE : null;
            case INT96 -> isPlain ? Meaning.INT96 : null;
            case INT32 -> isPlain ? Meaning.INT32 : int32(logical, converted);
            case INT64 -> isPlain ? Meaning.INT64 : int64(logical, converted);
            case BYTE_ARRAY -> isPlain ? Meaning.BINARY : bytes(logical, converted);
            case FIXED_LEN_BYTE_ARRAY -> isPlain ? Meaning.BYTES : fixed(element, logical, converted);
        };
        boolean hasDigits = element.isSetScale() || element.isSetPrecision();
        if (meaning == null || hasDigits && isPlain) {
            throw contradiction(element);
        }
        return meaning;
    }

    private static void requireAgreement(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        ConvertedType converted = element.getConverted_type();
        if (logical != null && logical.isSet() && converted != null && !agree(logical, converted)) {
            throw contradiction(element);
        }
    }

    private static BadPage contradiction(SchemaElement element) {
        return new BadPage(
                Reason.BAD_FOOTER,
                "column '%s' is %s, which contradicts itself",
                Place.shown(element.getName()),
                label(element));
    }

    static boolean isDecimal(Meaning meaning) {
        return meaning == Meaning.DECIMAL32 || meaning == Meaning.DECIMAL64 || meaning == Meaning.DECIMAL_BYTES;
    }

    /** Whether a time is meant without saying in which zone. */
    static boolean isLocalTime(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null
                && logical.isSetTIMESTAMP()
                && !logical.getTIMESTAMP().isIsAdjustedToUTC();
    }

    static int scale(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        DecimalType decimal = logical != null && logical.isSetDECIMAL() ? logical.getDECIMAL() : null;
        int scale = decimal != null ? decimal.getScale() : element.getScale();
        int precision = decimal != null ? decimal.getPrecision() : element.getPrecision();
        boolean isOneScale = decimal == null || !element.isSetScale() || element.getScale() == scale;
        if (scale < 0 || precision < 1 || scale > precision || precision > MOST_DIGITS || !isOneScale) {
            throw contradiction(element);
        }
        return scale;
    }

    private static @Nullable Meaning int32(@Nullable LogicalType logical, @Nullable ConvertedType converted) {
        if (logical != null) {
            if (logical.isSetINTEGER()) {
                boolean isWide = logical.getINTEGER().getBitWidth() > Integer.SIZE;
                return isWide ? null : logical.getINTEGER().isIsSigned() ? Meaning.INT32 : Meaning.UINT32;
            } else if (logical.isSetTIME()) {
                return logical.getTIME().getUnit().isSetMILLIS() ? Meaning.TIME_MILLIS : null;
            }
            return logical.isSetDATE() ? Meaning.DATE : logical.isSetDECIMAL() ? Meaning.DECIMAL32 : null;
        } else if (converted == null) {
            return null;
        }
        return switch (converted) {
            case DATE -> Meaning.DATE;
            case TIME_MILLIS -> Meaning.TIME_MILLIS;
            case DECIMAL -> Meaning.DECIMAL32;
            case INT_8, INT_16, INT_32 -> Meaning.INT32;
            case UINT_8, UINT_16, UINT_32 -> Meaning.UINT32;
            default -> null;
        };
    }

    private static @Nullable Meaning int64(@Nullable LogicalType logical, @Nullable ConvertedType converted) {
        if (logical != null) {
            if (logical.isSetINTEGER()) {
                return logical.getINTEGER().isIsSigned() ? Meaning.INT64 : Meaning.UINT64;
            } else if (logical.isSetTIMESTAMP()) {
                return unit(logical.getTIMESTAMP().getUnit(), Meaning.MILLIS, Meaning.MICROS, Meaning.NANOS);
            } else if (logical.isSetTIME()) {
                return unit(logical.getTIME().getUnit(), null, Meaning.TIME_MICROS, Meaning.TIME_NANOS);
            }
            return logical.isSetDECIMAL() ? Meaning.DECIMAL64 : null;
        } else if (converted == null) {
            return null;
        }
        return switch (converted) {
            case TIMESTAMP_MILLIS -> Meaning.MILLIS;
            case TIMESTAMP_MICROS -> Meaning.MICROS;
            case TIME_MICROS -> Meaning.TIME_MICROS;
            case DECIMAL -> Meaning.DECIMAL64;
            case INT_8, INT_16, INT_32, INT_64 -> Meaning.INT64;
            case UINT_8, UINT_16, UINT_32, UINT_64 -> Meaning.UINT64;
            default -> null;
        };
    }

    private static @Nullable Meaning unit(TimeUnit unit, @Nullable Meaning millis, Meaning micros, Meaning nanos) {
        return unit.isSetMILLIS() ? millis : unit.isSetMICROS() ? micros : unit.isSetNANOS() ? nanos : null;
    }

    private static Meaning bytes(@Nullable LogicalType logical, @Nullable ConvertedType converted) {
        if (logical != null) {
            return logical.isSetSTRING() || logical.isSetENUM() || logical.isSetJSON()
                    ? Meaning.TEXT
                    : logical.isSetDECIMAL() ? Meaning.DECIMAL_BYTES : Meaning.BYTES;
        } else if (converted == ConvertedType.DECIMAL) {
            return Meaning.DECIMAL_BYTES;
        }
        return converted == ConvertedType.UTF8 || converted == ConvertedType.ENUM || converted == ConvertedType.JSON
                ? Meaning.TEXT
                : Meaning.BYTES;
    }

    private static @Nullable Meaning fixed(
            SchemaElement element, @Nullable LogicalType logical, @Nullable ConvertedType converted) {
        int width = element.getType_length();
        if (logical != null) {
            if (logical.isSetUUID()) {
                return width == UUID_BYTES ? Meaning.UUID : null;
            } else if (logical.isSetFLOAT16()) {
                return width == FLOAT16_BYTES ? Meaning.FLOAT16 : null;
            }
            return logical.isSetDECIMAL() ? Meaning.DECIMAL_BYTES : Meaning.BYTES;
        } else if (converted == ConvertedType.INTERVAL) {
            return width == INTERVAL_BYTES ? Meaning.INTERVAL : null;
        }
        return converted == ConvertedType.DECIMAL ? Meaning.DECIMAL_BYTES : Meaning.BYTES;
    }

    private static boolean agree(LogicalType logical, ConvertedType converted) {
        return switch (converted) {
            case UTF8 -> logical.isSetSTRING();
            case MAP, MAP_KEY_VALUE -> logical.isSetMAP();
            case LIST -> logical.isSetLIST();
            case ENUM -> logical.isSetENUM();
            case DECIMAL -> logical.isSetDECIMAL();
            case DATE -> logical.isSetDATE();
            case TIME_MILLIS ->
                logical.isSetTIME() && logical.getTIME().getUnit().isSetMILLIS();
            case TIME_MICROS ->
                logical.isSetTIME() && logical.getTIME().getUnit().isSetMICROS();
            case TIMESTAMP_MILLIS ->
                logical.isSetTIMESTAMP() && logical.getTIMESTAMP().getUnit().isSetMILLIS();
            case TIMESTAMP_MICROS ->
                logical.isSetTIMESTAMP() && logical.getTIMESTAMP().getUnit().isSetMICROS();
            case UINT_8 -> isInteger(logical, 8, false);
            case UINT_16 -> isInteger(logical, 16, false);
            case UINT_32 -> isInteger(logical, 32, false);
            case UINT_64 -> isInteger(logical, 64, false);
            case INT_8 -> isInteger(logical, 8, true);
            case INT_16 -> isInteger(logical, 16, true);
            case INT_32 -> isInteger(logical, 32, true);
            case INT_64 -> isInteger(logical, 64, true);
            case JSON -> logical.isSetJSON();
            case BSON -> logical.isSetBSON();
            case INTERVAL -> false;
        };
    }

    private static boolean isInteger(LogicalType logical, int bits, boolean isSigned) {
        return logical.isSetINTEGER()
                && logical.getINTEGER().getBitWidth() == bits
                && logical.getINTEGER().isIsSigned() == isSigned;
    }

    static String label(SchemaElement element) {
        Type type = element.getType();
        String label = type == null ? "of an unknown type" : type.toString();
        LogicalType logical = element.getLogicalType();
        if (logical != null && logical.isSet()) {
            return label + " " + logical.getSetField() + detail(logical);
        }
        return element.isSetConverted_type() ? label + " " + element.getConverted_type() : label;
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
