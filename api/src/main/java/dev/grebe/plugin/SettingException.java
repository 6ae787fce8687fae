package dev.grebe.plugin;

/**
 * A setting is of the right kind but not acceptable. Thrown by a settings record's constructor or by the constructor of
 * a component; the application reports it at the setting's place in the pipeline file.
 */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /** @param setting the component of the record, dotted for a nested one: {@code window.from} */
    public SettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** The component of the record, dotted for a nested one. */
    public String setting() {
        return setting;
    }
}
