package dev.grebe.plugin;

import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was listed.
 *
 * @param path as people write it; a URI where it is not local
 * @param size in bytes, when it was listed
 * @param modified milliseconds since 1970
 * @param partitions Hive partition columns by name, from {@code key=value} folders below the listed path, unescaped;
 *     a key that stands twice where the path states a time is none. {@code __HIVE_DEFAULT_PARTITION__} is {@code ""} here, which reads as null for all but STRING
 */
public record FileSlice(String path, long size, long modified, Map<String, String> partitions) {
    private static final int SHOWN = 60;

    public FileSlice {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }

    /**
     * The value that a partition column has in all rows of the file, as its type is read: a
     * {@link dev.grebe.plan.Type#literal} object; null, {@code ""} for STRING, where it is missing.
     *
     * @throws DataException refusing the file ({@code BAD_PARTITION}) if it cannot be read so
     */
    public @Nullable Object partition(Field column) {
        String text = partitions.getOrDefault(column.name(), "");
        if (text.isEmpty()) {
            return column.type() == Type.STRING ? "" : null;
        }
        return PartitionText.parse(text, column.type())
                .orElseThrow(() -> new DataException(Rejection.ofFile(
                        path,
                        Reason.BAD_PARTITION,
                        "partition '%s' is '%s'; the table reads it as %s"
                                .formatted(Visible.of(column.name()), Visible.of(text, SHOWN), column.type()))));
    }
}
