package dev.grebe.storage;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Visible;

/**
 * Where S3 is. What is left open is as the AWS tools have it: from {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL},
 * {@code AWS_REGION} and {@code AWS_DEFAULT_REGION}. Credentials never stand here: they come from the usual chain
 * (environment, web identity, profile, container, instance).
 */
public record S3Settings(
        @About("URL of a service that is not Amazon's, such as https://minio.example.com:9000") @Default("''")
        String endpoint,

        @About("Its region; where left open, that of the environment, or else the bucket's own is found") @Default("''")
        String region,

        @About("path: https://host/bucket/key; virtual: https://bucket.host/key; auto: path where there is an endpoint")
        @Default("auto")
        AddressingStyle addressingStyle,

        @About("Whether requests go unsigned, as to public buckets") @Default("false")
        boolean anonymous) {
    /** What is meant where nothing is said. */
    public static final S3Settings DEFAULT = new S3Settings("", "", AddressingStyle.AUTO, false);

    public S3Settings {
        if (!endpoint.isEmpty() && !endpoint.startsWith("http://") && !endpoint.startsWith("https://")) {
            throw new SettingException(
                    "endpoint", "'%s' is no URL. Write https:// or http:// before it".formatted(Visible.of(endpoint)));
        }
    }
}
