package dev.grebe.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML 1.2 that settings need: mappings, lists and scalars. Tags, anchors, aliases and several
 * documents are refused. The parser's events are read, not its nodes, so that no input makes it work or recurse more
 * than its size says.
 */
public final class YamlReader {
    /** Deeper than any settings, shallow enough for every stack. */
    private static final int MOST_DEPTH = 50;

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final Parse PARSER =
            new Parse(LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build());

    private final Origin origin;
    private final Problems problems;
    private final Iterator<Event> events;
    private boolean aliasesReported;

    private YamlReader(Origin origin, String text, Problems problems) {
        this.origin = origin;
        this.problems = problems;
        this.events = PARSER.parseString(text).iterator();
    }

    /**
     * The text as a tree, empty if there is no value in it or it cannot be parsed. What is wrong is added to the
     * problems; that there is nothing is not.
     */
    public static Optional<Yaml> read(Origin origin, String text, Problems problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(origin.start(), "more than %d characters".formatted(MOST_CHARACTERS));
            return Optional.empty();
        }
        try {
            return new YamlReader(origin, text, problems).document();
        } catch (MarkedYamlEngineException e) {
            origin.hideSuspiciousLines();
            problems.add(e.getProblemMark().map(mark -> place(origin, mark)).orElse(origin.start()), message(e));
        } catch (ReaderException e) {
            origin.hideSuspiciousLines();
            problems.add(
                    place(origin, text, e.getPosition()),
                    "the character U+%04X is not allowed; in double quotes write it as an escape"
                            .formatted(e.getCodePoint()));
        } catch (DepthException e) {
            origin.hideSuspiciousLines();
            problems.add(e.place, "more than %d levels deep".formatted(MOST_DEPTH));
        } catch (YamlEngineException e) {
            origin.hideSuspiciousLines();
            problems.add(
                    origin.start(),
                    "not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }

    private Optional<Yaml> document() {
        Optional<Yaml> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                documents++;
                if (documents == 2) {
                    problems.add(start(event), "a second document begins here; one file holds one document");
                }
            } else if (event instanceof NodeEvent node) {
                Yaml value = value(node, 0, "");
                root = documents > 1 ? root : Optional.of(value);
            }
        }
        return root.filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.isNull()));
    }

    private Yaml value(NodeEvent event, int depth, String key) {
        Place place = start(event);
        if (depth > MOST_DEPTH) {
            throw new DepthException(place);
        }
        boolean broken = isRefused(event, place);
        Yaml value = value(event, place, depth, key);
        return broken ? new Yaml.Broken(place) : value;
    }

    private Yaml value(NodeEvent event, Place place, int depth, String key) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, place, key);
        } else if (event instanceof SequenceStartEvent) {
            List<Yaml> items = new ArrayList<>();
            for (Event next = events.next(); next instanceof NodeEvent item; next = events.next()) {
                items.add(value(item, depth + 1, key));
            }
            return new Yaml.Sequence(place, items);
        }
        return event instanceof MappingStartEvent ? mapping(place, depth) : new Yaml.Broken(place);
    }

    private Yaml mapping(Place place, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Event next = events.next(); next instanceof NodeEvent node; next = events.next()) {
            Yaml key = value(node, depth + 1, "");
            String name = key instanceof Yaml.Scalar scalar && !scalar.text().equals("~") ? scalar.text() : "";
            Yaml value = value((NodeEvent) events.next(), depth + 1, name);
            if (key instanceof Yaml.Broken) {
                continue;
            }
            if (name.isEmpty()) {
                problems.add(key.place(), "a key is text, not " + key.found());
                continue;
            }
            Place first = seen.putIfAbsent(name, key.place());
            if (first == null) {
                entries.add(new Yaml.Entry(key.place(), name, value));
            } else {
                problems.add(key.place(), "%s is already set at line %d".formatted(Quoted.of(name), first.line()));
            }
        }
        return new Yaml.Mapping(place, entries);
    }

    private Yaml scalar(ScalarEvent event, Place place, String key) {
        String text = event.getValue();
        boolean hidden = Origin.isSecretName(key) || Origin.isSecretUrl(text);
        Place end = place(origin, event.getEndMark().orElseThrow());
        Yaml.Scalar scalar = new Yaml.Scalar(place, end, text, event.isPlain(), hidden);
        if (hidden && !scalar.isNull()) {
            scalar.hide();
        }
        return scalar;
    }

    private boolean isRefused(NodeEvent event, Place place) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            if (!aliasesReported) {
                problems.add(place, "anchors and aliases (& and *) are not supported; write the value out");
            }
            aliasesReported = true;
            return event instanceof AliasEvent;
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        tag.ifPresent(name -> problems.add(
                place, "tags are not supported; remove " + Quoted.of(name.replace("tag:yaml.org,2002:", "!!"))));
        return tag.isPresent();
    }

    private Place start(Event event) {
        return place(origin, event.getStartMark().orElseThrow());
    }

    private static Place place(Origin origin, Mark mark) {
        return new Place(origin, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(Origin origin, String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(origin, line, before.codePointCount(lineStart, before.length()) + 1);
    }

    private static String message(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "a tab cannot indent; use spaces";
        }
        String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
        return "not YAML: " + problem + context;
    }

    /** More levels than any settings have. */
    private static final class DepthException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        DepthException(Place place) {
            this.place = place;
        }
    }
}
