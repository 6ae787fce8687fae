package dev.grebe.plugins;

import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Tables;

/** A plugin's detector, each call through {@link Calls}. */
record GuardedDetector(Detector detector, Calls calls) implements Detector {
    @Override
    public Rule rule() {
        return calls.get(detector::rule);
    }

    @Override
    public Findings plan(Tables tables) {
        return calls.get(() -> detector.plan(tables));
    }
}
