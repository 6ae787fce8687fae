package dev.grebe.engine.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.grebe.plan.Expr;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Type;

/**
 * A regular expression, compiled for texts that are ASCII and for others: {@code \w} of all of Unicode is slow. Linear in
 * the text; how large a program gets is bounded.
 *
 * @param ascii for texts without other characters
 * @param unicode for all texts
 * @see Expr.Match.Op#REGEX
 */
record RegexProgram(Pattern ascii, Pattern unicode) {
    /** A bound on the time per character. */
    private static final int MOST_INSTRUCTIONS = 10_000;

    /** @throws PlanException naming the regular expression and what is wrong with it */
    static RegexProgram of(String regex) {
        return of(regex, "", "");
    }

    /** The regular expression between these two, which it does not know of. */
    static RegexProgram of(String regex, String before, String after) {
        // What re2j would take all memory or time for is refused before it sees it.
        String alone = RegexSyntax.of(regex, RegexSyntax.Sets.AS_WRITTEN);
        String ascii = RegexSyntax.of(regex, RegexSyntax.Sets.ASCII);
        String unicode = RegexSyntax.of(regex, RegexSyntax.Sets.UNICODE);
        // Alone first: what it is between, or the sets written out, could make it valid.
        Pattern compiled = compiled(alone, regex);
        boolean hasSets = !unicode.equals(alone);
        if (before.isEmpty() && after.isEmpty() && !hasSets) {
            return new RegexProgram(compiled, compiled);
        }
        Pattern forAscii = compiled(before + ascii + after, regex);
        return new RegexProgram(forAscii, hasSets ? compiled(before + unicode + after, regex) : forAscii);
    }

    private static Pattern compiled(String pattern, String regex) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.programSize() > MOST_INSTRUCTIONS) {
                throw refused(
                        regex, "it takes more than %d instructions; repeat less in it".formatted(MOST_INSTRUCTIONS));
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw refused(regex, problem(e));
        }
    }

    /** re2j takes a bracket that closes nothing for an error of its own. */
    private static String problem(PatternSyntaxException e) {
        return e.getDescription().contains("internal error")
                ? "a ) closes nothing"
                : e.getPattern().isEmpty()
                        ? e.getDescription()
                        : "%s: '%s'".formatted(e.getDescription(), e.getPattern());
    }

    static PlanException refused(String regex, String problem) {
        return new PlanException("regular expression %s: %s".formatted(new Expr.Literal(regex, Type.STRING), problem));
    }
}
