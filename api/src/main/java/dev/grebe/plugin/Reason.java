package dev.grebe.plugin;

/**
 * Why input is refused: stable codes that stand in messages, dead letters and {@code run.json}. Each is documented with an
 * example and a mend in the reference of bad input.
 */
public enum Reason {
    /** A file's metadata cannot be read or contradicts itself. */
    BAD_FOOTER,
    /** Text that should be a number of the column's type is none, or does not fit it. */
    BAD_NUMBER,
    /** A page's header or content is damaged. */
    BAD_PAGE,
    /** A folder's name states a date or value that is none. */
    BAD_PARTITION,
    /** Text that should be a time is none that is understood, or lies outside of the years 1 to 9999. */
    BAD_TIMESTAMP,
    /** A file is not as it was when it was listed. */
    CHANGED_DURING_READ,
    /** Stored bytes do not have the checksum that is stored with them. */
    CHECKSUM,
    /** A row has more or fewer fields than the header. */
    CSV_FIELD_COUNT,
    /** A quoted field does not end, or goes on behind its closing quote. */
    CSV_QUOTE,
    /** A compressed stream is damaged. */
    DECOMPRESS,
    /** Two columns of a file have one name. */
    DUPLICATE_COLUMN,
    /** A file without a byte where its format asks for some. */
    EMPTY_FILE,
    /** Text in another encoding than UTF-8, as its first bytes tell. */
    ENCODING,
    /** The file, or a column of it, is encrypted. */
    ENCRYPTED,
    /** Text is not UTF-8. */
    INVALID_UTF8,
    /** Nested deeper than the limit. */
    JSON_DEPTH,
    /** A key stands twice in one object. */
    JSON_DUPLICATE_KEY,
    /** JSON over several lines where each line should be a value. */
    JSON_NOT_LINES,
    /** A row that is JSON, but no object. */
    JSON_NOT_OBJECT,
    /** Not JSON. */
    JSON_SYNTAX,
    /** Larger than a limit that can be set; the message names it. */
    LIMIT_EXCEEDED,
    /** A required column is not there. */
    MISSING_COLUMN,
    /** The target of a link is not there. */
    MISSING_FILE,
    /** A file that is no Parquet file. */
    NOT_PARQUET,
    /** A null where the table has none. */
    NULL_REQUIRED,
    /** Files of one table have a column with types that no type of the table's holds. */
    SCHEMA_CONFLICT,
    /** A time without zone, in a format that local programs write; the table must say which zone. */
    TIMESTAMP_ZONE_UNKNOWN,
    /** Something follows where the data should end. */
    TRAILING_DATA,
    /** The file ends too early. */
    TRUNCATED,
    /** A value of another kind than the column's type takes. */
    TYPE_MISMATCH,
    /** The file may not be read. */
    UNREADABLE,
    /** A compression that is not supported. */
    UNSUPPORTED_CODEC,
    /** A part of a format that is not supported. */
    UNSUPPORTED_FEATURE
}
