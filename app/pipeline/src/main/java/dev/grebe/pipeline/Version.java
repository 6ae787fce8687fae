package dev.grebe.pipeline;

/** The version of Grebe. */
public final class Version {
    private Version() {}

    /** As the jar says; {@code development} outside of one. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
