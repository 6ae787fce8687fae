package dev.grebe.sources.parquet;

import dev.grebe.data.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.parquet.format.Statistics;

/**
 * The least and the greatest value of a chunk, as {@link dev.grebe.plan.Type#literal} has them; texts may be cut. Only
 * what a writer is bound to get right is believed.
 */
record Bounds(Object min, Object max) {
    private static final int LONGEST_CHARACTER = 4;

    /**
     * @param isOrdered whether the file says that {@code min_value} and {@code max_value} are in the type's order. The
     *     older fields are in signed order of bytes, which is right for numbers and wrong for texts
     */
    static Optional<Bounds> of(Statistics statistics, FileColumn column, Decoding decoding, boolean isOrdered) {
        boolean isNew = isOrdered && statistics.isSetMin_value() && statistics.isSetMax_value();
        if (decoding == Decoding.TEXT) {
            return isNew ? texts(statistics.getMin_value(), statistics.getMax_value()) : Optional.empty();
        } else if (isNew) {
            return numbers(statistics.getMin_value(), statistics.getMax_value(), column, decoding);
        } else if (statistics.isSetMin() && statistics.isSetMax() && isSigned(column)) {
            return numbers(statistics.getMin(), statistics.getMax(), column, decoding);
        }
        return Optional.empty();
    }

    /** Of bounds in the type's order: a page's in a column index. */
    static Optional<Bounds> ordered(byte[] min, byte[] max, FileColumn column, Decoding decoding) {
        return decoding == Decoding.TEXT ? texts(min, max) : numbers(min, max, column, decoding);
    }

    /** A least text may be cut further, to whole characters; a greatest text may not. */
    private static Optional<Bounds> texts(byte[] min, byte[] max) {
        int length = min.length;
        while (length > 0 && min.length - length < LONGEST_CHARACTER && !Utf8.isValid(min, 0, length)) {
            length--;
        }
        if (!Utf8.isValid(min, 0, length) || !Utf8.isValid(max, 0, max.length)) {
            return Optional.empty();
        }
        return Optional.of(new Bounds(
                new String(min, 0, length, StandardCharsets.UTF_8), new String(max, StandardCharsets.UTF_8)));
    }

    private static Optional<Bounds> numbers(byte[] min, byte[] max, FileColumn column, Decoding decoding) {
        int width = decoding.isText() ? 0 : width(column);
        if (width == 0 || min.length != width || max.length != width) {
            return Optional.empty();
        }
        long[] bounds = {number(min), number(max)};
        decoding.convert(bounds, bounds.length, column.scale());
        if (decoding.isMarked() && (bounds[0] == Decoding.BAD || bounds[1] == Decoding.BAD)) {
            return Optional.empty();
        }
        return between(decoding.literal(bounds[0]), decoding.literal(bounds[1]));
    }

    /** Bytes of a bound; 0 where bounds are in no order that is known, as those of INT96 are. */
    private static int width(FileColumn column) {
        return switch (column.meaning()) {
            case BOOL -> 1;
            case INT32, UINT32, DATE, TIME_MILLIS, FLOAT, DECIMAL32 -> Integer.BYTES;
            case INT64, UINT64, DOUBLE, MILLIS, MICROS, NANOS, TIME_MICROS, TIME_NANOS, DECIMAL64 -> Long.BYTES;
            case TEXT, BINARY, BYTES, UUID, INT96, FLOAT16, DECIMAL_BYTES, INTERVAL, NOTHING, NESTED -> 0;
        };
    }

    /** The older fields are in signed order whatever the type. */
    private static boolean isSigned(FileColumn column) {
        return column.meaning() != FileColumn.Meaning.UINT32 && column.meaning() != FileColumn.Meaning.UINT64;
    }

    private static Optional<Bounds> between(Object min, Object max) {
        boolean isRange = min instanceof Double least && max instanceof Double greatest
                ? least <= greatest // false for NaN, which proves nothing
                : min instanceof Long first && max instanceof Long last ? first <= last : min instanceof Boolean;
        return isRange ? Optional.of(new Bounds(min, max)) : Optional.empty();
    }

    private static long number(byte[] bytes) {
        return switch (bytes.length) {
            case 1 -> bytes[0];
            case Integer.BYTES -> Bits.intAt(bytes, 0);
            default -> Bits.longAt(bytes, 0);
        };
    }
}
