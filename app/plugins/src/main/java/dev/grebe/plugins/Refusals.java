package dev.grebe.plugins;

import dev.grebe.plugin.SettingException;

/** Words what a plugin has against a setting. */
final class Refusals {
    private Refusals() {}

    /** The message with the setting's name before it, unless the message or the option it is about begins or ends with it. */
    static String message(SettingException.Problem problem, Place place) {
        String message = String.valueOf(problem.message());
        boolean named = problem.setting().isEmpty()
                || message.startsWith(problem.setting())
                || (!place.origin().isFile() && place.origin().name().endsWith(problem.setting()));
        return named ? message : problem.setting() + ": " + message;
    }
}
