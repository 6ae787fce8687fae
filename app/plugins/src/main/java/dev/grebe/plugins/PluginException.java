package dev.grebe.plugins;

import dev.grebe.plugin.Visible;

/** A plugin is broken: the message is one line that names it. The pipeline file and the input are not to blame. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PluginException(String message) {
        super(Visible.of(message));
    }

    public PluginException(String message, Throwable cause) {
        super(Visible.of(message), cause);
    }
}
