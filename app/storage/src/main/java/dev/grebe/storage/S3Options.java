package dev.grebe.storage;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** What Hadoop's S3A is told. What a {@code core-site.xml} says goes before all but the pipeline's own settings. */
final class S3Options {
    static final String SCHEME = "s3a";

    /** Another name of it, which is what Amazon's tools write. */
    static final String ALIAS = "s3";

    private static final String ENDPOINT = "fs.s3a.endpoint";
    private static final String REGION = "fs.s3a.endpoint.region";
    private static final String PATH_STYLE = "fs.s3a.path.style.access";
    private static final String CREDENTIALS = "fs.s3a.aws.credentials.provider";
    /** A service that is not Amazon's mostly has no regions, but signatures must name one. */
    private static final String ANY_REGION = "us-east-1";

    private static final Map<String, String> TUNED = Map.ofEntries(
            // S3A's own chain knows no profile, web identity or container.
            Map.entry(CREDENTIALS, "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider"),
            // Each range that is asked for is one request for exactly these bytes. The other streams read what nobody
            // asked for, in blocks or by guessing columns.
            Map.entry("fs.s3a.input.stream.type", "classic"),
            Map.entry("fs.s3a.vectored.active.ranged.reads", "16"),
            // An object that was replaced since it was listed has another entity tag: the server refuses the request.
            Map.entry("fs.s3a.change.detection.mode", "server"),
            Map.entry("fs.s3a.change.detection.source", "etag"),
            // A service without entity tags is asked for size and time instead.
            Map.entry("fs.s3a.change.detection.version.required", "false"),
            // With its own back-off, five tries are half a minute. A service that is down that long ends the run.
            Map.entry("fs.s3a.retry.limit", "5"),
            Map.entry("fs.s3a.attempts.maximum", "3"),
            // No request to find out what the first one tells anyway.
            Map.entry("fs.s3a.bucket.probe", "0"),
            // Spans of an audit log in each request's headers, which nobody here reads.
            Map.entry("fs.s3a.audit.enabled", "false"));

    private S3Options() {}

    /** @param environment a variable's value, or null */
    static void set(Configuration options, S3Settings settings, Function<String, String> environment) {
        TUNED.forEach((key, value) -> setIfOpen(options, key, value));
        first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                .ifPresent(endpoint -> setIfOpen(options, ENDPOINT, endpoint));
        first(environment, "AWS_REGION", "AWS_DEFAULT_REGION").ifPresent(region -> setIfOpen(options, REGION, region));
        if (!settings.endpoint().isEmpty()) {
            options.set(ENDPOINT, settings.endpoint());
        }
        if (!settings.region().isEmpty()) {
            options.set(REGION, settings.region());
        } else if (isForeign(options.getTrimmed(ENDPOINT, ""))) {
            setIfOpen(options, REGION, ANY_REGION);
        }
        switch (settings.addressingStyle()) {
            case AUTO -> setIfOpen(options, PATH_STYLE, Boolean.toString(isForeign(options.getTrimmed(ENDPOINT, ""))));
            case PATH -> options.setBoolean(PATH_STYLE, true);
            case VIRTUAL -> options.setBoolean(PATH_STYLE, false);
        }
        if (settings.anonymous()) {
            options.set(CREDENTIALS, "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
        }
    }

    private static boolean isForeign(String endpoint) {
        return !endpoint.isEmpty() && !endpoint.contains(".amazonaws.");
    }

    // hadoop-aws brings defaults of its own, which count as open.
    private static void setIfOpen(Configuration options, String key, String value) {
        String[] sources = options.getPropertySources(key);
        boolean isOpen = sources == null || Stream.of(sources).allMatch(source -> source.endsWith("-default.xml"));
        if (isOpen) {
            options.set(key, value);
        }
    }

    private static Optional<String> first(Function<String, String> environment, String... names) {
        return Stream.of(names)
                .map(environment)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst();
    }
}
