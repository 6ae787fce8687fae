package dev.grebe.plugins;

import dev.grebe.plugin.Visible;

/** Text from settings as messages show it. */
public final class Quoted {
    private static final int MOST = 60;

    private Quoted() {}

    /** In quotes, safe to print, and cut to what fits a line. */
    public static String of(String text) {
        return "'" + Visible.of(text, MOST) + "'";
    }
}
