package dev.grebe.plugins;

import dev.grebe.plugin.SettingException;

/** Words what a plugin has against a setting. */
final class Refusals {
    private Refusals() {}

    static String message(SettingException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return refusal.setting().isEmpty() || message.startsWith(refusal.setting())
                ? message
                : refusal.setting() + ": " + message;
    }
}
