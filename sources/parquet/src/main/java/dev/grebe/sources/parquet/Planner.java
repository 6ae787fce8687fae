package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Nearest;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the footers of a table's files, some at a time, and keeps the row groups that may hold wanted rows. */
final class Planner {
    private final Request request;
    private final FilePlanner planner;
    private final Counters counters;
    private final Rejects rejects;

    private final List<Unit> units = new ArrayList<>();
    private final List<FilePlan> read = new ArrayList<>();
    private final Map<String, Long> warnings = new HashMap<>();
    private long filesSkipped;
    private long filesRejected;

    Planner(
            Request request,
            Map<String, Domain> domains,
            OpenFiles files,
            ParquetLimits limits,
            Memory memory,
            Counters counters,
            Rejects rejects) {
        this.request = request;
        this.counters = counters;
        this.rejects = rejects;
        planner = new FilePlanner(request, domains, files, limits, memory, counters);
    }

    /** @throws DataException if a file is refused and the run ends with it, or no file has a required column */
    FilePlans plan(Listing listing) {
        listing.refused().forEach(refused -> {
            filesRejected++;
            rejects.file(refused);
        });
        Ahead<FilePlan> plans = new Ahead<>();
        for (FileSlice file : listing.files()) {
            announce(file, plans);
        }
        plans.forEach(this::take);
        if (!read.isEmpty()) {
            requireColumns();
        }
        long rows = read.stream().mapToLong(FilePlan::rows).sum();
        return new FilePlans(units, filesSkipped, filesRejected, rows, warnings);
    }

    private void announce(FileSlice file, Ahead<FilePlan> plans) {
        if (rejects.contains(file.path())) {
            filesRejected++;
            return;
        }
        try {
            Map<String, Constant> partitions = planner.partitions(file);
            if (planner.mayMatch(partitions)) {
                plans.add(() -> planner.plan(file, partitions));
            } else {
                filesSkipped++;
            }
        } catch (DataException e) {
            plans.add(() -> {
                throw e; // in its turn: files are refused in their order
            });
        }
    }

    private void take(Supplier<FilePlan> plan) {
        FilePlan file;
        try {
            file = plan.get();
        } catch (DataException e) {
            filesRejected++;
            rejects.file(e.rejection().orElseThrow(() -> e));
            return;
        }
        read.add(file);
        file.warnings().forEach((code, count) -> warnings.merge(code, count, Long::sum));
        for (FilePlan.Group group : file.groups()) {
            RowGroups.Group content = group.content();
            if (file.mayMatch() && content.mayMatch()) {
                units.add(new Unit(
                        file.file(),
                        units.size(),
                        group.number(),
                        content.rows(),
                        file.constants(),
                        content.columns()));
            } else {
                counters.rowGroupsSkipped.increment();
                counters.rowsSkipped.add(content.rows());
            }
        }
    }

    private void requireColumns() {
        Set<String> found = new HashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (FilePlan file : read) {
            found.addAll(file.found());
            names.addAll(file.names());
        }
        for (String column : new TreeSet<>(request.required())) {
            if (!found.contains(column)) {
                throw new DataException("%s: required column '%s' is missing in %s%s (%s).%s"
                        .formatted(
                                request.table(),
                                column,
                                Place.shown(read.get(0).file().path()),
                                read.size() > 1 ? " and all other files (%d)".formatted(read.size()) : "",
                                Reason.MISSING_COLUMN,
                                Nearest.hint(
                                        column, names.stream().map(Place::shown).toList())));
            }
        }
    }
}
