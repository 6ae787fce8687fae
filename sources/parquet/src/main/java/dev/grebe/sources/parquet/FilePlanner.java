package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Visible;
import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.format.FileMetaData;

/** Reads the footer of a file and finds out what of it is read. Used by several threads. */
final class FilePlanner {
    private static final int SHOWN = 60;

    private final Request request;
    private final Map<String, Domain> domains;
    private final OpenFiles files;
    private final ParquetLimits limits;
    private final FooterReader footers;

    FilePlanner(
            Request request,
            Map<String, Domain> domains,
            OpenFiles files,
            ParquetLimits limits,
            Memory memory,
            Counters counters) {
        this.request = request;
        this.domains = domains;
        this.files = files;
        this.limits = limits;
        footers = new FooterReader(limits, memory, counters);
    }

    /** @throws DataException if a partition's value cannot be read */
    Map<String, Constant> partitions(FileSlice file) {
        Map<String, Constant> constants = new HashMap<>();
        for (Field field : request.columns().fields()) {
            String text = file.partitions().get(field.name());
            if (text == null) {
                continue;
            } else if (text.isEmpty() && request.nonNull().contains(field.name())) {
                throw Place.inColumn(
                        file.path(),
                        field.name(),
                        Reason.NULL_REQUIRED,
                        "the folder's value is missing in all its rows");
            }
            try {
                constants.put(field.name(), new Constant(field.type(), file.partition(field)));
            } catch (DataException e) {
                throw Place.inFile(
                        file.path(),
                        Reason.BAD_PARTITION,
                        "partition '%s' is '%s'; the table reads it as %s",
                        Visible.of(field.name()),
                        Visible.of(text, SHOWN),
                        field.type());
            }
        }
        return constants;
    }

    boolean mayMatch(Map<String, Constant> constants) {
        return constants.entrySet().stream().allMatch(constant -> {
            Domain domain = domains.get(constant.getKey());
            return domain == null || constant.getValue().mayMatch(domain);
        });
    }

    /** @throws DataException if the file is damaged, or a column cannot be read as the table says */
    FilePlan plan(FileSlice file, Map<String, Constant> partitions) {
        FileMetaData footer = footer(file);
        FileSchema schema = schema(file, footer, limits);
        Set<String> found = new LinkedHashSet<>();
        Map<String, Constant> constants = new HashMap<>(partitions);
        Map<String, FileColumn> stored = new LinkedHashMap<>();
        Map<String, Long> warnings = new HashMap<>();
        for (Field field : request.columns().fields()) {
            FileColumn column = schema.columns().get(field.name());
            if (partitions.containsKey(field.name())) {
                found.add(field.name());
            } else if (column == null) {
                requireNullable(file, field, schema);
                constants.put(field.name(), new Constant(field.type(), null));
            } else {
                found.add(field.name());
                if (column.meaning() == Meaning.NOTHING && field.type() != Type.DYNAMIC
                        || column.node().leaves() == 0) {
                    constants.put(field.name(), new Constant(field.type(), null));
                } else {
                    stored.put(field.name(), column);
                    warn(column, field, warnings);
                }
            }
        }
        Set<String> names = new LinkedHashSet<>(schema.columns().keySet());
        names.addAll(file.partitions().keySet());
        try {
            RowGroups groups = new RowGroups(request, domains, file, schema, footer, stored);
            return new FilePlan(file, constants, mayMatch(constants), groups(footer, groups), found, names, warnings);
        } catch (BadPage e) {
            throw Place.inFile(file.path(), e.reason(), "%s", e.detail());
        }
    }

    private FileMetaData footer(FileSlice file) {
        RandomInput input = files.acquire(file);
        try {
            return footers.read(input, file.path());
        } finally {
            files.release(file);
        }
    }

    private void requireNullable(FileSlice file, Field field, FileSchema schema) {
        if (request.nonNull().contains(field.name())) {
            throw Place.inColumn(
                    file.path(),
                    field.name(),
                    Reason.MISSING_COLUMN,
                    "the file has no such column, and the table %s takes no null in it.%s",
                    request.table(),
                    Nearest.hint(
                            field.name(),
                            schema.columns().keySet().stream().map(Place::shown).toList()));
        }
    }

    private static void warn(FileColumn column, Field field, Map<String, Long> warnings) {
        if (column.meaning() == Meaning.BINARY && field.type() != Type.DYNAMIC) {
            warnings.merge("BINARY_AS_STRING", 1L, Long::sum);
        } else if (Meanings.isLocalTime(column.node().element())) {
            warnings.merge("TIMESTAMP_ZONE_ASSUMED", 1L, Long::sum);
        }
    }

    private static List<FilePlan.Group> groups(FileMetaData footer, RowGroups groups) {
        List<FilePlan.Group> all = new ArrayList<>();
        for (int i = 0; i < footer.getRow_groups().size(); i++) {
            RowGroups.Group group = groups.read(i);
            if (group.rows() > 0) {
                all.add(new FilePlan.Group(i, group));
            }
        }
        return all;
    }

    static FileSchema schema(FileSlice file, FileMetaData footer, ParquetLimits limits) {
        try {
            return FileSchema.of(footer.getSchema(), limits);
        } catch (BadPage e) {
            throw Place.inFile(file.path(), e.reason(), "%s", e.detail());
        }
    }
}
