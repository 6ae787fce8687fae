package dev.grebe.testing;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Three tables whose columns share names, so that they join: two of events and one of state. Most are small and their
 * values few; of some hundred rows with many different values are some, so that what grows has to grow.
 */
final class RandomTables {
    private static final List<Field> FIELDS = Schema.of(
                    "k", Type.STRING,
                    "m", Type.STRING,
                    "n", Type.LONG,
                    "i", Type.LONG,
                    "d", Type.DOUBLE,
                    "b", Type.BOOL,
                    "t", Type.TIMESTAMP,
                    "u", Type.TIMESTAMP,
                    "s", Type.DURATION,
                    "j", Type.DYNAMIC)
            .fields();

    private static final int RARELY = 60;

    private final Random random;
    private final boolean large;
    private final Map<String, TableLiteral> literals = new TreeMap<>();
    private final List<Table> tables = new ArrayList<>();

    RandomTables(Random random) {
        this.random = random;
        this.large = random.nextInt(RARELY) == 0;
        Map<Field, List<@Nullable Object>> pools = new HashMap<>();
        FIELDS.forEach(field -> pools.put(field, RandomValues.some(field.type(), random)));
        add("Connections", "t", pools);
        add("Processes", "u", pools);
        add("Certificates", "", pools);
    }

    /** As plans declare them. */
    List<Table> tables() {
        return tables;
    }

    /** As the lake has them: some lack a column, or have more. */
    Map<String, TableLiteral> literals() {
        return literals;
    }

    private void add(String name, String time, Map<Field, List<@Nullable Object>> pools) {
        Schema declared = someFields(time);
        tables.add(time.isEmpty() ? Table.state(name, declared) : Table.events(name, time, declared));
        Schema found = random.nextInt(5) == 0 ? someFields(time) : declared;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int count = rowCount(); count > 0; count--) {
            List<@Nullable Object> row = new ArrayList<>();
            found.fields().forEach(field -> row.add(value(field, pools.get(field))));
            rows.add(row);
        }
        literals.put(name, new TableLiteral(name, found, rows));
    }

    private int rowCount() {
        if (large) {
            return 100 + random.nextInt(200);
        }
        return random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 12);
    }

    private @Nullable Object value(Field field, List<@Nullable Object> pool) {
        if (large && random.nextInt(4) > 0) {
            return RandomValues.oneOfMany(field.type(), random);
        }
        return switch (random.nextInt(8)) {
            case 0 -> RandomValues.any(field.type(), random);
            case 1, 2, 3 -> pool.get(0);
            default -> pool.get(random.nextInt(pool.size()));
        };
    }

    private Schema someFields(String time) {
        List<Field> fields = new ArrayList<>(FIELDS);
        Collections.shuffle(fields, random);
        int count = 2 + random.nextInt(fields.size() - 1);
        List<Field> some = new ArrayList<>(fields.subList(0, count));
        fields.subList(count, fields.size()).stream()
                .filter(field -> field.name().equals(time))
                .forEach(some::add);
        return new Schema(some);
    }
}
