package dev.grebe.sources.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Rows of Parquet's own reader as JSON, made of its own view of the schema: what ours must be. */
final class GroupJson {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private GroupJson() {}

    /** A field; null if it is missing at the top. */
    static String field(Group row, int index) {
        Type type = row.getType().getType(index);
        return !type.isRepetition(Type.Repetition.REPEATED) && row.getFieldRepetitionCount(index) == 0
                ? null
                : json(row, index);
    }

    private static String json(Group group, int index) {
        Type type = group.getType().getType(index);
        int count = group.getFieldRepetitionCount(index);
        if (!type.isRepetition(Type.Repetition.REPEATED)) {
            return count == 0 ? "null" : value(group, index, 0);
        }
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",").append(value(group, index, i));
        }
        return json + "]";
    }

    private static String value(Group group, int index, int i) {
        Type type = group.getType().getType(index);
        return type.isPrimitive()
                ? primitive(group, index, i, type.asPrimitiveType())
                : group(group.getGroup(index, i), type.asGroupType());
    }

    private static String group(Group group, GroupType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            return list(group, type);
        } else if (logical instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            return map(group);
        }
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < type.getFieldCount(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append(quoted(type.getFieldName(i)))
                    .append(':')
                    .append(json(group, i));
        }
        return json + "}";
    }

    private static String list(Group group, GroupType type) {
        Type repeated = type.getType(0);
        boolean isWrapped = !repeated.isPrimitive()
                && repeated.asGroupType().getFieldCount() == 1
                && !repeated.getName().equals("array")
                && !repeated.getName().equals(type.getName() + "_tuple");
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            json.append(i == 0 ? "" : ",").append(isWrapped ? json(group.getGroup(0, i), 0) : value(group, 0, i));
        }
        return json + "]";
    }

    private static String map(Group group) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            Group entry = group.getGroup(0, i);
            String key = json(entry, 0);
            json.append(i == 0 ? "" : ",")
                    .append(key.startsWith("\"") ? key : quoted(key))
                    .append(':');
            json.append(entry.getType().getFieldCount() == 1 ? "null" : json(entry, 1));
        }
        return json + "}";
    }

    private static String primitive(Group group, int index, int i, PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> String.valueOf(group.getBoolean(index, i));
            case FLOAT -> real(group.getFloat(index, i), String.valueOf(group.getFloat(index, i)));
            case DOUBLE -> real(group.getDouble(index, i), String.valueOf(group.getDouble(index, i)));
            case INT32 -> whole(group.getInteger(index, i), logical, true);
            case INT64 -> whole(group.getLong(index, i), logical, false);
            case INT96 -> quoted(int96(group.getInt96(index, i)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group.getBinary(index, i), type);
        };
    }

    private static String real(double value, String digits) {
        return Double.isNaN(value)
                ? "\"NaN\""
                : Double.isInfinite(value) ? value > 0 ? "\"+inf\"" : "\"-inf\"" : digits;
    }

    private static String whole(long value, LogicalTypeAnnotation logical, boolean isInt) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(BigInteger.valueOf(value), decimal.getScale()).toPlainString();
        } else if (logical instanceof IntLogicalTypeAnnotation kind && !kind.isSigned()) {
            return isInt ? Integer.toUnsignedString((int) value) : Long.toUnsignedString(value);
        } else if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return quoted(time(Instant.ofEpochSecond(value * 86_400)));
        } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            long perSecond = perSecond(timestamp.getUnit());
            return quoted(time(Instant.ofEpochSecond(
                    Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond))));
        }
        return Long.toString(value);
    }

    private static long perSecond(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000;
            case MICROS -> 1_000_000;
            case NANOS -> 1_000_000_000;
        };
    }

    private static String time(Instant instant) {
        return SECONDS.format(instant) + ".%07dZ".formatted(instant.get(ChronoField.NANO_OF_SECOND) / 100);
    }

    private static String int96(Binary binary) {
        ByteBuffer bytes = binary.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong(0);
        Instant instant = Instant.ofEpochSecond((bytes.getInt(8) - 2_440_588L) * 86_400, nanos);
        boolean isTime = instant.atOffset(ZoneOffset.UTC).getYear() <= 9999
                && instant.atOffset(ZoneOffset.UTC).getYear() > 0;
        return isTime ? time(instant) : HexFormat.of().formatHex(binary.getBytes());
    }

    private static String bytes(Binary value, PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).toPlainString();
        } else if (logical instanceof LogicalTypeAnnotation.Float16LogicalTypeAnnotation) {
            return type.stringifier().stringify(value);
        } else if (logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || logical instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                || logical instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation) {
            return quoted(value.toStringUsingUTF8());
        } else if (logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = ByteBuffer.wrap(value.getBytes());
            return quoted(new UUID(bytes.getLong(), bytes.getLong()).toString());
        }
        return quoted(HexFormat.of().formatHex(value.getBytes()));
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> json.append('\\').append(unit);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> json.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
            }
        }
        return json + "\"";
    }
}
