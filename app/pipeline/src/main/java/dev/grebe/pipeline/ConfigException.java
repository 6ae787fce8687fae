package dev.grebe.pipeline;

import dev.grebe.plugins.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The pipeline file or an option is wrong: all that is wrong, in the order of the file. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Each problem with the line of the file it is in and a caret, for a terminal. */
    public String report() {
        return problems.stream()
                .map(problem -> problem + "\n" + problem.excerpt())
                .collect(Collectors.joining());
    }
}
