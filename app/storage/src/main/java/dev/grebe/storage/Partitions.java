package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hive partition columns from folder names. */
final class Partitions {
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    private Partitions() {}

    /** @param folders from the root of the listing to the file, in order */
    static Map<String, String> of(List<String> folders, String path) {
        Map<String, String> partitions = new LinkedHashMap<>();
        for (String folder : folders) {
            int equals = folder.indexOf('=');
            if (equals > 0) {
                String key = decoded(folder.substring(0, equals));
                String value = folder.substring(equals + 1);
                if (partitions.put(key, value.equals(MISSING) ? "" : decoded(value)) != null) {
                    throw new DataException("%s: partition '%s' stands twice in the path (BAD_PARTITION)"
                            .formatted(Visible.of(path), Visible.of(key)));
                }
            }
        }
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
