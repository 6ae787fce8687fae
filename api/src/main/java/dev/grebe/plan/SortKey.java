package dev.grebe.plan;

/**
 * A column to order by. Ascending puts nulls first, descending last (Kusto's default is descending); NaN stands beside
 * null, on the side of the values. Ties are broken by the whole row, ascending, so that an order is always total.
 */
public record SortKey(String column, boolean descending) {
    @Override
    public String toString() {
        return column + (descending ? " desc" : " asc");
    }
}
