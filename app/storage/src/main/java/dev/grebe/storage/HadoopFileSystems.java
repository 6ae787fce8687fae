package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.local.RawLocalFs;

/**
 * Hadoop's file systems, one for each scheme and host. Their settings come from the pipeline, the environment and
 * {@code core-site.xml}, in {@code HADOOP_CONF_DIR} or on the class path.
 */
final class HadoopFileSystems {
    /** The class that a file system needs beyond Hadoop itself, by scheme. */
    private static final Map<String, String> CLASSES = Map.of(
            S3Options.SCHEME,
            "org.apache.hadoop.fs.s3a.S3AFileSystem",
            "abfs",
            "org.apache.hadoop.fs.azurebfs.AzureBlobFileSystem",
            "abfss",
            "org.apache.hadoop.fs.azurebfs.SecureAzureBlobFileSystem",
            "gs",
            "org.apache.hadoop.fs.gs.GoogleHadoopFileSystem",
            "hdfs",
            "org.apache.hadoop.hdfs.DistributedFileSystem");

    private final StorageSettings settings;

    HadoopFileSystems(StorageSettings settings) {
        this.settings = settings;
    }

    /** @param root the URI up to the first slash of the path: {@code s3a://bucket/} */
    HadoopVolume open(String root) throws IOException {
        URI uri = new Path(root).toUri();
        requireInstalled(root, Location.scheme(root));
        try {
            return new HadoopVolume(FileSystem.newInstance(uri, options(Location.scheme(root))));
        } catch (UnsupportedFileSystemException e) {
            throw new DataException(
                    "%s: no file system for '%s:' is installed".formatted(Visible.of(root), uri.getScheme()), e);
        }
    }

    private static void requireInstalled(String root, String scheme) {
        String needed = CLASSES.get(scheme);
        if (needed == null) {
            return;
        }
        try {
            Class.forName(needed, false, HadoopFileSystems.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new DataException(
                    "%s: the file system for '%s:' is not installed. %s"
                            .formatted(
                                    Visible.of(root),
                                    scheme,
                                    scheme.equals(S3Options.SCHEME)
                                            ? "Fetch it once with: grebe filesystem s3"
                                            : "Put its jars into filesystems/%s/ of Grebe's directory"
                                                    .formatted(scheme.toLowerCase(Locale.ROOT))),
                    e);
        }
    }

    private Configuration options(String scheme) {
        Configuration options = new Configuration();
        String folder = System.getenv("HADOOP_CONF_DIR");
        if (folder != null && !folder.isEmpty()) {
            options.addResource(new Path(new File(folder, "core-site.xml").toURI()));
            options.addResource(new Path(new File(folder, "hdfs-site.xml").toURI()));
        }
        // Otherwise Hadoop may close the file system, when the JVM ends, before what is unfinished is removed.
        options.setBoolean("fs.automatic.close", false);
        if (scheme.equals(S3Options.SCHEME)) {
            S3Options.set(options, settings.s3(), System::getenv);
        } else if (scheme.equals("file")) {
            // Local files are checked by who wrote them, if at all: Hadoop's own sums would lie beside every file it
            // writes.
            options.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
            options.set("fs.AbstractFileSystem.file.impl", RawLocalFs.class.getName());
        }
        return options;
    }
}
