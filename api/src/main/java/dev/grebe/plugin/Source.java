package dev.grebe.plugin;

import dev.grebe.plan.Schema;

/** Where a table's rows come from. It can be made again anywhere from its plugin's name and settings. */
public interface Source {
    /**
     * The columns that the lake has, with the types that fit best; reads as little as it can.
     *
     * @throws DataException if there is nothing at the path, or it cannot be read
     */
    Schema sample();

    /**
     * Lists files and splits for a request. The list of files is taken once.
     *
     * @throws DataException if the path is missing, a file is damaged, or a required column is in no file
     */
    Scan scan(Request request, Memory memory);
}
