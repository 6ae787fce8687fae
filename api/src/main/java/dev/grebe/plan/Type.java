package dev.grebe.plan;

/**
 * The types of columns and expressions. Every type but {@link #STRING} has null; a missing string is {@code ""}.
 *
 * @see <a href="https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/">Kusto scalar data types</a>
 */
public enum Type {
    /** Truth value; literal {@link Boolean}. */
    BOOL(Boolean.class),
    /** 64-bit signed integer; literal {@link Long}. A result out of range is null, never wrapped. */
    LONG(Long.class),
    /** IEEE 754 double; literal {@link Double}. */
    DOUBLE(Double.class),
    /** Text without null; literal {@link String}. Ordered by unsigned UTF-8 bytes, compared case-sensitively. */
    STRING(String.class),
    /** 100-ns ticks since 1970-01-01T00:00:00Z, always UTC; literal {@link Long}. */
    TIMESTAMP(Long.class),
    /** Signed length of time in 100-ns ticks; literal {@link Long}. */
    DURATION(Long.class),
    /**
     * Compact JSON in UTF-8, never the text {@code null}: that is null; literal {@link String}. Two of them do not compare:
     * refused as join, group or distinct key. Numbers keep their digits. In the strings that functions write a quote, a
     * backslash and the controls {@code \b \f \n \r \t} have a backslash before them, other controls below U+0020 are a
     * backslash, {@code u} and four lower-case hexadecimal digits, half a surrogate pair is U+FFFD, and all else stands for
     * itself. What a table delivers stays as it is.
     */
    DYNAMIC(String.class);

    private final Class<?> literal;

    Type(Class<?> literal) {
        this.literal = literal;
    }

    /** The Java class of this type's literals and of its values outside the engine. */
    public Class<?> literal() {
        return literal;
    }

    /** Whether values can be join, group and distinct keys and be compared for equality. */
    public boolean isComparable() {
        return this != DYNAMIC;
    }

    /** Whether values are whole ticks: TIMESTAMP or DURATION. */
    public boolean isTicks() {
        return this == TIMESTAMP || this == DURATION;
    }
}
