package dev.grebe.storage;

import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of path parts, followed part by part from the root of a listing downwards: globs ({@link Glob}), {@code **}
 * for any number of whole parts, {@code {a,b}} for one of several texts, and parts that state a time ({@link Template}).
 * Parts that start with {@code _} or {@code .} match only where the pattern starts so, too. Where the part behind
 * {@code **} states a time, {@code **} does not stand for a part that states one.
 */
final class PathPattern {
    private static final String ANY_PARTS = "**";

    /** Each alternative, as parts. */
    private final List<List<Part>> alternatives;

    private final Window filed;

    private sealed interface Part {}

    private record AnyParts() implements Part {}

    private record Name(String glob) implements Part {}

    private record Time(Template template) implements Part {}

    private PathPattern(List<List<Part>> alternatives, Window filed) {
        this.alternatives = alternatives;
        this.filed = filed;
    }

    /**
     * @param filed what was filed outside does not match
     * @throws PatternException if it cannot be understood
     */
    static PathPattern of(String pattern, Window filed) {
        List<List<Part>> alternatives = new ArrayList<>();
        for (String text : Braces.expand(pattern)) {
            List<Part> parts = parts(text);
            List<TimeField> fields = new ArrayList<>();
            for (Part part : parts) {
                if (part instanceof Time time) {
                    fields.addAll(time.template().fields());
                }
            }
            TemplateText.requireOrder(fields);
            alternatives.add(parts);
        }
        return new PathPattern(alternatives, filed);
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : text.split("/")) {
            if (part.equals(ANY_PARTS)) {
                parts.add(new AnyParts());
            } else if (Template.isTemplate(part)) {
                parts.add(new Time(Template.of(part)));
            } else if (!part.isEmpty()) {
                parts.add(new Name(part));
            }
        }
        return List.copyOf(parts);
    }

    /** Where a pattern stands: the parts that may come next, by alternative, and the time that was stated so far. */
    record State(List<Next> next) {}

    record Next(int alternative, int part, FiledTime time) {}

    /** What one more name makes of a state. */
    sealed interface Step {}

    /**
     * It may match.
     *
     * @param timed whether the name states a time
     */
    record Alive(State state, boolean whole, boolean timed) implements Step {}

    /**
     * It cannot match.
     *
     * @param template the part of the pattern that states the time, if that is the cause
     * @param last whether that is the pattern's last part
     */
    record Dead(Death cause, String template, boolean last) implements Step {}

    /** Why a name cannot match, the weightier the later. */
    enum Death {
        OTHER_NAME,
        /** A template came next, and the name is nothing like it. */
        NO_TIME,
        /** The name states a time that is not wanted. */
        OTHER_TIME,
        /** The name should state a time and states none that exists. */
        BAD_TIME
    }

    State start() {
        List<Next> next = new ArrayList<>();
        for (int alternative = 0; alternative < alternatives.size(); alternative++) {
            add(new Next(alternative, 0, FiledTime.UNSTATED), next);
        }
        return new State(List.copyOf(next));
    }

    /** What is left behind a part of this name. */
    Step step(State state, String name) {
        Stepping stepping = new Stepping(name);
        for (Next from : state.next()) {
            List<Part> parts = alternatives.get(from.alternative());
            if (from.part() < parts.size()) {
                stepping.from(from, parts.get(from.part()));
            }
        }
        return stepping.end();
    }

    // "**" stands for no part, too, so what follows it may come next as well.
    private void add(Next added, List<Next> next) {
        if (next.contains(added)) {
            return;
        }
        next.add(added);
        List<Part> parts = alternatives.get(added.alternative());
        if (added.part() < parts.size() && parts.get(added.part()) instanceof AnyParts) {
            add(new Next(added.alternative(), added.part() + 1, added.time()), next);
        }
    }

    private boolean isWhole(Next next) {
        return next.part() == alternatives.get(next.alternative()).size();
    }

    /** One step from several places. */
    private final class Stepping {
        private final String name;
        private final List<Next> next = new ArrayList<>();
        private boolean timed;
        private Dead death = new Dead(Death.OTHER_NAME, "", false);

        Stepping(String name) {
            this.name = name;
        }

        void from(Next from, Part part) {
            if (part instanceof Time time) {
                time(from, time.template());
            } else if (part instanceof Name glob) {
                if (Glob.matchesVisibly(glob.glob(), name)) {
                    add(new Next(from.alternative(), from.part() + 1, from.time()), next);
                }
            } else if (!Names.isHidden(name) && !isTimeOf(from)) {
                add(from, next);
            }
        }

        private void time(Next from, Template template) {
            Template.Match match = template.match(name, from.time());
            switch (match.kind()) {
                case TIME -> {
                    if (match.time().overlaps(filed)) {
                        timed = true;
                        add(new Next(from.alternative(), from.part() + 1, match.time()), next);
                    } else {
                        die(Death.OTHER_TIME, template, from);
                    }
                }
                case BAD -> die(Death.BAD_TIME, template, from);
                case OTHER -> {
                    if (!Names.isHidden(name)) {
                        die(Death.NO_TIME, template, from);
                    }
                }
            }
        }

        /** Whether a name belongs to the template behind a {@code **}. */
        private boolean isTimeOf(Next any) {
            List<Part> parts = alternatives.get(any.alternative());
            return any.part() + 1 < parts.size()
                    && parts.get(any.part() + 1) instanceof Time time
                    && time.template().match(name, any.time()).kind() != Template.Kind.OTHER;
        }

        private void die(Death cause, Template template, Next from) {
            if (cause.compareTo(death.cause()) > 0) {
                boolean last =
                        from.part() + 1 == alternatives.get(from.alternative()).size();
                death = new Dead(cause, template.toString(), last);
            }
        }

        Step end() {
            return next.isEmpty()
                    ? death
                    : new Alive(new State(List.copyOf(next)), next.stream().anyMatch(PathPattern.this::isWhole), timed);
        }
    }
}
