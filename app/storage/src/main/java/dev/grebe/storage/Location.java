package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.util.Locale;

/** Tells URIs from local paths: {@code scheme:/}, of at least two letters so that a Windows drive is none. */
public final class Location {
    private static final String FILE = "file";

    private Location() {}

    /** Whether a path is a plain path or a {@code file:} URI. */
    public static boolean isLocal(String path) {
        String scheme = scheme(path);
        return scheme.isEmpty() || scheme.equals(FILE);
    }

    /**
     * A local path without {@code file:} and the slashes of an empty authority.
     *
     * @throws DataException if the URI names a host
     */
    public static String localPart(String path) {
        if (scheme(path).isEmpty()) {
            return path;
        }
        String rest = path.substring(FILE.length() + 1);
        if (!rest.startsWith("//")) {
            return rest;
        }
        if (!rest.startsWith("///")) {
            throw new DataException("%s: names a host; a file: URI has three slashes".formatted(Visible.of(path)));
        }
        return rest.substring(2);
    }

    /** A URI as Hadoop has it: {@code s3:} is {@code s3a:}. */
    static String remote(String uri) {
        String scheme = scheme(uri);
        return scheme.equals(S3Options.ALIAS) ? S3Options.SCHEME + uri.substring(scheme.length()) : uri;
    }

    /** {@code s3a://bucket/} of a URI. */
    static String root(String uri) {
        int colon = uri.indexOf(':');
        if (!uri.startsWith("//", colon + 1)) {
            return uri.substring(0, colon + 1) + "/";
        }
        int slash = uri.indexOf('/', colon + 3);
        return slash < 0 ? uri + "/" : uri.substring(0, slash + 1);
    }

    static String scheme(String path) {
        int colon = path.indexOf(':');
        if (colon < 2 || !path.startsWith("/", colon + 1)) {
            return "";
        }
        for (int i = 0; i < colon; i++) {
            char c = path.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && !(other && i > 0)) {
                return "";
            }
        }
        return path.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
