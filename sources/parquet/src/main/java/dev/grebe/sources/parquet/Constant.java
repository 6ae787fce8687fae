package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Repeated;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plan.Type;
import org.jspecify.annotations.Nullable;

/** A column with one value in all rows of a file: of a partition, or missing. */
final class Constant implements ColumnSource {
    private final @Nullable Object value;
    private final Repeated repeated;

    /** @param value as {@link Type#literal} has it; null for a missing one */
    Constant(Type type, @Nullable Object value) {
        this.value = value;
        repeated = new Repeated(type, value);
    }

    @Override
    public Column read(Positions batch, Selection rows, Reserved reserved) {
        reserved.add((long) batch.count() * Integer.BYTES);
        return repeated.column(batch.count());
    }

    @Override
    public boolean mayMatch(Domain domain) {
        return domain.mayContain(value);
    }

    @Override
    public boolean isProvenGood() {
        return true;
    }

    @Override
    public void forgetBatch() {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
