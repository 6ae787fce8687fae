package dev.grebe.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings as they were written: a tree in which every part knows its place. Scalars keep their text. */
public sealed interface Yaml {
    Place place();

    /** What messages call it: {@code a list}, {@code 'two'}, {@code null}. */
    String found();

    /**
     * A single value.
     *
     * @param end where the text of the file goes on
     * @param plain written without quotes
     * @param hidden never to be printed
     */
    record Scalar(Place place, Place end, String text, boolean plain, boolean hidden) implements Yaml {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /**
         * The place of a character of the text; where the text is written with escapes or over several lines, that of the
         * whole.
         *
         * @param offset in {@code char}s
         */
        public Place place(int offset) {
            int quote = plain ? 0 : 1;
            int written = end.column() - place.column() - 2 * quote;
            boolean asWritten = place.line() == end.line() && written == text.codePointCount(0, text.length());
            return asWritten
                    ? place.origin().place(place.line(), place.column() + quote + text.codePointCount(0, offset))
                    : place;
        }

        /** A value that stands in no file. */
        public static Scalar plain(Place place, String text) {
            return new Scalar(place, place, text, true, false);
        }

        /** Keeps this value out of every excerpt. */
        void hide() {
            place.origin().hide(place, end.line(), end.column());
        }

        public boolean isNull() {
            return plain && NULLS.contains(text);
        }

        @Override
        public String found() {
            if (isNull()) {
                return "null";
            } else if (hidden) {
                return "***";
            }
            return plain ? Quoted.of(text) : "the text " + Quoted.of(text);
        }

        @Override
        public String toString() {
            return found();
        }
    }

    /** {@code [a, b]}. */
    record Sequence(Place place, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }
    }

    /** {@code {key: value}}; keys are unique and in the order of the file. */
    record Mapping(Place place, List<Entry> entries) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String found() {
            return "a mapping";
        }

        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        public List<String> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        /** This mapping without some keys. */
        public Mapping without(Set<String> keys) {
            return new Mapping(
                    place,
                    entries.stream()
                            .filter(entry -> !keys.contains(entry.key()))
                            .toList());
        }

        /** This mapping with some keys only. */
        public Mapping only(Set<String> keys) {
            return new Mapping(
                    place,
                    entries.stream().filter(entry -> keys.contains(entry.key())).toList());
        }

        /** This mapping with the entry in place of the one of its key, or at the end. */
        public Mapping with(Entry changed) {
            List<Entry> all = new ArrayList<>(entries);
            all.replaceAll(entry -> entry.key().equals(changed.key()) ? changed : entry);
            if (find(changed.key()).isEmpty()) {
                all.add(changed);
            }
            return new Mapping(place, all);
        }
    }

    /** What a problem was already reported for; nobody is to report another. */
    record Broken(Place place) implements Yaml {
        @Override
        public String found() {
            return "nothing usable";
        }
    }

    /** A key with its value. */
    record Entry(Place place, String key, Yaml value) {}

    /** The tree of Maps, Lists, text, numbers and truth values, all of it at one place. */
    static Yaml of(Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            List<Entry> entries = new ArrayList<>();
            map.forEach((key, item) -> entries.add(new Entry(place, String.valueOf(key), of(item, place))));
            return new Mapping(place, entries);
        } else if (value instanceof Iterable<?> list) {
            List<Yaml> items = new ArrayList<>();
            list.forEach(item -> items.add(of(item, place)));
            return new Sequence(place, items);
        }
        return new Scalar(place, place, String.valueOf(value), !(value instanceof String), false);
    }
}
