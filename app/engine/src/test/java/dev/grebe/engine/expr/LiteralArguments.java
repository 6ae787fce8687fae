package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** Which arguments must be literals. */
final class LiteralArguments {
    private LiteralArguments() {}

    static boolean has(Function function, int index) {
        return switch (function) {
            case DATETIME_DIFF, DATETIME_ADD, DATETIME_PART, TRIM, TRIM_START, TRIM_END, COUNT_OF_REGEX -> index == 0;
            case FORMAT_DATETIME, FORMAT_TIMESPAN, REPLACE_REGEX -> index == 1;
            case EXTRACT -> index <= 1;
            case EXTRACT_ALL -> index != 1;
            default -> false;
        };
    }
}
