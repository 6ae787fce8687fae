package dev.grebe.pipeline;

import dev.grebe.pipeline.SampleReport.PresetFit;
import dev.grebe.plan.Domain;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Named;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Origin;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which presets a lake may be meant by. The columns that count are those that the preset has an expression for and those
 * that rules require. One can be given if the lake has any of the columns that its expression names; the table can be made
 * if most of them can, all that rules require, and there are rows, among those seen, that meet its condition.
 */
final class PresetFits {
    private static final double ENOUGH = 0.5;
    private static final Place PLACE = Origin.option("presets").start();
    private static final int SHOWN = 80;

    private final String source;
    private final LakeLook look;
    private final Catalog catalog;
    private final Map<String, DeclaredTables.Declared> declared;

    PresetFits(String source, LakeLook look, Catalog catalog, Map<String, DeclaredTables.Declared> declared) {
        this.source = source;
        this.look = look;
        this.catalog = catalog;
        this.declared = declared;
    }

    /** @param known columns of the table, counting or not, that can be given */
    private record Fit(PresetFit fit, int known) {
        double share() {
            return (double) fit.given() / Math.max(1, fit.columns());
        }
    }

    /** One preset with how its tables fit, best first. */
    private record Candidate(boolean isOwnSource, boolean isStream, List<Fit> tables) {
        int known() {
            return tables.stream()
                    .filter(table -> table.fit().fits())
                    .mapToInt(Fit::known)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Tables that fit, those of the best preset chosen; where none does, those that nearly do. A preset without conditions
     * has one table a path, so only its best is meant.
     */
    List<PresetFit> find() {
        List<Candidate> candidates = new ArrayList<>(Presets.NAMES.stream()
                .map(this::candidate)
                .filter(candidate -> !candidate.tables().isEmpty())
                .toList());
        candidates.sort(Comparator.comparing(Candidate::known, Comparator.reverseOrder())
                .thenComparing(candidate -> !candidate.isOwnSource()));
        List<PresetFit> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean isBest = candidate.equals(candidates.get(0));
            candidate.tables().stream()
                    .filter(table -> isBest || candidate.isStream())
                    .limit(candidate.isStream() ? Integer.MAX_VALUE : 1)
                    .map(table -> isBest && table.fit().fits() ? chosen(table.fit()) : table.fit())
                    .forEach(all::add);
        }
        return all;
    }

    private static PresetFit chosen(PresetFit fit) {
        return new PresetFit(
                fit.preset(),
                fit.table(),
                fit.columns(),
                fit.given(),
                fit.missing(),
                fit.fits(),
                fit.mayHaveRows(),
                fit.why(),
                true);
    }

    private Candidate candidate(String name) {
        Preset preset = (Preset) Presets.find(name).orElseThrow().settings();
        Problems problems = new Problems();
        List<Yaml.Entry> entries = new ArrayList<>();
        for (String table : preset.tables().keySet()) {
            Yaml.Mapping settings = new Yaml.Mapping(
                    PLACE, List.of(entry("preset", name), entry("source", source), entry("path", "lake")));
            entries.add(new Yaml.Entry(PLACE, table, settings));
        }
        Yaml.Mapping root =
                new Yaml.Mapping(PLACE, List.of(new Yaml.Entry(PLACE, "tables", new Yaml.Mapping(PLACE, entries))));
        List<LakeTable> tables = new PartsReader(catalog, problems).read(root).tables();
        List<Fit> fits = new ArrayList<>();
        if (problems.isEmpty()) {
            for (LakeTable table : tables) {
                Problems own = new Problems();
                fit(name, table, own).filter(fit -> own.isEmpty()).ifPresent(fits::add);
            }
        }
        boolean isNear = fits.stream().anyMatch(fit -> fit.share() >= ENOUGH);
        fits.removeIf(fit -> !isNear || (fit.share() < ENOUGH && fit.fit().mayHaveRows()));
        boolean isStream = tables.stream().anyMatch(table -> !table.where().isEmpty());
        // Tables have columns in common: of a lake that lacks one that a rule requires, another must not be made.
        Comparator<Fit> byKnown = Comparator.comparing(Fit::known, Comparator.reverseOrder());
        fits.sort(
                isStream ? Comparator.comparing((Fit fit) -> !fit.fit().fits()).thenComparing(byKnown) : byKnown);
        return new Candidate(preset.source().equals(source), isStream, fits);
    }

