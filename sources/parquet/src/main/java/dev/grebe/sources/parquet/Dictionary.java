package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Utf8;
import dev.grebe.plan.Domain;
import dev.grebe.plugin.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The dictionary of a chunk, decoded once: numbers converted, or texts.
 *
 * @param size entries
 * @param numbers empty if it is read as texts
 * @param texts the entries, then {@code ""} for missing values; empty where numbers are stored. One that is no UTF-8 is {@code ""}
 * @param bad marks texts that are no UTF-8; empty if there are none. They are damage only if a row refers to them.
 */
record Dictionary(int size, long[] numbers, Column.Bytes texts, boolean[] bad) {
    private static final Column.Bytes NO_TEXTS = new Column.Bytes(0, new byte[0], new int[0], new int[0]);
    private static final boolean[] NONE_BAD = {};

    /** Bytes of memory that a dictionary of texts takes besides its page. */
    static long indexBytes(int size) {
        return 2L * Integer.BYTES * (size + 1);
    }

    static Dictionary numbers(long[] numbers) {
        return new Dictionary(numbers.length, numbers, NO_TEXTS, NONE_BAD);
    }

    /**
     * @param page the inflated page, which the dictionary keeps
     * @param width bytes of each entry; 0 if each stands behind its length
     */
    static Dictionary bytes(byte[] page, int length, int size, int width) {
        int[] starts = new int[size + 1];
        int[] lengths = new int[size + 1];
        int at = 0;
        for (int i = 0; i < size; i++) {
            int prefix = width > 0 ? 0 : Integer.BYTES;
            int left = length - at - prefix;
            int bytes = width > 0 ? width : left < 0 ? -1 : Bits.intAt(page, at);
            if (bytes < 0 || bytes > left) {
                throw new BadPage(
                        "entry %d of the dictionary is %d bytes long, %d are left", i, bytes, Math.max(0, left));
            }
            starts[i] = at + prefix;
            lengths[i] = bytes;
            at = starts[i] + bytes;
        }
        if (at != length) {
            throw new BadPage("the dictionary's %d entries end at byte %d of %d", size, at, length);
        }
        return new Dictionary(size, new long[0], new Column.Bytes(size + 1, page, starts, lengths), NONE_BAD);
    }

    /** With entries that are no UTF-8 marked, and empty. */
    Dictionary checked() {
        boolean[] marks = NONE_BAD;
        for (int i = 0; i < size; i++) {
            int start = texts.starts()[i];
            if (!Utf8.isValid(texts.bytes(), start, start + texts.lengths()[i])) {
                marks = marks.length == 0 ? new boolean[size + 1] : marks;
                marks[i] = true;
                texts.lengths()[i] = 0;
            }
        }
        return marks.length == 0 ? this : new Dictionary(size, numbers, texts, marks);
    }

    /** Bytes as numbers; the bytes stay, for messages. */
    Dictionary toNumbers(Decoding decoding, int scale) {
        long[] converted = new long[size];
        for (int i = 0; i < size; i++) {
            converted[i] = decoding.number(texts.bytes(), texts.starts()[i], texts.lengths()[i], scale);
        }
        return new Dictionary(size, converted, texts, NONE_BAD);
    }

    /** The start of the text of an entry that was no number; {@code ""} where numbers are stored. */
    String raw(int entry) {
        if (texts.rowCount() == 0) {
            return "";
        }
        int shown = Math.min(texts.lengths()[entry], Rejection.LONGEST_RAW);
        return new String(texts.bytes(), texts.starts()[entry], shown, StandardCharsets.UTF_8);
    }

    /** Numbers, or bytes that are no text, as texts. */
    Dictionary toTexts(Decoding decoding, int scale) {
        TextList list = new TextList(size + 1);
        for (int i = 0; i < size; i++) {
            list.add(
                    decoding.isFromBytes()
                            ? decoding.text(texts.bytes(), texts.starts()[i], texts.lengths()[i], scale)
                            : decoding.text(numbers[i], scale));
        }
        list.add("");
        return new Dictionary(size, new long[0], list.column(), NONE_BAD);
    }

    /** Whether every entry is a value of the type. */
    boolean isGood(Decoding decoding, boolean refusesNull) {
        if (!decoding.isMarked()) {
            return bad.length == 0;
        }
        boolean refusesMissing = refusesNull && decoding == Decoding.ISO;
        return Arrays.stream(numbers)
                .noneMatch(number -> number == Decoding.BAD || refusesMissing && number == Times.MISSING);
    }

    /** Whether an entry is wanted. */
    boolean mayMatch(Domain domain, Decoding decoding) {
        for (int i = 0; i < size; i++) {
            if (decoding.isText() ? mayContain(domain, i) : mayContain(domain, numbers[i], decoding)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayContain(Domain domain, int text) {
        boolean isBad = bad.length > 0 && bad[text];
        return isBad
                || domain.mayContain(
                        new String(texts.bytes(), texts.starts()[text], texts.lengths()[text], StandardCharsets.UTF_8));
    }

    /** What is no value may be met, and must be reported then. */
    private static boolean mayContain(Domain domain, long number, Decoding decoding) {
        if (decoding.isMarked() && number == Decoding.BAD) {
            return true;
        }
        boolean isMissing = decoding.isTime() && number == Times.MISSING;
        return domain.mayContain(isMissing ? null : decoding.literal(number));
    }

    /** Texts one behind the other. */
    private static final class TextList {
        private final int[] starts;
        private final int[] lengths;
        private byte[] bytes = new byte[256];
        private int size;
        private int used;

        TextList(int capacity) {
            starts = new int[capacity];
            lengths = new int[capacity];
        }

        void add(String text) {
            byte[] added = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length - used < added.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + added.length));
            }
            System.arraycopy(added, 0, bytes, used, added.length);
            starts[size] = used;
            lengths[size++] = added.length;
            used += added.length;
        }

        Column.Bytes column() {
            return new Column.Bytes(size, bytes, starts, lengths);
        }
    }
}
