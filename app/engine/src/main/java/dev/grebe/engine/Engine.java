package dev.grebe.engine;

import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import java.util.List;
import java.util.Map;

/** Runs queries over sources. Stateless; many preparations may live side by side. */
public final class Engine {
    private final Settings settings;

    public Engine(Settings settings) {
        this.settings = settings;
    }

    /**
     * Plans the queries together and opens the scans: lists files and reads what the sources need to know of them.
     *
     * @param sources by table name, one for every table the queries read
     * @throws dev.grebe.plan.PlanException if two queries declare a column with different types, or a table has no source
     * @throws dev.grebe.plugin.DataException if a path or a required column is missing, or a file is damaged
     */
    public Execution prepare(List<Query> queries, Map<String, Source> sources, Run run) {
        throw new UnsupportedOperationException(settings.toString());
    }
}
