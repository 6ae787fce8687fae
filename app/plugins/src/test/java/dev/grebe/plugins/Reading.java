package dev.grebe.plugins;

import java.util.List;
import java.util.Optional;

/** Binds YAML in tests. */
final class Reading {
    private Reading() {}

    /** The settings; fails with the problems if there are any. */
    static <S extends Record> S settings(Class<S> type, String yaml) {
        Problems problems = new Problems();
        Optional<Bound> bound = bound(type, yaml, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.list().toString());
        }
        return type.cast(bound.orElseThrow().settings());
    }

    /** What is wrong, each {@code line:column: message}. */
    static List<String> problems(Class<? extends Record> type, String yaml) {
        Problems problems = new Problems();
        bound(type, yaml, problems);
        return texts(problems);
    }

    static List<String> texts(Problems problems) {
        return problems.list().stream()
                .map(problem -> problem.toString().replaceFirst("^f:", ""))
                .toList();
    }

    static Optional<Bound> bound(Class<? extends Record> type, String yaml, Problems problems) {
        return YamlReader.read(Origin.file("f", yaml), yaml, problems)
                .flatMap(tree -> new Binder("sink plugin 'test'", problems).bind(type, tree));
    }
}
