package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Utf8;
import dev.grebe.plan.Domain;
import java.nio.charset.StandardCharsets;

/**
 * The dictionary of a chunk, decoded once: numbers converted, or texts.
 *
 * @param size entries
 * @param numbers empty for texts
 * @param texts the entries, then {@code ""} for missing values; empty for numbers. One that is no UTF-8 is {@code ""}
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

    /** @param page the inflated page, which the dictionary keeps */
    static Dictionary texts(byte[] page, int length, int size) {
        int[] starts = new int[size + 1];
        int[] lengths = new int[size + 1];
        boolean[] bad = NONE_BAD;
        int at = 0;
        for (int i = 0; i < size; i++) {
            int left = length - at - Integer.BYTES;
            int bytes = left < 0 ? -1 : Bits.intAt(page, at);
            if (bytes < 0 || bytes > left) {
                throw new BadPage(
                        "entry %d of the dictionary is %d bytes long, %d are left", i, bytes, Math.max(0, left));
            }
            starts[i] = at + Integer.BYTES;
            lengths[i] = bytes;
            at = starts[i] + bytes;
            if (!Utf8.isValid(page, starts[i], at)) {
                bad = bad.length == 0 ? new boolean[size + 1] : bad;
                bad[i] = true;
                lengths[i] = 0;
            }
        }
        return new Dictionary(size, new long[0], new Column.Bytes(size + 1, page, starts, lengths), bad);
    }

    /** The texts as times. */
    Dictionary times() {
        long[] ticks = new long[size];
        for (int i = 0; i < size; i++) {
            boolean isBad = bad.length > 0 && bad[i];
            ticks[i] = isBad ? Times.BAD : Times.iso(texts.bytes(), texts.starts()[i], texts.lengths()[i]);
        }
        return numbers(ticks);
    }

    /** Whether an entry is wanted. */
    boolean mayMatch(Domain domain, Decoding decoding) {
        for (int i = 0; i < size; i++) {
            if (decoding == Decoding.TEXT ? mayContain(domain, i) : mayContain(domain, numbers[i], decoding)) {
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

    /** What is no time may be met, and must be reported then. */
    private static boolean mayContain(Domain domain, long number, Decoding decoding) {
        if (decoding.isTime() && number == Times.BAD) {
            return true;
        }
        boolean isMissing = decoding.isTime() && number == Times.MISSING;
        return domain.mayContain(isMissing ? null : decoding.literal(number));
    }
}
