package dev.grebe.pipeline;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Lake;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Named;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned for the tables that detectors read. Tables of one source with the same settings are one scan: of
 * Defender's streaming export, which has all tables in one stream, each file is read once.
 *
 * @param scans in the order of the file; none if something is wrong with the file
 * @param views tables that are made of what a scan reads, by name
 */
record LakeViews(List<ScannedTable> scans, Map<String, Relation> views) {
    /**
     * One scan.
     *
     * @param name in reports: that of its table, or of all its tables
     * @param tables of the pipeline file that it feeds
     */
    record ScannedTable(String name, List<LakeTable> tables) {
        LakeTable first() {
            return tables.get(0);
        }
    }

    /** A table with its view, until it is known what it shares its scan with. */
    private record Member(
            LakeTable table, Schema declared, Set<String> required, Set<String> nonNull, ViewBuilder.View view) {}

    static LakeViews of(List<LakeTable> tables, List<Plan> plans, Problems problems) {
        List<List<Member>> groups = new ArrayList<>();
        for (LakeTable table : tables) {
            List<Table> declared = plans.stream()
                    .flatMap(plan -> plan.tables().stream())
                    .filter(read -> read.name().equals(table.name()))
                    .toList();
            if (!declared.isEmpty()) {
                Member member = member(table, declared, problems);
                Optional<List<Member>> group =
                        groups.stream().filter(other -> canShare(other, member)).findFirst();
                group.ifPresentOrElse(shared -> shared.add(member), () -> groups.add(new ArrayList<>(List.of(member))));
            }
        }
        List<ScannedTable> scans = new ArrayList<>();
        Map<String, Relation> views = new LinkedHashMap<>();
        if (!problems.isEmpty()) {
            return new LakeViews(scans, views);
        }
        for (List<Member> group : groups) {
            List<LakeTable> members = group.stream().map(Member::table).toList();
            String name =
                    String.join(", ", members.stream().map(LakeTable::name).toList());
            scans.add(new ScannedTable(name, members));
            if (members.size() > 1 || !members.get(0).isPlain()) {
                Relation scan = Relation.scan(scanned(name, group));
                for (Member member : group) {
                    Relation view = view(scan, member.view());
                    check(view, member.table(), problems);
                    views.put(member.table().name(), view);
                }
            }
        }
        return new LakeViews(scans, views);
    }

    private static void check(Relation view, LakeTable table, Problems problems) {
        try {
            Engine.check(view);
        } catch (PlanException e) {
            problems.add(table.part().place(), "table '%s': %s".formatted(table.name(), e.getMessage()));
        }
    }

    private static Member member(LakeTable table, List<Table> declared, Problems problems) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> required = new TreeSet<>();
        Set<String> nonNull = new TreeSet<>();
        for (Table read : declared) {
            read.schema().fields().forEach(field -> fields.putIfAbsent(field.name(), field));
            required.addAll(read.required());
            nonNull.addAll(read.nonNull());
        }
        Schema schema = new Schema(List.copyOf(fields.values()));
        return new Member(table, schema, required, nonNull, new ViewBuilder(table, schema, problems).build());
    }

    private static boolean canShare(List<Member> group, Member member) {
        LakeTable one = group.get(0).table();
        LakeTable other = member.table();
        return one.part().plugin().name().equals(other.part().plugin().name())
                && one.part().bound().settings().equals(other.part().bound().settings())
                && !(one.part().plugin() instanceof EmptyPlugin)
                && one.lateBy().equals(other.lateBy())
                && group.stream()
                        .allMatch(known -> member.view().read().entrySet().stream()
                                .allMatch(column -> known.view().read().getOrDefault(column.getKey(), column.getValue())
                                        == column.getValue()));
    }

    /** The lake's columns that the members read; those of a lone table are required, those of a stream are anybody's. */
    private static Table scanned(String name, List<Member> group) {
        Map<String, Type> columns = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        Set<String> nonNull = new LinkedHashSet<>();
        for (Member member : group) {
            columns.putAll(member.view().read());
            member.required().forEach(column -> member.view().lakeColumn(column).ifPresent(required::add));
            member.view().where().forEach(condition -> required.addAll(decisive(condition)));
            if (group.size() == 1 && member.table().where().isEmpty()) {
                member.nonNull()
                        .forEach(column -> member.view().lakeColumn(column).ifPresent(nonNull::add));
            }
        }
        List<Field> fields = new ArrayList<>();
        columns.forEach((column, type) -> fields.add(new Field(column, type)));
        return new Table(name, "", new Schema(fields), required, nonNull);
    }

    /**
     * Lake columns on which a part of the condition depends alone: where none is there, no row or every row would be the
     * table's, which nobody means.
     */
    private static Set<String> decisive(Expr condition) {
        if (condition instanceof Expr.Call call && call.function() == Function.AND) {
            Set<String> all = new TreeSet<>();
            call.args().forEach(part -> all.addAll(decisive(part)));
            return all;
        }
        Set<String> columns = new TreeSet<>();
        addColumns(condition, columns);
        return columns.size() == 1 ? columns : Set.of();
    }

    private static void addColumns(Expr expr, Set<String> columns) {
        if (expr instanceof Expr.Column column) {
            columns.add(column.name());
        } else if (expr instanceof Expr.Call call) {
            call.args().forEach(arg -> addColumns(arg, columns));
        } else if (expr instanceof Expr.Match match) {
            addColumns(match.text(), columns);
        }
    }

    private static Relation view(Relation scan, ViewBuilder.View view) {
        Relation rows = scan;
        for (Expr condition : view.where()) {
            rows = rows.where(condition);
        }
        return rows.project(view.columns().toArray(Named[]::new));
    }

    /** What the engine reads. */
    Lake lake(Map<String, Source> sources, List<Plan> plans, Window window, Quarantine quarantine) {
        Map<String, Lake.Feed> feeds = new LinkedHashMap<>();
        for (ScannedTable scan : scans) {
            Source source =
                    Objects.requireNonNull(sources.get(scan.first().name()), "a checked pipeline has all sources");
            feeds.put(scan.name(), new Lake.Feed(source, filed(scan, plans, window), quarantine.of(scan.name())));
        }
        return new Lake(feeds, views);
    }

    /** When the files may have been filed that hold rows of the window, with all that the plans reach beyond it. */
    private static Window filed(ScannedTable scan, List<Plan> plans, Window window) {
        Set<String> names =
                new TreeSet<>(scan.tables().stream().map(LakeTable::name).toList());
        Long from = window.from();
        Long to = window.to();
        for (Plan plan : plans) {
            List<Table> read = plan.tables().stream()
                    .filter(table -> names.contains(table.name()))
                    .toList();
            if (read.stream().anyMatch(table -> !table.isWindowed())) {
                return Window.ALL;
            }
            if (!read.isEmpty()) {
                from = earlier(
                        from, moved(window.from(), plan.findings().before().negated()));
                to = later(to, moved(window.to(), plan.findings().after()));
            }
        }
        return new Window(from, moved(to, scan.first().lateBy()));
    }

    private static @Nullable Long moved(@Nullable Long ticks, Duration by) {
        return ticks == null ? null : (Long) Ticks.plus(ticks, Ticks.of(by));
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : (Long) Math.min(one, other);
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : (Long) Math.max(one, other);
    }
}
