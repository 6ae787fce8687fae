package dev.grebe.sources.csv;

import dev.grebe.data.TimeText;
import dev.grebe.data.Utf8;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a file: names of its columns. A name with a zone behind it, as portals export times
 * ({@code Timestamp [UTC]}, {@code Timestamp [Local Time]}), also stands for the column without.
 */
final class Header {
    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN = 60;

    private final Delimiter delimiter;
    private final List<String> names;
    private final Map<String, Integer> indices;

    private Header(Delimiter delimiter, List<String> names, Map<String, Integer> indices) {
        this.delimiter = delimiter;
        this.names = names;
        this.indices = indices;
    }

    /**
     * Reads the header of a text that nothing was read of; empty if the text has not a single record.
     *
     * @throws DataException if it has none that can be read
     */
    static Optional<Header> read(Records records, String file, CsvSettings settings) {
        requireUtf8(records, file);
        if (startsWithMark(records)) {
            records.skip(3);
        }
        Delimiter delimiter = settings.statedDelimiter()
                .orElseGet(() -> Delimiter.detect(records.bytes(), firstVisible(records), records.filled()));
        int most = (int) settings.limits().columns();
        records.want(delimiter, new int[0], 0);
        do {
            if (!records.next()) {
                return Optional.empty();
            }
        } while (records.isBlank());
        requireRecord(records, file, settings);
        if (records.fieldCount() > most) {
            throw refused(
                    file,
                    records,
                    Reason.LIMIT_EXCEEDED,
                    "the header has %d columns, more than the %d of limits.columns"
                            .formatted(records.fieldCount(), most));
        }
        return Optional.of(of(Names.split(records, delimiter), delimiter, file, records));
    }

    private static Header of(List<String> names, Delimiter delimiter, String file, Records records) {
        Map<String, Integer> indices = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && indices.put(name, i) != null) {
                throw refused(
                        file,
                        records,
                        Reason.DUPLICATE_COLUMN,
                        "the header has column '%s' twice".formatted(Visible.of(name, SHOWN)));
            }
        }
        return new Header(delimiter, List.copyOf(names), indices);
    }

    private static int firstVisible(Records records) {
        int at = records.nextStart();
        while (at < records.filled() && (records.bytes()[at] == '\n' || records.bytes()[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static boolean startsWithMark(Records records) {
        byte[] bytes = records.bytes();
        return records.filled() >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static void requireUtf8(Records records, String file) {
        byte[] bytes = records.bytes();
        if (records.filled() < 2) {
            return;
        }
        boolean isMarked = (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
        if (isMarked || bytes[0] == 0 || bytes[1] == 0) {
            throw refused(
                    file, records, Reason.ENCODING, "the text is in UTF-16, as its first bytes tell; UTF-8 is read");
        }
    }

    private static void requireRecord(Records records, String file, CsvSettings settings) {
        switch (records.problem()) {
            case OPEN_QUOTE, BEHIND_QUOTE ->
                throw refused(file, records, Reason.CSV_QUOTE, "the header has a quoted name that does not end well");
            case TOO_LONG ->
                throw refused(
                        file,
                        records,
                        Reason.LIMIT_EXCEEDED,
                        "the header is longer than the %d bytes of limits.rowBytes"
                                .formatted(settings.limits().rowBytes()));
            case NONE -> {
                if (!Utf8.isValid(records.bytes(), records.start(), records.end())) {
                    throw refused(file, records, Reason.INVALID_UTF8, "the header is not UTF-8");
                }
            }
        }
    }

    private static DataException refused(String file, Records records, Reason reason, String detail) {
        return new DataException(
                new Rejection(file, Rejection.Position.line(records.line() + 1), "", reason, detail, ""));
    }

    Delimiter delimiter() {
        return delimiter;
    }

    /** Names of the columns, in order. */
    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** Where a column stands, -1 if nowhere. */
    int index(String column) {
        Integer exact = indices.get(column);
        if (exact != null) {
            return exact;
        }
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            boolean isIt = stem(names.get(i)).equals(column);
            // UTC is sure; of several others the first is as good as any.
            if (isIt && (found < 0 || zone(names.get(i)).equals("UTC"))) {
                found = i;
            }
        }
        return found;
    }

    /** How the times of a column are to be read. */
    TimeText times(int index, @Nullable ZoneId stated) {
        String zone = zone(names.get(index));
        if (zone.startsWith("UTC")) {
            try {
                return TimeText.in(ZoneId.of(zone));
            } catch (DateTimeException e) {
                return stated == null ? TimeText.local() : TimeText.in(stated);
            }
        } else if (stated != null) {
            return TimeText.in(stated);
        }
        return zone.isEmpty() ? TimeText.assumingUtc() : TimeText.local();
    }

    /** The name without a zone behind it. */
    static String stem(String name) {
        return zone(name).isEmpty() ? name : name.substring(0, name.lastIndexOf(" ["));
    }

    /** {@code Local Time} of {@code Timestamp [Local Time]}. */
    private static String zone(String name) {
        int bracket = name.lastIndexOf(" [");
        return bracket > 0 && name.endsWith("]") ? name.substring(bracket + 2, name.length() - 1) : "";
    }

    /** The names for people, and what the header looks like if it has but one. */
    String shown() {
        List<String> shown = new ArrayList<>();
        for (String name : names.subList(0, Math.min(names.size(), SHOWN_NAMES))) {
            shown.add("'" + Visible.of(name, names.size() == 1 ? 4 * SHOWN : SHOWN) + "'");
        }
        String list = String.join(", ", shown) + (names.size() > SHOWN_NAMES ? ", .." : "");
        byte[] bytes = names.get(0).getBytes(StandardCharsets.UTF_8);
        Delimiter better = Delimiter.detect(bytes, 0, bytes.length);
        boolean looksElse = names.size() == 1
                && better.value() != delimiter.value()
                && bytes.length > 0
                && names.get(0).indexOf(better.value()) >= 0;
        return looksElse
                ? "%s. It looks separated by %ss: set delimiter: '%c'"
                        .formatted(list, better.noun(), (char) better.value())
                : list;
    }
}
