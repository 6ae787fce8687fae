package dev.grebe.sources.jsonl;

import dev.grebe.plan.Schema;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Window;
import jakarta.inject.Inject;

/**
 * A table of JSON objects: UTF-8 with or without byte order mark, one a line ({@code \n} or {@code \r\n}, blank ones
 * skipped) or as elements of one array. A column is a key of the object, or of an object in it: {@code process.name} is
 * the value of the key {@code "process.name"}, of {@code name} in the object {@code process}, or anything between; if a row
 * has several, the longest key counts, and null counts for nothing. Below an array no column is found.
 *
 * <p>A missing key and null are missing values. Of JSON's kinds,
 * <ul>
 *   <li>LONG takes whole numbers in range, also with zeros behind a point;
 *   <li>DOUBLE takes numbers and {@code "NaN"}, {@code "+inf"}, {@code "-inf"};
 *   <li>STRING takes text, and numbers and truth values as they are written; objects and arrays, as compact JSON, only
 *       if {@link JsonlSettings#jsonText} names the column;
 *   <li>TIMESTAMP takes text that {@link dev.grebe.data.TimeText} reads, DURATION {@code [-][d.]hh:mm:ss[.fffffff]};
 *   <li>BOOL takes truth values, DYNAMIC anything, as compact JSON;
 * </ul>
 * all else is refused, as is a key that stands twice in an object that is read. A column that a folder name gives
 * ({@code key=value}) has that value, whatever the rows say.
 */
final class JsonlSource implements Source {
    private final JsonlSettings settings;
    private final Storage storage;
    private final Portions portions;

    @Inject
    JsonlSource(JsonlSettings settings, Storage storage) {
        this(settings, storage, Portions.DEFAULT);
        storage.requireSource(settings.path(), "path");
    }

    JsonlSource(JsonlSettings settings, Storage storage, Portions portions) {
        this.settings = settings;
        this.storage = storage;
        this.portions = portions;
    }

    @Override
    public Schema sample() {
        return new Sample(storage, settings)
                .of(storage.list(settings.path(), Window.ALL).files());
    }

    @Override
    public Schema sample(long rows) {
        return new Sample(storage, settings)
                .ofFirst(rows, storage.list(settings.path(), Window.ALL).files());
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        return new JsonlScan(request, settings, storage, memory, rejects, portions);
    }
}
