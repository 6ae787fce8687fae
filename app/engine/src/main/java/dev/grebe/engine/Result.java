package dev.grebe.engine;

import dev.grebe.plan.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, in ascending order of all columns (null first), so the same on every run. */
public record Result(Schema schema, List<List<@Nullable Object>> rows) {}
