package dev.grebe.plugin;

import dev.grebe.data.IsoTime;
import dev.grebe.data.TimeSpan;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what stands in names of folders. */
final class PartitionText {
    private PartitionText() {}

    /** The value as {@link Type#literal} has it; empty if the text is none of the type. */
    static Optional<Object> parse(String text, Type type) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case STRING -> Optional.of(text);
            case DYNAMIC -> Optional.empty();
            case BOOL ->
                text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
            case LONG -> whole(text);
            case DOUBLE -> number(text);
            case TIMESTAMP -> ticks(IsoTime.parse(bytes, 0, bytes.length), IsoTime.NONE);
            case DURATION -> ticks(TimeSpan.parse(bytes, 0, bytes.length), TimeSpan.NONE);
        };
    }

    private static Optional<Object> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> number(String text) {
        return switch (text) {
            case "NaN" -> Optional.of(Double.NaN);
            case "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> finite(text);
        };
    }

    private static Optional<Object> finite(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> ticks(long ticks, long none) {
        return ticks == none ? Optional.empty() : Optional.of(ticks);
    }
}
