package dev.grebe.pipeline;

import dev.grebe.plan.Type;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a table of a pipeline file says besides its source's settings. Everything but {@code preset} and {@code lateBy} may
 * stand in a preset as well. Then the file's word counts, name by name; conditions of both have to be met.
 */
record TableSection(
        @About("Which shape of lake it has: its rows and columns as a preset of Grebe describes them") @Default("''")
        String preset,

        @About("Which rows of the lake are rows of the table: a KQL condition over lake columns") @Default("''")
        String where,

        @About("The table's columns as KQL expressions over lake columns; one that is not here has its own name there")
        @Default("{}")
        Map<String, String> columns,

        @About("Types of lake columns that expressions name; else that of the table's column of the name, or string")
        @Default("{}")
        Map<String, LakeType> types,

        @About("Names for expressions that several of the others use") @Default("{}")
        Map<String, String> let,

        @About("The lake column below which those stand that 'columns' does not name") @Default("''")
        String under,

        @About("How late files may be filed: paths that state a time are read so far behind the window") @Default("1d")
        Duration lateBy) {
    /** The keys of a table that are not its source's. */
    static final Set<String> KEYS = Set.of("preset", "where", "columns", "types", "let", "under", "lateBy");

    TableSection {
        if (lateBy.isNegative()) {
            throw new SettingException("lateBy", "a negative lateness; 0s is none");
        }
    }

    /** How a lake column is read, by KQL's name. */
    enum LakeType {
        BOOL(Type.BOOL),
        LONG(Type.LONG),
        REAL(Type.DOUBLE),
        STRING(Type.STRING),
        DATETIME(Type.TIMESTAMP),
        TIMESPAN(Type.DURATION),
        DYNAMIC(Type.DYNAMIC);

        private final Type type;

        LakeType(Type type) {
            this.type = type;
        }

        static LakeType of(Type type) {
            return Arrays.stream(values())
                    .filter(own -> own.type == type)
                    .findFirst()
                    .orElseThrow();
        }

        Type type() {
            return type;
        }

        /** As KQL calls it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
