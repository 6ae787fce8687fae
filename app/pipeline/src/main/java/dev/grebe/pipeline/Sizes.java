package dev.grebe.pipeline;

import dev.grebe.plugin.SettingException;
import dev.grebe.plugins.Quoted;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Amounts of memory as people write them. */
final class Sizes {
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

    static void require(String text, String setting, long heap) {
        Optional<Long> bytes = parse(text, heap);
        if (bytes.isEmpty()) {
            throw new SettingException(
                    setting, "expected a size such as 512MB, 2GiB or 60%%, found %s.".formatted(Quoted.of(text)));
        } else if (bytes.get() > heap) {
            throw new SettingException(
                    setting,
                    "%s is more than the heap of %d MiB. Ask for less, or give more with GREBE_JAVA_OPTS=-Xmx%s"
                            .formatted(text, heap >> 20, heapFor(bytes.get())));
        }
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
