package dev.grebe.engine;

import dev.grebe.plan.Relation;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What queries read.
 *
 * @param feeds of the tables that are scanned, by name
 * @param views by name: tables that are computed from scanned ones. A query that reads such a table reads these rows, of
 *     which its window is taken like that of any table. A view has all columns that queries declare of it, with their
 *     types, and reads no other view
 */
public record Lake(Map<String, Feed> feeds, Map<String, Relation> views) {
    public Lake {
        feeds = Map.copyOf(feeds);
        views = Map.copyOf(views);
    }

    /** Tables that are scanned as they are and end the run at the first bad row. */
    public static Lake of(Map<String, Source> sources) {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        sources.forEach((table, source) -> feeds.put(table, new Feed(source, Window.ALL, Rejects.FAIL)));
        return new Lake(feeds, Map.of());
    }

    /**
     * Where a table's rows come from.
     *
     * @param filed when the files that are read may have been filed; see {@link dev.grebe.plugin.Request}
     * @param rejects takes its bad rows and files
     */
    public record Feed(Source source, Window filed, Rejects rejects) {}
}
