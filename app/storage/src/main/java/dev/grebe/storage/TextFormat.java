package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** How a text file is stored, as its first bytes say, whatever its name does. */
enum TextFormat {
    PLAIN,
    GZIP,
    ZSTD;

    /** As many of a file's first bytes as tell its format. */
    static final int HEAD_BYTES = 10;

    /** @throws DataException if it is compressed in another way */
    static TextFormat of(FileSlice file, byte[] head) {
        if (head.length == 0) {
            String name = file.path().toLowerCase(Locale.ROOT);
            return name.endsWith(".gz") ? GZIP : name.endsWith(".zst") ? ZSTD : PLAIN;
        }
        String hex = HexFormat.of().formatHex(head);
        if (hex.startsWith("1f8b")) {
            return GZIP;
        } else if (hex.startsWith("28b52ffd") || (hex.startsWith("5") && hex.startsWith("2a4d18", 2))) {
            return ZSTD;
        }
        refuse(
                file,
                "bzip2",
                new String(head, StandardCharsets.ISO_8859_1).startsWith("BZh") && hex.contains("31415926"));
        refuse(file, "xz", hex.startsWith("fd377a585a00"));
        refuse(file, "zip", hex.startsWith("504b0304"));
        refuse(file, "lz4", hex.startsWith("04224d18"));
        refuse(file, "snappy", hex.startsWith("ff060000734e6150"));
        return PLAIN;
    }

    private static void refuse(FileSlice file, String format, boolean isIt) {
        if (isIt) {
            throw new DataException(Rejection.ofFile(
                    file.path(),
                    Reason.UNSUPPORTED_CODEC,
                    "is compressed with %s; text is read plain, gzip or zstd".formatted(format)));
        }
    }
}
