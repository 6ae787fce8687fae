package dev.grebe.sources.parquet;

import org.apache.parquet.format.Type;

/**
 * A column of a file as a table may name it: by its path.
 *
 * @param meaning what its values are, unless it is read as DYNAMIC
 * @param scale digits behind the point of a DECIMAL
 * @param label what it is, for messages: {@code INT64 TIMESTAMP(MICROS)}
 */
record FileColumn(SchemaNode node, Meaning meaning, int scale, String label) {
    private static final int INT96_BYTES = 12;

    String name() {
        return node.path();
    }

    /** Its place among the chunks of a row group; of a group the first's. */
    int leaf() {
        return node.firstLeaf();
    }

    boolean isOptional() {
        return node.definition() > 0;
    }

    /** Whether values are stored as bytes: not as numbers of fixed size. */
    boolean isOfBytes() {
        Type physical = node.element().getType();
        return physical == Type.BYTE_ARRAY || physical == Type.FIXED_LEN_BYTE_ARRAY;
    }

    /** Bytes of each value; 0 where each has its own length, or it is no stored column of bytes. */
    int fixedWidth() {
        Type physical = node.element().getType();
        if (physical == Type.INT96) {
            return INT96_BYTES;
        }
        return physical == Type.FIXED_LEN_BYTE_ARRAY ? node.element().getType_length() : 0;
    }

    /** The type that fits best. */
    dev.grebe.plan.Type type() {
        return meaning.type;
    }

    /** What stored values mean. */
    enum Meaning {
        INT32(dev.grebe.plan.Type.LONG),
        INT64(dev.grebe.plan.Type.LONG),
        UINT32(dev.grebe.plan.Type.LONG),
        UINT64(dev.grebe.plan.Type.LONG),
        FLOAT(dev.grebe.plan.Type.DOUBLE),
        DOUBLE(dev.grebe.plan.Type.DOUBLE),
        FLOAT16(dev.grebe.plan.Type.DOUBLE),
        BOOL(dev.grebe.plan.Type.BOOL),
        TEXT(dev.grebe.plan.Type.STRING),
        /** Bytes of which nobody says that they are text; taken for it all the same. */
        BINARY(dev.grebe.plan.Type.STRING),
        /** Bytes that are no text: read as hexadecimal digits. */
        BYTES(dev.grebe.plan.Type.STRING),
        UUID(dev.grebe.plan.Type.STRING),
        DATE(dev.grebe.plan.Type.TIMESTAMP),
        MILLIS(dev.grebe.plan.Type.TIMESTAMP),
        MICROS(dev.grebe.plan.Type.TIMESTAMP),
        NANOS(dev.grebe.plan.Type.TIMESTAMP),
        INT96(dev.grebe.plan.Type.TIMESTAMP),
        TIME_MILLIS(dev.grebe.plan.Type.DURATION),
        TIME_MICROS(dev.grebe.plan.Type.DURATION),
        TIME_NANOS(dev.grebe.plan.Type.DURATION),
        DECIMAL32(dev.grebe.plan.Type.STRING),
        DECIMAL64(dev.grebe.plan.Type.STRING),
        DECIMAL_BYTES(dev.grebe.plan.Type.STRING),
        INTERVAL(dev.grebe.plan.Type.DYNAMIC),
        /** Nothing but nulls, of any type. */
        NOTHING(dev.grebe.plan.Type.STRING),
        /** A group, or repeated. */
        NESTED(dev.grebe.plan.Type.DYNAMIC);

        private final dev.grebe.plan.Type type;

        Meaning(dev.grebe.plan.Type type) {
            this.type = type;
        }
    }
}
