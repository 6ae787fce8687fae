package dev.grebe.pipeline.plan;

import dev.grebe.plan.Nearest;
import dev.grebe.plan.PlanException;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A part of a JSON text that knows where it stands, so that what is wrong with it can be said. */
record Json(JsonNode value, String place) {
    private static final int SHOWN = 60;

    static Json of(JsonNode value, String place) {
        return new Json(value, place);
    }

    /** A member that must be there. */
    Json get(String key) {
        JsonNode member = value.isObject() ? value.get(key) : null;
        if (member == null) {
            throw wrong("an object with '" + key + "'");
        }
        return new Json(member, place + "." + key);
    }

    boolean has(String key) {
        return value.isObject() && value.has(key);
    }

    List<Json> items() {
        if (!value.isArray()) {
            throw wrong("a list");
        }
        List<Json> items = new ArrayList<>();
        for (JsonNode item : value) {
            items.add(new Json(item, place + "[" + items.size() + "]"));
        }
        return items;
    }

    String text() {
        if (!value.isString()) {
            throw wrong("text");
        }
        return value.stringValue();
    }

    List<String> texts() {
        return items().stream().map(Json::text).toList();
    }

    long whole() {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong("a whole number");
        }
        return value.longValue();
    }

    boolean truth() {
        if (!value.isBoolean()) {
            throw wrong("true or false");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String name = text();
        if (!names.contains(name)) {
            throw new PlanException("%s: there is no %s '%s'.%s"
                    .formatted(place, type.getSimpleName(), Visible.of(name), Nearest.hint(name, names)));
        }
        return Enum.valueOf(type, name);
    }

    PlanException wrong(String expected) {
        return new PlanException(
                "%s: expected %s, found %s".formatted(place, expected, Visible.of(value.toString(), SHOWN)));
    }
}
