package dev.grebe.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column's values in the rows that a predicate keeps: a superset of them. A source skips what
 * cannot match; "true" is always a safe answer, so a missing statistic must not be asked about. Values are
 * {@link Type#literal} objects.
 */
public interface Domain {
    /** Restrictions by column; a column that is absent may hold anything. Columns of the predicate by name. */
    static Map<String, Domain> of(Expr predicate) {
        return Domains.of(predicate);
    }

    /**
     * Whether a wanted value may lie in {@code [min, max]} or be missing. STRING bounds are ordered by unsigned UTF-8
     * bytes and may be cut or rounded outward; a missing STRING is {@code ""}.
     *
     * @param hasNulls whether values may be missing, too
     */
    boolean mayOverlap(Object min, Object max, boolean hasNulls);

    /** Whether a value (null: a missing one, {@code ""} for STRING) is wanted. */
    boolean mayContain(@Nullable Object value);

    /** Values of which each wanted one is, where they can be named ({@code ""} for a missing text); empty otherwise. */
    default Optional<Set<Object>> only() {
        return Optional.empty();
    }
}
