package dev.grebe.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings are of the right kinds but not acceptable. Thrown by a settings record's constructor or by the constructor of
 * a component; the application reports each problem at the setting's place in the pipeline file. A record that checks
 * more than one thing collects what is wrong with {@link Checks}, so that its user hears of all of it at once.
 *
 * <p>If some settings are not even of the right kind, the application may run a record's constructor with their defaults
 * in their place, only to hear what is wrong with the others; problems that name a setting so replaced are dropped.
 */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param setting the component of the record, dotted for a nested one, with the index for an item of a list:
     *     {@code window.from}, {@code servers.0.port}; {@code ""} for the record as a whole
     * @param message one line: what was found and what was expected, without the name
     * @param others what else the condition looks at: if one of these is wrong by itself, the problem may be none
     */
    public record Problem(String setting, String message, List<String> others) {
        public Problem {
            others = List.copyOf(others);
        }
    }

    /** One problem that concerns one setting; the parameters are those of {@link Problem}. */
    public SettingException(String setting, String message) {
        this(List.of(new Problem(setting, message, List.of())));
    }

    private SettingException(List<Problem> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0).message()
                        : problems.stream()
                                .map(problem -> problem.setting() + ": " + problem.message())
                                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong: at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The setting of the first problem. */
    public String setting() {
        return problems.get(0).setting();
    }

    /**
     * Collects what is wrong with a record:
     *
     * <pre>{@code
     * new SettingException.Checks()
     *         .require(port > 0, "port", port + " is no port")
     *         .require(from <= to, "from", "starts at " + from + " and ends at " + to, "to")
     *         .throwIfAny();
     * }</pre>
     */
    public static final class Checks {
        private final List<Problem> found = new ArrayList<>();

        /** Notes a problem unless the condition holds; the other parameters are those of {@link Problem}. */
        public Checks require(boolean holds, String setting, String message, String... others) {
            if (!holds) {
                found.add(new Problem(setting, message, List.of(others)));
            }
            return this;
        }

        /** @throws SettingException with all problems, if there are any */
        public void throwIfAny() {
            if (!found.isEmpty()) {
                throw new SettingException(found);
            }
        }
    }
}
