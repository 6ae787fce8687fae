package dev.grebe.storage;

import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a path that states a time: {@code dt={yyyy-MM-dd}}, {@code {yyyy}}, {@code events-{yyyyMMdd}*.csv}. Two letters
 * stand for two digits, one for one or two ({@code month={M}}). Before and behind the time there may be globs.
 */
final class Template {
    private static final String HIVES_MISSING = "__HIVE_DEFAULT_PARTITION__";

    private final String text;
    private final String before;
    private final List<Piece> pieces;
    private final String behind;

    /** A field, or text that stands as it is. */
    private record Piece(@Nullable TimeField field, boolean padded, String text) {}

    private Template(String text, String before, List<Piece> pieces, String behind) {
        this.text = text;
        this.before = before;
        this.pieces = pieces;
        this.behind = behind;
    }

    /** What a name is to a template. */
    enum Kind {
        /** It states a time. */
        TIME,
        /** It should state one and states none that exists. */
        BAD,
        /** It is another name. */
        OTHER
    }

    /** @param time that of the folders above, if there is none in the name */
    record Match(Kind kind, FiledTime time) {}

    static boolean isTemplate(String part) {
        return Braces.open(part, 0) >= 0;
    }

    /** @throws PatternException if what is in braces is no time, naming it and what to write */
    static Template of(String part) {
        int first = Braces.open(part, 0);
        List<Piece> pieces = new ArrayList<>();
        int end = first;
        for (int open = first; open >= 0; open = Braces.open(part, end)) {
            String between = part.substring(end, open);
            if (Glob.isGlob(between)) {
                throw new PatternException("'%s': between the parts of a time there can be no '*', '?' or '['"
                        .formatted(Visible.of(part)));
            }
            literal(between, pieces);
            int close = Braces.close(part, open);
            TemplateText.parse(part.substring(open + 1, close), (field, padded, text) -> {
                if (field == null) {
                    literal(text, pieces);
                } else {
                    pieces.add(new Piece(field, padded, text));
                }
            });
            end = close + 1;
        }
        requireEnds(part, pieces);
        return new Template(part, part.substring(0, first), List.copyOf(pieces), part.substring(end));
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(null, false, text));
        }
    }

    private static void requireEnds(String part, List<Piece> pieces) {
        for (int i = 0; i + 1 < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.field() != null && !piece.padded() && pieces.get(i + 1).field() != null) {
                throw new PatternException("'%s': where '%s' ends cannot be told. Write '%s', or something behind it"
                        .formatted(Visible.of(part), piece.text(), piece.field().letters()));
            }
        }
    }

    /** The fields it states, in their order. */
    List<TimeField> fields() {
        List<TimeField> fields = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.field() != null) {
                fields.add(piece.field());
            }
        }
        return fields;
    }

    @Override
    public String toString() {
        return text;
    }

    /** @param above what the folders above say */
    Match match(String name, FiledTime above) {
        if (Names.isHidden(name) && !Names.isHidden(before)) {
            return new Match(Kind.OTHER, above);
        }
        if (Glob.matches(before, behind, HIVES_MISSING, name)) {
            return new Match(Kind.TIME, above.unknown());
        }
        boolean bad = false;
        for (int start = 0; start <= name.length(); start++) {
            if (Glob.matches(before, name.substring(0, start))) {
                int end = end(name, start);
                if (end >= 0 && Glob.matches(behind, name.substring(end))) {
                    Optional<FiledTime> time = time(name, start, above);
                    if (time.isPresent()) {
                        return new Match(Kind.TIME, time.get());
                    }
                    bad = true;
                }
            }
        }
        return new Match(bad || shouldBeTime(name) ? Kind.BAD : Kind.OTHER, above);
    }

    /** Where the time that begins at a place ends, by the look of it; -1 if there is none. */
    private int end(String name, int start) {
        int at = start;
        for (Piece piece : pieces) {
            int length = length(piece, name, at);
            if (length < 0) {
                return -1;
            }
            at += length;
        }
        return at;
    }

    private static int length(Piece piece, String name, int at) {
        if (piece.field() == null) {
            return name.startsWith(piece.text(), at) ? piece.text().length() : -1;
        }
        int digits = digits(name, at, piece.field().digits());
        return digits == piece.field().digits() || (!piece.padded() && digits > 0) ? digits : -1;
    }

    private Optional<FiledTime> time(String name, int start, FiledTime above) {
        Optional<FiledTime> time = Optional.of(above);
        int at = start;
        for (Piece piece : pieces) {
            int length = length(piece, name, at);
            TimeField field = piece.field();
            if (field != null) {
                int value = Integer.parseInt(name.substring(at, at + length));
                time = time.flatMap(known -> known.with(field, value));
            }
            at += length;
        }
        return time;
    }

    private static int digits(String name, int at, int most) {
        int count = 0;
        while (count < most && at + count < name.length() && isDigit(name.charAt(at + count))) {
            count++;
        }
        return count;
    }

    /** Whether a name that states no time is a mistake, and not something else that lies there. */
    private boolean shouldBeTime(String name) {
        if (Glob.isGlob(before) || !name.startsWith(before)) {
            return false;
        }
        String rest = name.substring(before.length());
        if (!Glob.isGlob(behind) && rest.endsWith(behind)) {
            rest = rest.substring(0, rest.length() - behind.length());
        }
        return before.endsWith("=")
                || (rest.chars().anyMatch(c -> isDigit((char) c))
                        && rest.chars().noneMatch(Character::isLetter));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
