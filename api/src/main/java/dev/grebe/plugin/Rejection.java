package dev.grebe.plugin;

/**
 * A row or a file that is refused.
 *
 * @param file its path as it was listed
 * @param position where in the file
 * @param column whose value is refused; {@code ""} if it is none's alone
 * @param detail what was found and what was expected, in a few words that may stand in a terminal
 * @param raw the refused text as it was found, cut to {@link #LONGEST_RAW} characters; {@code ""} for what is no text. Hostile:
 *     who prints it escapes it
 */
public record Rejection(String file, Position position, String column, Reason reason, String detail, String raw) {
    /** As much as is kept of refused text, in characters. */
    public static final int LONGEST_RAW = 1000;

    private static final int SHOWN = 200;

    public Rejection {
        if (raw.length() > LONGEST_RAW) {
            int end = Character.isHighSurrogate(raw.charAt(LONGEST_RAW - 1)) ? LONGEST_RAW - 1 : LONGEST_RAW;
            raw = raw.substring(0, end);
        }
    }

    /** A whole file that is refused. */
    public static Rejection ofFile(String file, Reason reason, String detail) {
        return new Rejection(file, Position.FILE, "", reason, detail, "");
    }

    /**
     * Where in a file.
     *
     * @param number of the line, row or row group, or of the byte
     */
    public record Position(Unit unit, long number) {
        /** The file as a whole. */
        public static final Position FILE = new Position(Unit.FILE, 0);

        /** A line of text as an editor counts it: the first is 1; of a row over several lines the first. */
        public static Position line(long number) {
            return new Position(Unit.LINE, number);
        }

        /** A row; the file's first is 0. */
        public static Position row(long number) {
            return new Position(Unit.ROW, number);
        }

        /** A row group; the file's first is 0. */
        public static Position rowGroup(long number) {
            return new Position(Unit.ROW_GROUP, number);
        }

        /** A place in the stored bytes; the first is 0. */
        public static Position offset(long number) {
            return new Position(Unit.BYTE, number);
        }
    }

    /** What a position counts. */
    public enum Unit {
        FILE,
        LINE,
        ROW,
        ROW_GROUP,
        BYTE
    }

    /** One line for people: {@code part.jsonl:7: column 'Id': 'x' is no whole number (BAD_NUMBER)}. */
    public String message() {
        String place = switch (position.unit()) {
            case FILE -> "";
            case LINE -> ":" + position.number();
            case ROW -> ": row " + position.number();
            case ROW_GROUP -> ": row group " + position.number();
            case BYTE -> ": byte " + position.number();
        };
        String of = column.isEmpty()
                ? ""
                : (position.unit() == Unit.FILE || position.unit() == Unit.LINE ? ": " : ", ") + "column '"
                        + Visible.of(column, SHOWN) + "'";
        return "%s%s%s: %s (%s)".formatted(Visible.of(file), place, of, detail, reason);
    }
}
