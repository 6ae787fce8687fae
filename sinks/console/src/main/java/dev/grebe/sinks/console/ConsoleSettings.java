package dev.grebe.sinks.console;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** How much is shown. */
@About("Shows findings as a table that fits the terminal")
public record ConsoleSettings(
        @About("At most this many findings are shown; the others are counted") @Default("20")
        long limit) {
    public ConsoleSettings {
        if (limit < 0) {
            throw new SettingException("limit", "%d is negative".formatted(limit));
        }
    }
}
