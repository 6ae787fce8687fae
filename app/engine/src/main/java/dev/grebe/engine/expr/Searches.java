package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** Functions that look for one text in another. */
final class Searches {
    static final Test BEGINS = (needle, text, start, length) -> needle.begins(text, start, length);
    static final Test ENDS = (needle, text, start, length) -> needle.ends(text, start, length);

    private Searches() {}

    /** How a needle must stand in a text. */
    interface Test {
        boolean holds(Needle needle, byte[] text, int start, int length);
    }

    /** Whether the first text matches the second one, the needle. */
    static RowFunction.OfNumber test(boolean ignoreCase, Test test) {
        Needle needle = new Needle(ignoreCase);
        return row -> {
            needle.set(row.bytes(1), row.start(1), row.length(1));
            return test.holds(needle, row.bytes(0), row.start(0), row.length(0)) ? 1 : 0;
        };
    }

    /** Whether the first text has the second one without cutting a word at these edges. */
    static RowFunction.OfNumber has(boolean ignoreCase, Words.Edges edges) {
        return test(ignoreCase, (needle, text, start, length) -> needle.isIn(text, start, start + length, edges));
    }

    /** {@link Function#HAS_ANY}, {@link Function#HAS_ALL}. */
    static RowFunction.OfNumber hasElements(boolean all) {
        NeedleArray needles = new NeedleArray();
        return row -> {
            boolean found = all;
            needles.openAnything(row, 1);
            while (found == all && needles.next()) {
                found = needles.isIn(row.bytes(0), row.start(0), row.end(0));
            }
            return found ? 1 : 0;
        };
    }

    /** {@link Function#HAS_ANY_INDEX}. */
    static RowFunction.OfNumber indexOfHad() {
        NeedleArray needles = new NeedleArray();
        return row -> {
            needles.openArray(row, 1);
            for (long index = 0; needles.next(); index++) {
                if (needles.isIn(row.bytes(0), row.start(0), row.end(0))) {
                    return index;
                }
            }
            return Needle.ABSENT;
        };
    }

    /** {@link Function#INDEX_OF}. */
    static RowFunction.OfNumber indexOf() {
        Needle needle = new Needle(false);
        return row -> {
            long length = row.whole(3);
            long occurrence = row.whole(4);
            if (length < -1 || occurrence < 0) {
                return RowFunction.NOTHING;
            }
            byte[] text = row.bytes(0);
            int end = row.end(0);
            int from = Texts.place(text, row.start(0), end, row.whole(2));
            long first = Utf8.count(text, row.start(0), from);
            if (occurrence == 0 || row.whole(2) > first) {
                return Needle.ABSENT;
            }
            int to = length < 0 ? end : Utf8.skip(text, from, end, length);
            if (row.length(1) == 0) {
                return occurrence - 1 <= Utf8.count(text, from, to) ? first + occurrence - 1 : Needle.ABSENT;
            }
            needle.set(row.bytes(1), row.start(1), row.length(1));
            int found = occurrence(needle, text, from, end, length, occurrence);
            return found == Needle.ABSENT ? Needle.ABSENT : first + Utf8.count(text, from, found);
        };
    }

    /** Where the occurrence of that number begins, if it and those before lie in so many code points, -1 for all. */
    private static int occurrence(Needle needle, byte[] text, int from, int end, long length, long number) {
        needle.in(text, from, end);
        int window = from;
        int to = length < 0 ? end : Utf8.skip(text, from, end, length);
        int found = needle.next();
        for (long left = number; left > 1 && found != Needle.ABSENT && found + needle.length() <= to; left--) {
            // The window begins behind the occurrence; its end moves by as many code points as its beginning.
            int next = Utf8.next(text, found, end);
            to = Utf8.skip(text, to, end, Utf8.count(text, window, next));
            window = next;
            found = needle.next();
        }
        return found == Needle.ABSENT || found + needle.length() > to ? Needle.ABSENT : found;
    }

    /** {@link Function#COUNT_OF}. */
    static RowFunction.OfNumber count() {
        Needle needle = new Needle(false);
        return row -> {
            if (row.length(1) == 0) {
                return 0;
            }
            needle.set(row.bytes(1), row.start(1), row.length(1));
            needle.in(row.bytes(0), row.start(0), row.end(0));
            long count = 0;
            while (needle.next() != Needle.ABSENT) {
                count++;
            }
            return count;
        };
    }

    /** {@link Function#REPLACE_STRING}. */
    static RowFunction.OfText replace() {
        Needle needle = new Needle(false);
        return (row, out) -> {
            byte[] text = row.bytes(0);
            int copied = row.start(0);
            int end = row.end(0);
            if (row.length(1) > 0) {
                needle.set(row.bytes(1), row.start(1), row.length(1));
                needle.in(text, copied, end);
                for (int found = needle.next(); found != Needle.ABSENT; found = needle.nextApart()) {
                    out.write(text, copied, found - copied);
                    out.write(row.bytes(2), row.start(2), row.length(2));
                    copied = found + needle.length();
                }
            }
            out.write(text, copied, end - copied);
        };
    }

    /** {@link Function#SPLIT}. */
    static RowFunction.OfText split() {
        Needle needle = new Needle(false);
        JsonOut json = new JsonOut();
        return (row, out) -> {
            byte[] text = row.bytes(0);
            boolean all = row.count() == 2;
            long wanted = all ? 0 : row.whole(2);
            needle.set(row.bytes(1), row.start(1), row.length(1));
            needle.in(text, row.start(0), row.end(0));
            JsonWriter writer = json.over(out);
            writer.beginArray();
            int from = row.start(0);
            for (long part = 0; from >= 0 && (all || part <= wanted); part++) {
                int found = needle.length() == 0 ? Needle.ABSENT : needle.nextApart();
                if (all || part == wanted) {
                    writer.text(text, from, (found == Needle.ABSENT ? row.end(0) : found) - from);
                }
                from = found == Needle.ABSENT ? Needle.ABSENT : found + needle.length();
            }
            writer.endArray();
        };
    }
}
