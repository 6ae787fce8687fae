package dev.grebe.sources.jsonl;

import dev.grebe.plan.Schema;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import jakarta.inject.Inject;

/**
 * A table of JSON lines: UTF-8 with or without byte order mark, lines ended by {@code \n} or {@code \r\n}, blank ones
 * skipped. What is gzip is told by its first bytes. A missing key and null are missing values. Of JSON's kinds,
 * <ul>
 *   <li>LONG takes whole numbers in range, also with zeros behind a point;
 *   <li>DOUBLE takes numbers and {@code "NaN"}, {@code "+inf"}, {@code "-inf"};
 *   <li>STRING takes text, and numbers and truth values as they are written;
 *   <li>TIMESTAMP takes ISO 8601 text ({@link dev.grebe.data.IsoTime}), DURATION {@code [-][d.]hh:mm:ss[.fffffff]};
 *   <li>BOOL takes truth values, DYNAMIC anything;
 * </ul>
 * all else is refused. A column that a folder name gives ({@code key=value}) has that value, whatever the lines say.
 */
final class JsonlSource implements Source {
    private final JsonlSettings settings;
    private final Storage storage;
    private final Limits limits;

    @Inject
    JsonlSource(JsonlSettings settings, Storage storage) {
        this(settings, storage, Limits.DEFAULT);
    }

    JsonlSource(JsonlSettings settings, Storage storage, Limits limits) {
        this.settings = settings;
        this.storage = storage;
        this.limits = limits;
    }

    @Override
    public Schema sample() {
        return new Sample(storage, limits).of(storage.list(settings.path()));
    }

    @Override
    public Scan scan(Request request, Memory memory) {
        return new JsonlScan(request, settings.path(), storage, memory, limits);
    }
}
