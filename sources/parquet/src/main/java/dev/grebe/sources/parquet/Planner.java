package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.format.FileMetaData;

/** Reads the footers of a table's files and keeps the row groups that may hold wanted rows. */
final class Planner {
    private final Request request;
    private final Map<String, Domain> domains;
    private final OpenFiles files;
    private final FooterReader footers;
    private final Counters counters;

    private final List<Unit> units = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private long filesSkipped;
    private long rows;

    Planner(Request request, Map<String, Domain> domains, OpenFiles files, Memory memory, Counters counters) {
        this.request = request;
        this.domains = domains;
        this.files = files;
        this.counters = counters;
        footers = new FooterReader(memory, counters);
    }

    /** @throws DataException if a file is damaged, a column cannot be read, or no file has a required one */
    void plan(List<FileSlice> listed) {
        List<FileSlice> opened = new ArrayList<>();
        for (FileSlice file : listed) {
            Map<String, Constant> partitions = partitions(file);
            if (mayMatch(partitions)) {
                plan(file, partitions);
                opened.add(file);
            } else {
                filesSkipped++;
            }
        }
        if (!opened.isEmpty()) {
            requireColumns(opened.get(0), opened.size());
        }
    }

    List<Unit> units() {
        return units;
    }

    long filesSkipped() {
        return filesSkipped;
    }

    long rows() {
        return rows;
    }

    private Map<String, Constant> partitions(FileSlice file) {
        Map<String, Constant> constants = new HashMap<>();
        for (Field field : request.columns().fields()) {
            if (file.partitions().containsKey(field.name())) {
                constants.put(field.name(), new Constant(field.type(), file.partition(field)));
            }
        }
        return constants;
    }

    private boolean mayMatch(Map<String, Constant> constants) {
        return constants.entrySet().stream().allMatch(constant -> {
            Domain domain = domains.get(constant.getKey());
            return domain == null || constant.getValue().mayMatch(domain);
        });
    }

    private void plan(FileSlice file, Map<String, Constant> partitions) {
        FileMetaData footer;
        try {
            footer = footers.read(files.acquire(file), file.path());
        } finally {
            files.release(file);
        }
        FileSchema schema = schema(file, footer);
        names.addAll(schema.columns().keySet());
        names.addAll(file.partitions().keySet());
        Map<String, Constant> constants = new HashMap<>(partitions);
        Map<String, FileColumn> stored = new HashMap<>();
        for (Field field : request.columns().fields()) {
            FileColumn column = schema.columns().get(field.name());
            if (partitions.containsKey(field.name())) {
                found.add(field.name());
            } else if (column != null) {
                found.add(field.name());
                stored.put(field.name(), column);
            } else {
                constants.put(field.name(), new Constant(field.type(), null));
            }
        }
        addRowGroups(file, footer, new RowGroups(request, domains, file, schema, footer, stored), constants);
    }

    private void addRowGroups(FileSlice file, FileMetaData footer, RowGroups groups, Map<String, Constant> constants) {
        boolean isMissingMatch = mayMatch(constants);
        for (int i = 0; i < footer.getRow_groups().size(); i++) {
            RowGroups.Group group = groups.read(i);
            rows += group.rows();
            if (group.rows() > 0 && isMissingMatch && group.mayMatch()) {
                units.add(new Unit(file, units.size(), i, group.rows(), constants, group.chunks()));
            } else if (group.rows() > 0) {
                counters.rowGroupsSkipped.increment();
                counters.rowsSkipped.add(group.rows());
            }
        }
    }

    static FileSchema schema(FileSlice file, FileMetaData footer) {
        try {
            return FileSchema.of(footer.getSchema());
        } catch (BadPage e) {
            throw Place.inFile(file.path(), "the footer is damaged: %s", e.reason());
        }
    }

    private void requireColumns(FileSlice first, int count) {
        for (String column : new TreeSet<>(request.required())) {
            if (!found.contains(column)) {
                throw new DataException("%s: required column '%s' is missing in %s%s.%s"
                        .formatted(
                                request.table(),
                                column,
                                Place.shown(first.path()),
                                count > 1 ? " and all other files (%d)".formatted(count) : "",
                                Nearest.hint(
                                        column, names.stream().map(Place::shown).toList())));
            }
        }
    }
}