    private static Yaml.Entry entry(String key, String text) {
        return new Yaml.Entry(PLACE, key, Yaml.Scalar.plain(PLACE, text));
    }

    private Optional<Fit> fit(String preset, LakeTable table, Problems problems) {
        DeclaredTables.Declared reads = declared.getOrDefault(table.name(), ofPreset(table));
        ViewBuilder.View view = new ViewBuilder(table, reads.columns(), problems).build();
        Set<String> given = view.columns().stream()
                .filter(column -> isGiven(column.expr()))
                .map(Named::name)
                .collect(Collectors.toSet());
        Set<String> counting = new LinkedHashSet<>(reads.required());
        table.columns().keySet().stream().filter(reads.columns()::contains).forEach(counting::add);
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        List<String> missing =
                counting.stream().filter(column -> !given.contains(column)).toList();
        List<String> lacking =
                reads.required().stream().filter(missing::contains).toList();
        Optional<String> refusal = refusal(view);
        int there = counting.size() - missing.size();
        String why = refusal.orElse("%d of %d columns%s"
                .formatted(
                        there,
                        counting.size(),
                        lacking.isEmpty() ? rows(view) : "; rules require " + String.join(", ", lacking)));
        boolean fits = refusal.isEmpty() && lacking.isEmpty();
        PresetFit fit = new PresetFit(
                preset, table.name(), counting.size(), there, missing, fits, refusal.isEmpty(), why, false);
        return Optional.of(new Fit(fit, given.size()));
    }

    /** Where no rule reads the table: what the preset says of it. */
    private static DeclaredTables.Declared ofPreset(LakeTable table) {
        return new DeclaredTables.Declared(
                new Schema(table.columns().keySet().stream()
                        .map(name -> new Field(name, Type.STRING))
                        .toList()),
                Set.of());
    }

    private boolean isGiven(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        addColumns(expr, names);
        return names.isEmpty() || names.stream().anyMatch(look.types()::containsKey);
    }

    private static void addColumns(Expr expr, Set<String> names) {
        if (expr instanceof Expr.Column column) {
            names.add(column.name());
        } else if (expr instanceof Expr.Call call) {
            call.args().forEach(arg -> addColumns(arg, names));
        } else if (expr instanceof Expr.Match match) {
            addColumns(match.text(), names);
        } else if (expr instanceof Expr.In in) {
            in.keys().forEach(key -> addColumns(key, names));
        }
    }

    /** Why no row can be the table's; empty if some may be. */
    private Optional<String> refusal(ViewBuilder.View view) {
        for (Expr condition : view.where()) {
            for (Map.Entry<String, Domain> restricted : Domain.of(condition).entrySet()) {
                String column = restricted.getKey();
                if (!look.types().containsKey(column)) {
                    return Optional.of("there is no column '%s'".formatted(column));
                }
                if (matching(restricted.getValue(), column, view)
                        .filter(rows -> rows == 0)
                        .isPresent()) {
                    return Optional.of("no row seen meets %s".formatted(Visible.of(condition.toString(), SHOWN)));
                }
            }
            if (!isGiven(condition)) {
                return Optional.of("it has no column of %s".formatted(Visible.of(condition.toString(), SHOWN)));
            }
        }
        return Optional.empty();
    }

    /** Rows seen whose value is wanted; empty if that is not known. */
    private Optional<Long> matching(Domain wanted, String column, ViewBuilder.View view) {
        Type type = view.read().getOrDefault(column, Type.DYNAMIC);
        Observed seen = look.observed().get(column);
        if (seen == null || seen.values().isEmpty() || (type != Type.STRING && type != Type.LONG)) {
            return Optional.empty();
        }
        long rows = 0;
        for (Map.Entry<String, Long> value : seen.values().get().entrySet()) {
            String text = Observed.text(value.getKey());
            try {
                boolean matches = wanted.mayContain(type == Type.LONG ? (Object) Long.valueOf(text) : text);
                rows += matches ? value.getValue() : 0;
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    /** How many rows are the table's, where one column tells that. */
    private String rows(ViewBuilder.View view) {
        if (view.where().size() != 1) {
            return "";
        }
        Map<String, Domain> domains = Domain.of(view.where().get(0));
        if (domains.size() != 1) {
            return "";
        }
        Map.Entry<String, Domain> only = domains.entrySet().iterator().next();
        return matching(only.getValue(), only.getKey(), view)
                .map(rows -> ", %d of the rows seen".formatted(rows))
                .orElse("");
    }
}
