package dev.grebe.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file as it was listed.
 *
 * @param path as people write it; a URI where it is not local
 * @param size in bytes, when it was listed
 * @param modified milliseconds since 1970
 * @param partitions Hive partition columns by name, from {@code key=value} folders below the listed path, unescaped;
 *     {@code __HIVE_DEFAULT_PARTITION__} is {@code ""} here, which reads as null for all but STRING
 */
public record FileSlice(String path, long size, long modified, Map<String, String> partitions) {
    public FileSlice {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }
}
