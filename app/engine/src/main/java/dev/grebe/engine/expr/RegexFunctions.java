package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import java.util.Optional;

/** Functions that take a regular expression; it is a literal, as are numbers of groups. */
final class RegexFunctions {
    private static final int WHOLE = 0;

    private RegexFunctions() {}

    /** The call's regular expression, if it has one. */
    static Optional<String> regex(Expr.Call call) {
        return switch (call.function()) {
            case TRIM, TRIM_START, TRIM_END, EXTRACT, EXTRACT_ALL, COUNT_OF_REGEX -> Optional.of(literal(call, 0));
            case REPLACE_REGEX -> Optional.of(literal(call, 1));
            default -> Optional.empty();
        };
    }

    /** {@link Function#TRIM}. */
    static RowFunction.OfText trim(Expr.Call call) {
        RegexSearch front = front(call);
        RegexSearch back = back(call);
        return (row, out) -> {
            byte[] text = row.bytes(1);
            int start = behind(front, text, row.start(1), row.end(1));
            out.write(text, start, before(back, text, start, row.end(1)) - start);
        };
    }

    /** {@link Function#TRIM_START}. */
    static RowFunction.OfText trimStart(Expr.Call call) {
        RegexSearch front = front(call);
        return (row, out) -> {
            int start = behind(front, row.bytes(1), row.start(1), row.end(1));
            out.write(row.bytes(1), start, row.end(1) - start);
        };
    }

    /** {@link Function#TRIM_END}. */
    static RowFunction.OfText trimEnd(Expr.Call call) {
        RegexSearch back = back(call);
        return (row, out) -> {
            int end = before(back, row.bytes(1), row.start(1), row.end(1));
            out.write(row.bytes(1), row.start(1), end - row.start(1));
        };
    }

    private static RegexSearch front(Expr.Call call) {
        return new RegexSearch(RegexProgram.of(literal(call, 0), "^(?:", ")+"));
    }

    private static RegexSearch back(Expr.Call call) {
        return new RegexSearch(RegexProgram.of(literal(call, 0), "(?:", ")+$"));
    }

    private static int behind(RegexSearch front, byte[] text, int start, int end) {
        front.in(text, start, end);
        return front.next() ? front.end(WHOLE) : start;
    }

    private static int before(RegexSearch back, byte[] text, int start, int end) {
        back.in(text, start, end);
        return back.next() ? back.start(WHOLE) : end;
    }

    /** {@link Function#EXTRACT}. */
    static RowFunction.OfText extract(Expr.Call call) {
        RegexSearch search = new RegexSearch(RegexProgram.of(literal(call, 0)));
        int group = number(call, 1);
        return (row, out) -> {
            search.in(row.bytes(2), row.start(2), row.end(2));
            if (search.next()) {
                write(search, group, row.bytes(2), out);
            }
        };
    }

    /** {@link Function#EXTRACT_ALL}. */
    static RowFunction.OfText extractAll(Expr.Call call) {
        RegexSearch search = new RegexSearch(RegexProgram.of(literal(call, 0)));
        int[] groups = new int[call.args().size() - 2];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = number(call, i + 2);
        }
        JsonOut json = new JsonOut();
        return (row, out) -> {
            search.in(row.bytes(1), row.start(1), row.end(1));
            if (!search.next()) {
                return;
            }
            JsonWriter writer = json.over(out);
            writer.beginArray();
            do {
                writeGroups(search, groups, row.bytes(1), writer);
            } while (search.next());
            writer.endArray();
        };
    }

    private static void writeGroups(RegexSearch search, int[] groups, byte[] text, JsonWriter writer) {
        if (groups.length > 1) {
            writer.beginArray();
        }
        for (int group : groups) {
            int start = search.start(group);
            writer.text(text, Math.max(start, 0), start == RegexSearch.ABSENT ? 0 : search.end(group) - start);
        }
        if (groups.length > 1) {
            writer.endArray();
        }
    }

    /** {@link Function#REPLACE_REGEX}. */
    static RowFunction.OfText replace(Expr.Call call) {
        RegexSearch search = new RegexSearch(RegexProgram.of(literal(call, 1)));
        int groups = search.groups();
        return (row, out) -> {
            byte[] text = row.bytes(0);
            int copied = row.start(0);
            search.in(text, copied, row.end(0));
            while (search.next()) {
                out.write(text, copied, search.start(WHOLE) - copied);
                rewrite(search, groups, row, out);
                copied = search.end(WHOLE);
            }
            out.write(text, copied, row.end(0) - copied);
        };
    }

    /** Writes the rewrite, the last argument, of a match of the text, the first one. */
    private static void rewrite(RegexSearch search, int groups, Arguments row, TextBuffer out) {
        byte[] rewrite = row.bytes(2);
        int end = row.end(2);
        for (int at = row.start(2); at < end; at++) {
            if (rewrite[at] == '\\' && at + 1 < end) {
                at++;
                int group = rewrite[at] - '0';
                if (group >= 0 && group <= 9) {
                    if (group <= groups) {
                        write(search, group, row.bytes(0), out);
                    }
                    continue;
                }
            }
            out.write(rewrite[at]);
        }
    }

    private static void write(RegexSearch search, int group, byte[] text, TextBuffer out) {
        int start = search.start(group);
        if (start != RegexSearch.ABSENT) {
            out.write(text, start, search.end(group) - start);
        }
    }

    /** {@link Function#COUNT_OF_REGEX}. */
    static RowFunction.OfNumber count(Expr.Call call) {
        RegexSearch search = new RegexSearch(RegexProgram.of(literal(call, 0)));
        return row -> {
            search.in(row.bytes(1), row.start(1), row.end(1));
            long count = 0;
            while (search.next()) {
                count++;
            }
            return count;
        };
    }

    private static String literal(Expr.Call call, int index) {
        return String.valueOf(((Expr.Literal) call.args().get(index)).value());
    }

    private static int number(Expr.Call call, int index) {
        return Integer.parseInt(literal(call, index));
    }
}
