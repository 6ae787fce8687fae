package dev.grebe.storage;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** How files are reached. */
public record StorageSettings(
        @About("Files that one path may list") @Default("1000000")
        long maxFiles,

        @About("Amazon S3, and what speaks its protocol") @Default("{}")
        S3Settings s3) {
    /** What is meant where nothing is said. */
    public static final StorageSettings DEFAULT = new StorageSettings(1_000_000, S3Settings.DEFAULT);

    public StorageSettings {
        if (maxFiles < 1) {
            throw new SettingException("maxFiles", "%d is less than 1".formatted(maxFiles));
        }
    }
}
