package dev.grebe.pipeline;

import dev.grebe.engine.Engine;
import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Tables;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks detectors for their plans and checks them against the tables of the pipeline and each other. */
final class Planner {
    private final Set<String> tables;
    private final Problems problems;
    private final Map<String, Map<String, Use>> uses = new HashMap<>();

    /** Where a column of a table was first declared. */
    private record Use(Field field, String detector) {}

    /** Gives out scans and keeps which. */
    private static final class Reads implements Tables {
        private final Set<Table> tables = new LinkedHashSet<>();

        @Override
        public Relation read(Table table) {
            tables.add(table);
            return Relation.scan(table);
        }
    }

    /** @param tables that the pipeline file has, sound or not */
    Planner(Set<String> tables, Problems problems) {
        this.tables = tables;
        this.problems = problems;
    }

    /** The detector's plan; empty if it cannot be made. */
    Optional<Plan> plan(String name, Detector detector, Place place) {
        Reads reads = new Reads();
        try {
            Findings findings = detector.plan(reads);
            Plan plan = new Plan(name, detector.rule(), findings, new ArrayList<>(reads.tables), Optional.empty());
            Engine.check(plan.relation());
            plan.tables().forEach(table -> check(name, table, place));
            return Optional.of(plan);
        } catch (PlanException e) {
            reads.tables.forEach(table -> check(name, table, place));
            problems.add(place, "detector '%s': %s".formatted(name, e.getMessage()));
            return Optional.empty();
        }
    }

    private void check(String detector, Table table, Place place) {
        if (!tables.contains(table.name())) {
            String near = Nearest.hint(table.name(), tables);
            problems.add(
                    place,
                    "detector '%s' reads the table '%s', which is not under tables:.%s"
                            .formatted(
                                    detector,
                                    table.name(),
                                    near.isEmpty()
                                            ? " Write '" + table.name() + ": {empty: true}' if there is none."
                                            : near));
        }
        Map<String, Use> declared = uses.computeIfAbsent(table.name(), name -> new HashMap<>());
        List<Field> fields = table.schema().fields();
        for (Field field : fields) {
            Use first = declared.putIfAbsent(field.name(), new Use(field, detector));
            if (first != null && first.field().type() != field.type()) {
                problems.add(
                        place,
                        "detector '%s' reads %s.%s as %s, detector '%s' as %s"
                                .formatted(
                                        detector,
                                        table.name(),
                                        field.name(),
                                        field.type(),
                                        first.detector(),
                                        first.field().type()));
            }
        }
    }
}
