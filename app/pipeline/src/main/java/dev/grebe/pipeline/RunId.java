package dev.grebe.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names a run by what it computes, so that a second try of it has the same name. */
final class RunId {
    private static final int LENGTH = 32;
    /** Settings of {@code run:} that change nothing in the result. */
    private static final List<String> TECHNICAL = List.of("threads", "memory", "report");

    private RunId() {}

    static String of(Checked checked) {
        Map<String, Object> effective = checked.effective();
        Map<Object, Object> run = new LinkedHashMap<>((Map<?, ?>) effective.get("run"));
        run.keySet().removeAll(TECHNICAL);
        effective.put("run", run);
        return Json.sha256(Json.pretty(effective)).substring(0, LENGTH);
    }
}
