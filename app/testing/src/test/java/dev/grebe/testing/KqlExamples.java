package dev.grebe.testing;

import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scalar examples of our catalogue of KQL: half of them printed in Kusto's documentation, the others following from a
 * rule stated there or our choices where it is silent.
 */
final class KqlExamples {
    private static final String FILE = "/kql/functions-examples.jsonl";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private KqlExamples() {}

    /**
     * An expression without columns and its value.
     *
     * @param line where it stands in the file, from 1
     * @param function the function or operator it is an example of, as KQL names it
     * @param kql the expression
     * @param value a {@link Type#literal} object or null; DYNAMIC as compact JSON
     * @param source {@code doc:page}, {@code derived} or {@code choice}
     */
    record Example(
            int line,
            String function,
            String kql,
            Type type,
            @Nullable Object value,
            String source) {
        /** Whether that is the value: bags compare without the order of their keys. */
        boolean isValue(@Nullable Object found) {
            boolean compares = type == Type.DYNAMIC && value != null && found != null;
            return compares
                    ? MAPPER.readTree((String) value).equals(MAPPER.readTree((String) found))
                    : Objects.equals(value, found);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + kql;
        }
    }

    /** All examples of one expression, in the file's order; those of whole queries are left out. */
    static List<Example> scalars() {
        List<Example> examples = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KqlExamples.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode json = MAPPER.readTree(line);
                if (!json.get("type").asString().equals("TABLE")) {
                    examples.add(example(number, json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static Example example(int line, JsonNode json) {
        Type type = Type.valueOf(json.get("type").asString());
        return new Example(
                line,
                json.get("function").asString(),
                json.get("expr").asString(),
                type,
                value(json.get("expect"), type),
                json.get("source").asString());
    }

    private static @Nullable Object value(JsonNode json, Type type) {
        if (json.isNull()) {
            return null;
        }
        return switch (type) {
            case BOOL -> json.booleanValue();
            case LONG -> json.longValue();
            case DOUBLE -> json.isString() ? special(json.asString()) : json.doubleValue();
            case STRING -> json.asString();
            case TIMESTAMP -> Ticks.of(Instant.parse(json.asString()));
            case DURATION -> ticks(json.asString());
            case DYNAMIC -> json.toString();
        };
    }

    private static double special(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException(text + " is no number");
        };
    }

    /** Of {@code [-]d.hh:mm:ss.fffffff}. */
    private static long ticks(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative ? text.substring(1) : text;
        int clock = rest.length() - "hh:mm:ss.fffffff".length();
        long days = Long.parseLong(rest.substring(0, clock - 1));
        long hours = Long.parseLong(rest.substring(clock, clock + 2));
        long minutes = Long.parseLong(rest.substring(clock + 3, clock + 5));
        long seconds = Long.parseLong(rest.substring(clock + 6, clock + 8));
        long fraction = Long.parseLong(rest.substring(clock + 9));
        long ticks = days * Ticks.PER_DAY + ((hours * 60 + minutes) * 60 + seconds) * Ticks.PER_SECOND + fraction;
        return negative ? -ticks : ticks;
    }
}
