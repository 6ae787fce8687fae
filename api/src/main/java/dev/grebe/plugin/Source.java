package dev.grebe.plugin;

import dev.grebe.plan.Schema;

/** Where a table's rows come from. It can be made again anywhere from its plugin's name and settings. */
public interface Source {
    /**
     * The columns that the lake has, with the types that fit best; reads as little as it can. A nested column stands
     * there as DYNAMIC, followed by its parts, named by their path ({@code process}, {@code process.name}).
     *
     * @throws DataException if there is nothing at the path, or it cannot be read
     */
    Schema sample();

    /**
     * As {@link #sample()}, with every column that one of the first {@code rows} rows has, files in their order; reads as
     * much as that takes. The parts of nested columns need not be there. A source whose files state their columns has
     * nothing to add.
     */
    default Schema sample(long rows) {
        return sample();
    }

    /**
     * Lists files and splits for a request. The list of files is taken once.
     *
     * @param rejects takes bad rows and files, over the whole scan
     * @throws DataException if the path is missing, a file is damaged and the run ends with it, or a required column is in
     *     no file
     */
    Scan scan(Request request, Memory memory, Rejects rejects);
}
