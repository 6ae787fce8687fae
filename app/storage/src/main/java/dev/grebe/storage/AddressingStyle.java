package dev.grebe.storage;

/** Where a bucket's name stands in the URLs of requests. The names are those of the AWS tools. */
public enum AddressingStyle {
    /** In the path where an endpoint is stated that is not Amazon's, else in the host's name. */
    AUTO,
    /** {@code https://host/bucket/key}. */
    PATH,
    /** {@code https://bucket.host/key}. */
    VIRTUAL
}
