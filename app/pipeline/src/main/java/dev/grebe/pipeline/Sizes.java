package dev.grebe.pipeline;

import dev.grebe.plugins.Quoted;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Amounts of memory as people write them. */
public final class Sizes {
    private static final long ANY_HEAP = 1L << 30;
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("KIB", 1L << 10);
        UNITS.put("MIB", 1L << 20);
        UNITS.put("GIB", 1L << 30);
        UNITS.put("KB", 1_000L);
        UNITS.put("MB", 1_000_000L);
        UNITS.put("GB", 1_000_000_000L);
        // As behind the virtual machine's own -Xmx.
        UNITS.put("K", 1L << 10);
        UNITS.put("M", 1L << 20);
        UNITS.put("G", 1L << 30);
    }

    private Sizes() {}

    /** Bytes: {@code 512MB} is decimal, {@code 2GiB} and {@code 2g} binary, {@code 60%} a share of the heap. */
    static Optional<Long> parse(String text, long heap) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.endsWith("%")) {
            return number(upper.substring(0, upper.length() - 1))
                    .filter(percent -> percent <= 100)
                    .map(percent -> heap / 100 * percent);
        }
        return UNITS.entrySet().stream()
                .filter(unit -> upper.endsWith(unit.getKey()))
                .findFirst()
                .flatMap(unit -> number(upper.substring(
                                0, upper.length() - unit.getKey().length()))
                        .filter(count -> count <= Long.MAX_VALUE / unit.getValue())
                        .map(count -> count * unit.getValue()));
    }

    /** Whether a text is a size, however large. */
    public static boolean isSize(String text) {
        return parse(text, ANY_HEAP).isPresent();
    }

    /** What is wrong with a text that is no size. */
    public static String expected(String found) {
        return "expected a size such as 512MB, 2GiB or 60%%, found %s".formatted(Quoted.of(found));
    }

    /** False only for a size that a heap of so many bytes does not hold. */
    public static boolean fits(String text, long heap) {
        return parse(text, heap).filter(bytes -> bytes > heap).isEmpty();
    }

    /** What is wrong with a size that does not fit. */
    public static String tooMuch(String text, long heap) {
        return "%s is more than the heap of %d MiB. Ask for less, or give more with GREBE_JAVA_OPTS=-Xmx%s"
                .formatted(
                        Quoted.of(text), heap >> 20, heapFor(parse(text, heap).orElse(0L)));
    }

    private static String heapFor(long bytes) {
        return (bytes / 6 * 10 >> 20) + 1 + "m";
    }

    private static Optional<Long> number(String digits) {
        String text = digits.strip();
        boolean isNumber = !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(text)).filter(number -> number > 0) : Optional.empty();
    }
}
