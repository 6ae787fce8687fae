package dev.grebe.sources.csv;

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
 * A table of CSV: UTF-8 with or without byte order mark, as RFC 4180 has it, rows ended by {@code \n} or
 * {@code \r\n}, blank ones skipped. The first is the header, and a column is a field by its name there; a name with a
 * zone behind it, {@code Timestamp [UTC]} or {@code Timestamp [Local Time]}, also gives the column {@code Timestamp}.
 * Quotes count only at the start of a field. Each row has as many fields as the header.
 *
 * <p>A field without a character is missing: null, or {@code ""}. In quotes it is text of no length for STRING and
 * DYNAMIC, and missing for all other types, since many writers quote everything. Of what else a field may hold,
 * <ul>
 *   <li>LONG and DOUBLE take what {@link dev.grebe.data.NumberText} reads;
 *   <li>TIMESTAMP takes what {@link dev.grebe.data.TimeText} reads, DURATION {@code [-][d.]hh:mm:ss[.fffffff]};
 *   <li>BOOL takes {@code true} and {@code false} in any case, {@code 1} and {@code 0};
 *   <li>STRING takes it as it is, DYNAMIC as a text of JSON;
 * </ul>
 * all else is refused. A column that a folder name gives ({@code key=value}) has that value, whatever the rows say.
 */
final class CsvSource implements Source {
    private final CsvSettings settings;
    private final Storage storage;
    private final Portions portions;

    @Inject
    CsvSource(CsvSettings settings, Storage storage) {
        this(settings, storage, Portions.DEFAULT);
        storage.requireSource(settings.path(), "path");
    }

    CsvSource(CsvSettings settings, Storage storage, Portions portions) {
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
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        return new CsvScan(request, settings, storage, memory, rejects, portions);
    }
}
