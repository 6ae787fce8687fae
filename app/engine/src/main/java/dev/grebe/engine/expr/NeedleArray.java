package dev.grebe.engine.expr;

import java.util.ArrayList;
import java.util.List;

/** The texts of an array's elements, one after the other, as needles with A-Z folded. Those of a literal are kept. */
final class NeedleArray {
    private final JsonItems items = new JsonItems();
    private final TextBuffer text = new TextBuffer();
    private final Needle single = new Needle(true);
    private final List<Needle> kept = new ArrayList<>();
    private boolean isKept;
    private int next;

    private byte[] json = {};
    private boolean isOpen;
    /** The value that is no array and not looked at yet. */
    private int itselfLength;

    private int itselfStart;

    private Needle needle = single;

    /** Stands before the first element; what is no array is the only element of one. */
    void openAnything(Arguments row, int index) {
        open(row, index, true);
    }

    /** Stands before the first element; what is no array has none. */
    void openArray(Arguments row, int index) {
        open(row, index, false);
    }

    private void open(Arguments row, int index, boolean itself) {
        next = 0;
        if (isKept) {
            return;
        }
        json = row.bytes(index);
        isOpen = items.openArray(json, row.start(index), row.length(index));
        itselfStart = row.start(index);
        itselfLength = itself && !isOpen ? row.length(index) : 0;
        if (row.isFixed(index)) {
            while (advance()) {
                kept.add(read(new Needle(true)));
            }
            isKept = true;
        }
    }

    /** Moves to the next element; false if there is none. */
    boolean next() {
        if (isKept) {
            boolean more = next < kept.size();
            needle = more ? kept.get(next++) : single;
            return more;
        }
        boolean more = advance();
        needle = more ? read(single) : single;
        return more;
    }

    /** Whether the text has the element, without cutting a word. */
    boolean isIn(byte[] bytes, int start, int end) {
        return needle.isIn(bytes, start, end, Words.Edges.BOTH);
    }

    private boolean advance() {
        text.clear();
        if (isOpen) {
            isOpen = items.next();
            if (isOpen && !items.isNull()) {
                JsonText.write(json, items.start(), items.length(), text);
            }
            return isOpen;
        }
        boolean more = itselfLength > 0;
        if (more) {
            JsonText.write(json, itselfStart, itselfLength, text);
            itselfLength = 0;
        }
        return more;
    }

    private Needle read(Needle into) {
        into.set(text.bytes(), 0, text.length());
        return into;
    }
}
