package dev.grebe.kql;

import dev.grebe.plan.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One scalar expression of KQL: first its words are understood, which tells the columns it needs; then, when their types
 * are known, what it means. Functions and operators are those of {@link dev.grebe.plan.Function}; what KQL has beyond them
 * is refused by name, and so is every clock: an expression has the same value whenever it runs.
 *
 * <p>The text may be hostile: its length and depth are bounded.
 *
 * @see <a href="https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/">Kusto scalar data types</a>
 */
public final class Kql {
    static final int MOST_DEPTH = 100;
    private static final int LONGEST = 65_536;

    private final String text;
    private final Syntax root;

    private Kql(String text, Syntax root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads the text: its syntax, and that its functions exist and take so many arguments.
     *
     * @throws KqlException if it is no expression; the position is in {@code char}s of the text
     */
    public static Kql parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new Span(LONGEST, text.length())
                        .error("an expression of more than %d characters".formatted(LONGEST));
            }
            Syntax root = new Parser(text).parse();
            requireDepth(root);
            return new Kql(text, root);
        } catch (Mistake e) {
            throw new KqlException(text, e);
        }
    }

    /**
     * Reads the text and binds it.
     *
     * @throws KqlException as {@link #parse} and {@link #bind}
     */
    public static Expr expression(String text, Columns columns) {
        return parse(text).bind(columns);
    }

    /**
     * The names that the expression mentions, each once, in order: {@code process.file.name} is one of three parts. What
     * is a column and what is inside of one, {@link Columns} says.
     */
    public List<List<String>> paths() {
        Set<List<String>> paths = new LinkedHashSet<>();
        Deque<Syntax> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Syntax syntax = open.pop();
            if (syntax instanceof Syntax.Name name) {
                paths.add(name.path());
            }
            List<Syntax> operands = syntax.operands();
            for (int i = operands.size() - 1; i >= 0; i--) {
                open.push(operands.get(i));
            }
        }
        return new ArrayList<>(paths);
    }

    /** The path that the expression is, if it is nothing but a name. */
    public Optional<List<String>> name() {
        return root instanceof Syntax.Name name ? Optional.of(name.path()) : Optional.empty();
    }

    /**
     * What the expression means over these columns.
     *
     * @throws KqlException if it names a column that is not there, or types do not fit
     */
    public Expr bind(Columns columns) {
        try {
            return new Binder(columns).bind(root);
        } catch (Mistake e) {
            throw new KqlException(text, e);
        }
    }

    /** Before anybody walks the tree by recursion: long chains of operators are deep without being nested. */
    private static void requireDepth(Syntax root) {
        record Level(Syntax syntax, int depth) {}
        Deque<Level> open = new ArrayDeque<>(List.of(new Level(root, 1)));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > MOST_DEPTH) {
                throw level.syntax().span().error("more than %d operations inside each other".formatted(MOST_DEPTH));
            }
            level.syntax().operands().forEach(operand -> open.push(new Level(operand, level.depth() + 1)));
        }
    }
}
