package dev.grebe.plugin;

/** A password or token: a setting that is never printed. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
