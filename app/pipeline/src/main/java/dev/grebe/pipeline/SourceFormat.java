package dev.grebe.pipeline;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextInput;
import dev.grebe.plugin.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which source reads a file, as far as its name and first bytes tell.
 *
 * @param source name of the plugin
 * @param reason what told so, for people
 */
record SourceFormat(String source, String reason) {
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "parquet", "parquet",
            "jsonl", "jsonl",
            "ndjson", "jsonl",
            "json", "jsonl",
            "csv", "csv",
            "tsv", "csv");

    private static final List<String> COMPRESSED = List.of(".gz", ".zst", ".zstd");
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int HEAD = 512;
    private static final long MOST_TEXT = 1 << 30;

    /** What the name of a file tells. */
    static Optional<String> byName(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (String end : COMPRESSED) {
            name = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
        }
        return Optional.ofNullable(BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    /**
     * The format of a file: Parquet's mark, else its name, else the first character of the text.
     *
     * @param installed the source plugins there are
     * @throws DataException if no installed plugin reads it
     */
    static SourceFormat of(FileSlice file, Storage storage, Set<String> installed) {
        byte[] head = head(file, storage);
        Optional<String> named = byName(file.path());
        SourceFormat format;
        if (startsWith(head, PARQUET)) {
            format = new SourceFormat("parquet", "it starts with PAR1");
        } else if (named.isPresent()) {
            format = new SourceFormat(named.get(), "by its name");
        } else {
            format = byText(startsWith(head, GZIP) || startsWith(head, ZSTD) ? text(file, storage) : head);
        }
        if (!installed.contains(format.source())) {
            throw new DataException(
                    "%s: looks like %s (%s), and no source plugin of that name is installed. There is %s; name one with --set source=.."
                            .formatted(
                                    Visible.of(file.path()),
                                    format.source(),
                                    format.reason(),
                                    String.join(", ", installed)));
        }
        return format;
    }

    private static SourceFormat byText(byte[] text) {
        int at = startsWith(text, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            at++;
        }
        boolean isJson = at < text.length && (text[at] == '{' || text[at] == '[');
        return isJson
                ? new SourceFormat("jsonl", "its text starts with '" + (char) text[at] + "'")
                : new SourceFormat("csv", "it is neither Parquet nor JSON");
    }

    private static byte[] head(FileSlice file, Storage storage) {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD, file.size()));
        if (head.capacity() > 0) {
            try (RandomInput input = storage.open(file)) {
                input.read(0, head);
            }
        }
        return head.array();
    }

    private static byte[] text(FileSlice file, Storage storage) {
        byte[] text = new byte[HEAD];
        int length = 0;
        try (TextInput input = storage.text(file, MOST_TEXT).open(0)) {
            int read = 0;
            while (length < HEAD && read >= 0) {
                read = input.read(text, length, HEAD - length);
                length += Math.max(0, read);
            }
        }
        return Arrays.copyOf(text, length);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
    }
}
