package dev.grebe.pipeline;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Findings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names findings by what they are: SHA-256 over a format version, the detector's name, its identity columns (always with
 * the time) in the order of their names as name, type and value, each length-prefixed, and an ordinal that tells rows
 * apart that are equal in all of these. Rows come in the engine's order, so the ordinals are the same in every run.
 */
final class Identity {
    private static final String FORMAT = "grebe-finding-1";
    /** Length of a null, which no value has. */
    private static final int NULL = -1;

    private final String detector;
    private final List<Integer> columns;
    private final Schema schema;
    private final Map<String, Integer> seen = new HashMap<>();

    Identity(String detector, Findings findings, Schema schema) {
        this.detector = detector;
        this.schema = schema;
        Set<String> names = new TreeSet<>(findings.identity());
        if (names.isEmpty()) {
            schema.fields().stream()
                    .filter(field -> field.type().isComparable())
                    .map(Field::name)
                    .forEach(names::add);
        }
        names.add(findings.time());
        this.columns = new ArrayList<>(
                names.stream().map(name -> schema.index(name, detector)).toList());
        columns.sort(Comparator.comparing(column -> schema.field(column).name()));
    }

    /** The row's id: 64 hexadecimal digits. */
    String of(List<@Nullable Object> row) {
        MessageDigest digest = Json.sha256();
        add(digest, FORMAT);
        add(digest, detector);
        for (int column : columns) {
            Field field = schema.field(column);
            add(digest, field.name());
            add(digest, field.type().name());
            Object value = row.get(column);
            if (value == null) {
                digest.update(length(NULL));
            } else {
                add(digest, text(field.type(), value));
            }
        }
        String content = HexFormat.of().formatHex(digest.digest());
        int ordinal = seen.merge(content, 1, Integer::sum) - 1;
        MessageDigest numbered = Json.sha256();
        add(numbered, content);
        numbered.update(length(ordinal));
        return HexFormat.of().formatHex(numbered.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(length(bytes.length));
        digest.update(bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static String text(Type type, Object value) {
        return switch (type) {
            case BOOL, LONG, TIMESTAMP, DURATION, STRING, DYNAMIC -> value.toString();
            // One spelling for both zeros and for every NaN: they are equal as keys.
            case DOUBLE -> Long.toHexString(Double.doubleToLongBits((Double) value + 0.0));
        };
    }
}
