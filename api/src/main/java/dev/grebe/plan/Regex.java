package dev.grebe.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * What a plan knows of a regular expression without compiling it: its groups, and that it does not use what Kusto's engine
 * and RE2 understand differently. The rest of its syntax is checked by the engine that binds the plan.
 */
public final class Regex {
    static final int MOST_GROUPS = 16;
    private static final int LONGEST = 10_000;

    private final String pattern;
    private final Map<String, Integer> names = new HashMap<>();
    private int at;
    private int groups;
    private boolean inClass;

    private Regex(String pattern) {
        this.pattern = pattern;
    }

    /** @throws PlanException naming the pattern and what it must not use */
    public static Regex of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new PlanException("the regular expression has more than %d characters".formatted(LONGEST));
        }
        Regex regex = new Regex(pattern);
        String problem = regex.problem();
        if (!problem.isEmpty()) {
            throw new PlanException("regular expression %s: %s".formatted(PlanText.quote(pattern), problem));
        }
        return regex;
    }

    /** How many groups it has. */
    public int groups() {
        return groups;
    }

    /** The numbers of the groups that have a name, from 1. */
    public Map<String, Integer> names() {
        return Map.copyOf(names);
    }

    private String problem() {
        while (at < pattern.length()) {
            String problem = inClass ? insideClass() : outsideClass();
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return groups > MOST_GROUPS ? "%d groups, at most %d are supported".formatted(groups, MOST_GROUPS) : "";
    }

    private String outsideClass() {
        if (isNext("\\Q")) {
            int end = pattern.indexOf("\\E", at);
            at = end < 0 ? pattern.length() : end + 2;
            return "";
        }
        for (String edge : new String[] {"\\<", "\\>", "\\b{"}) {
            if (isNext(edge)) {
                return "'%s' is not supported; write \\b".formatted(edge);
            }
        }
        char c = pattern.charAt(at);
        if (c == '(') {
            return group();
        }
        inClass = c == '[';
        at += c == '\\' ? 2 : 1;
        if (inClass) {
            at += isNext("^") ? 1 : 0;
            // A bracket that closes nothing is one of the class.
            at += isNext("]") ? 1 : 0;
        }
        return "";
    }

    private String group() {
        boolean named = isNext("(?P<") || isNext("(?<") && !isNext("(?<=") && !isNext("(?<!");
        if (!isNext("(?") || named) {
            groups++;
            int end = pattern.indexOf('>', at);
            if (named && end > 0) {
                names.put(pattern.substring(pattern.indexOf('<', at) + 1, end), groups);
            }
            at++;
            return "";
        }
        for (at += 2; at < pattern.length() && (Character.isLetter(pattern.charAt(at)) || isNext("-")); at++) {
            if ("xRu".indexOf(pattern.charAt(at)) >= 0) {
                return "the flag '%c' is not supported".formatted(pattern.charAt(at));
            }
        }
        return "";
    }

    private String insideClass() {
        for (String algebra : new String[] {"&&", "--", "~~"}) {
            if (isNext(algebra)) {
                return "'%s' in a class is not supported; list the characters, escape what means itself"
                        .formatted(algebra);
            }
        }
        if (isNext("[:")) {
            int end = pattern.indexOf(":]", at);
            at = end < 0 ? pattern.length() : end + 2;
            return "";
        } else if (isNext("[")) {
            return "a class inside a class is not supported; write \\[ for the bracket";
        }
        inClass = !isNext("]");
        at += isNext("\\") ? 2 : 1;
        return "";
    }

    private boolean isNext(String text) {
        return pattern.startsWith(text, at);
    }
}
