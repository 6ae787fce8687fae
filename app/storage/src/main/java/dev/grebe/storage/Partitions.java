package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hive partition columns from folder names. */
final class Partitions {
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    private Partitions() {}

    /**
     * A folder between the root of a listing and a file.
     *
     * @param timed whether it stands where the path states a time
     */
    record Folder(String name, boolean timed) {}

    /**
     * The columns of a file. A key that stands twice where the path states a time is none ({@code m} is month and minute in
     * what Azure writes).
     *
     * @param folders from the root of the listing to the file, in order
     * @throws DataException if a key stands twice elsewhere
     */
    static Map<String, String> of(List<Folder> folders, String path) {
        Map<String, String> partitions = new LinkedHashMap<>();
        Set<String> timed = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Folder folder : folders) {
            int equals = folder.name().indexOf('=');
            if (equals <= 0) {
                continue;
            }
            String key = decoded(folder.name().substring(0, equals));
            String value = folder.name().substring(equals + 1);
            boolean known = partitions.put(key, value.equals(MISSING) ? "" : decoded(value)) != null;
            if (known && !(folder.timed() && timed.contains(key))) {
                throw new DataException(Rejection.ofFile(
                        path,
                        Reason.BAD_PARTITION,
                        "partition '%s' stands twice in the path".formatted(Visible.of(key))));
            }
            if (known) {
                twice.add(key);
            } else if (folder.timed()) {
                timed.add(key);
            }
        }
        partitions.keySet().removeAll(twice);
        return partitions;
    }

    /** Percent escapes taken back as UTF-8; a percent sign that starts none stays. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
