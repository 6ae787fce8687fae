package dev.grebe.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlMistakesTest {
    /** Text, place from 0, message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0 | expected a value, found the end",
                "n + | 3 | expected a value, found the end",
                "n = 1 | 2 | expected an operator or the end, found '='. Did you mean '=='?",
                "b && c | 2 | expected an operator or the end, found '&&'. Did you mean 'and'?",
                "s containz 'x' | 2 | expected an operator or the end, found 'containz'. Did you mean 'contains'?",
                "b AND c | 2 | expected an operator or the end, found 'AND'. Did you mean 'and'?",
                "s 'x' | 2 | expected an operator or the end, found a string",
                "(n + 1 | 6 | expected ')', found the end",
                "n + 1) | 5 | expected an operator or the end, found ')'",
                "strlen(s | 8 | expected an operator or the end, found the end",
                "strlen(s,) | 9 | expected a value, found ')'",
                "n in 1 | 5 | expected '(' before the values of in, found '1'",
                "n between 1 | 10 | expected '(', found '1'",
                "n between (1, 2) | 12 | expected '..', found ','",
                "s matches 'x' | 10 | expected 'regex', found a string",
                "n == m == 1 | 7 | '==' does not follow another comparison; put one of them in parentheses",
                "not b | 0 | not is a function: not(..)",
                "n == null | 5 | null has a type: write long(null), datetime(null), ..",
                "* == 1 | 0 | '*' as an operand is not supported; name the columns",
                "s like 'x' | 2 | like is not supported; use has, contains, startswith, endswith or matches regex",
                "`s == 'x' | where b` | 9 | `one expression is expected, not a query with '|'`",
                "d. | 2 | expected a name after '.', found the end",
                "[n] | 1 | expected a column's name in quotes, found 'n'",
                "n § 1 | 2 | '§' has no meaning here. A name with such characters is written ['..']",
                "1x | 0 | '1x' is neither a number nor a span of time such as 1.5h",
                "0xg | 0 | '0xg' is neither a number nor a span of time such as 1.5h",
                "9223372036854775808 | 0 | 9223372036854775808 is beyond the range of long",
                "1e999 | 0 | 1e999 is beyond the range of real",
                "1.5ticks | 0 | 1.5ticks is not a whole number of ticks of 100 nanoseconds, or too long",
                "99999999999d | 0 | 99999999999d is not a whole number of ticks of 100 nanoseconds, or too long",
                "'abc | 0 | the string that begins here does not end on its line",
                "\"\\d+\" | 1 | '\\d' is no escape. A backslash is written \\\\, or the string @\"..\"",
                "\"\\u12\" | 1 | 4 hexadecimal digits of a character follow \\u",
                "'\\ud83d' | 0 | the string has half of a surrogate pair",
                "datetime(2020-02-30) | 9 | '2020-02-30' is no time such as 2020-01-31 or 2020-01-31T23:59:59.1234567Z; values convert with todatetime(..)",
                "datetime() | 9 | datetime() is the time of the clock, which no expression may ask",
                "datetime(2020 | 13 | expected ')', found the end",
                "time(1 fortnight) | 5 | '1 fortnight' is no span of time such as 1.5h, 15 seconds or 1.12:30:55.123; values convert with totimespan(..)",
                "long(s) | 5 | expected a whole number or null, found 's'; values convert with tolong(..)",
                "int(2147483648) | 4 | 2147483648 is beyond the range of int",
                "bool(s) | 5 | expected true, false or null, found 's'; values convert with tobool(..)",
                "real(s) | 5 | expected a number, nan, +inf, -inf or null, found 's'; values convert with todouble(..)",
                "guid(x) | 5 | the type guid is not supported; use string",
                "dynamic([1 2]) | 11 | expected ',', found '2'",
                "dynamic({a: 1}) | 9 | expected a key in quotes, found 'a'",
                "dynamic(n) | 8 | expected a value of JSON, found 'n'",
                "dynamic(010) | 8 | '010' is no number of JSON",
                "extract('x', 0, s, typeof(lon)) | 26 | expected a type such as long or datetime, found 'lon'. Did you mean 'long'?",
                "typeof(long) | 0 | typeof(..) stands only at the end of extract(..)",
            })
    void syntaxIsToldWithItsPlaceAndItsMend(String text, int offset, String message) {
        assertMistake(text, offset, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tolowr(s) | 0 | no function 'tolowr'. Did you mean 'tolower'?",
                "n + frobnicate(s) | 4 | no function 'frobnicate'.",
                "now() | 0 | now() is refused: an expression has the same value whenever it runs, so there is neither clock nor chance in it",
                "Timestamp > ago(1d) | 12 | ago() is refused: an expression has the same value whenever it runs, so there is neither clock nor chance in it",
                "count() | 0 | count(..) is an aggregate; an expression is of one row",
                "sqrt(n) | 0 | sqrt is not supported",
                "replace('a', 'b', s) | 0 | replace is not supported; use replace_string or replace_regex",
                "parse_xml(s) | 0 | parse_xml is not supported; use extract",
                "array_lenght(d) | 0 | array_lenght is not supported. Did you mean 'array_length'?",
                "substring(s) | 0 | substring takes 2 or 3 arguments, not 1",
                "strlen(s, t) | 0 | strlen takes 1 argument, not 2",
                "case(b, 1, c, 2) | 0 | case takes pairs of condition and value, and a value for all else at the end",
            })
    void functionsAreRefusedByName(String text, int offset, String message) {
        assertMistake(text, offset, message);
    }

    /** One or two of each kind that Kusto has and we have not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64_decode_tostring",
                "url_decode",
                "parse_urlquery",
                "parse_csv",
                "parse_version",
                "parse_user_agent",
                "parse_ipv6",
                "ipv4_compare",
                "format_ipv4",
                "has_ipv4",
                "set_union",
                "array_slice",
                "bag_keys",
                "zip",
                "range",
                "repeat",
                "treepath",
                "gettype",
                "dynamic_to_json",
                "extract_json",
                "strrep",
                "strcmp",
                "translate",
                "replace_strings",
                "indexof_regex",
                "isascii",
                "unicode_codepoints_from_string",
                "tohex",
                "format_bytes",
                "make_timespan",
                "week_of_year",
                "datetime_utc_to_local",
                "datetime_local_to_utc",
                "isnan",
                "pow",
                "log10",
                "hash",
                "column_ifexists",
                "series_fit_line",
                "geo_distance_2points",
                "row_number",
                "toscalar",
                "pack_all"
            })
    void whatKustoHasBeyondIsNamed(String function) {
        assertThat(mistake(function + "(s)")).hasMessageStartingWith(function + " is not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s == FileNmae | 5 | no column 'FileNmae'. Did you mean 'FileName'?",
                "process.file.nam | 0 | no column 'process.file.nam'. Did you mean 'process.file.name'?",
                "s.x | 0 | column 's' is STRING and has nothing inside; parse_json(..) reads text as JSON",
                "strlen(s).x | 0 | the value before .x is LONG and has nothing inside",
                "d[1.5] | 2 | the index is DOUBLE, not LONG or STRING; tolong(..) or tostring(..) converts",
                "n contains 'x' | 0 | the left side of contains is LONG, not STRING; tostring(..) converts",
                "s has 5 | 6 | the right side of has is LONG, not STRING; tostring(..) converts",
                "s matches regex t | 16 | the right side of matches regex is a regular expression: it has to be written out, in quotes",
                "s matches regex '[a&&b]' | 16 | regular expression \"[a&&b]\": '&&' in a class is not supported; list the characters, escape what means itself",
                "n in~ (1) | 0 | the left side of in~ is LONG, not STRING; tostring(..) converts",
                "s in~ ('x', 1) | 12 | value 2 of in~ is LONG, not STRING; tostring(..) converts",
                "n in (dynamic([{}])) | 6 | a bag is no value to compare with",
                "n or b | 0 | a condition of or is LONG, not BOOL; tobool(..) converts",
                "d > 5 | 0 | the left side of > is DYNAMIC; convert it with tolong(..), todouble(..), todatetime(..) or tostring(..)",
                "d == d | 0 | == takes two values of one type, not DYNAMIC, not (DYNAMIC, DYNAMIC)",
                "d == Timestamp | 0 | d is DYNAMIC and holds no TIMESTAMP. Convert it with todatetime(..)",
                "s < t | 0 | < takes two values of one type, not STRING or DYNAMIC, not (STRING, STRING)",
                "b + s > 1 | 0 | + takes two numbers, two DURATIONs, or a TIMESTAMP and a DURATION, not (BOOL, STRING)",
                "iff(b, n, s) | 10 | argument 3 of iff is STRING, not LONG; tolong(..) converts",
                "iff(n, 1, 2) | 4 | argument 1 of iff is LONG, not BOOL; tobool(..) converts",
                "substring(n, 1) | 10 | argument 1 of substring is LONG, not STRING; tostring(..) converts",
                "tolong(Timestamp) | 0 | tolong takes one of [BOOL, DOUBLE, STRING, DYNAMIC], not (TIMESTAMP)",
                "hash_sha1(d) | 10 | argument 1 of hash_sha1 is DYNAMIC, not STRING; tostring(..) converts",
                "datetime_diff(s, Timestamp, Timestamp) | 14 | argument 1 of datetime_diff is a period: it has to be written out, in quotes",
                "datetime_part('dayofyeer', Timestamp) | 14 | no part 'dayofyeer'. Did you mean 'dayofyear'? It is one of year, quarter, month, week_of_year, day, dayofyear, hour, minute, second, millisecond, microsecond, nanosecond",
                "format_datetime(Timestamp, 'yyyy-MMM') | 0 | format \"yyyy-MMM\": 'MMM' is not supported; use d dd f..fffffff F..FFFFFFF h hh H HH m mm M MM s ss y yy yyyy tt and a blank or / - : , . _ [ ]",
                "extract('(a)', 2, s) | 0 | the regular expression \"(a)\" has no group 2, but 1",
                "extract_all('a', s) | 0 | extract_all takes a regular expression with a group: (..)",
                "extract_all('(?P<key>a)', dynamic(['kye']), s) | 26 | the regular expression has no group \"kye\". Did you mean 'key'?",
                "extract('a', 0, s, 'long') | 19 | argument 4 of extract is a type: typeof(long), ..",
                "countof(s, 'a', 'all') | 16 | countof counts \"normal\" text or \"regex\", not \"all\"",
                "parse_command_line(s, 'bash') | 22 | parse_command_line knows \"windows\" only",
                "bag_pack('a') | 0 | bag_pack takes 2 to 128 arguments, not 1",
                "bag_pack('a', 1, 'b') | 0 | bag_pack takes pairs of key and value",
                "strlen(typeof(long)) | 7 | typeof(..) stands only at the end of extract(..)",
            })
    void typesAreToldWithTheirPlaceAndTheirMend(String text, int offset, String message) {
        assertMistake(text, offset, message);
    }

    @Test
    void thePlaceHasLineColumnAndLength() {
        KqlException mistake = mistake("s == '\uD83D\uDE00'\n  and n ==\n 'é' contains 5 // five");

        assertThat(List.of(mistake.line(), mistake.column(), mistake.length())).isEqualTo(List.of(3, 15, 1));
        assertThat(mistake("n +").length()).isZero();
        assertThat(mistake("b or FileNmae").length()).isEqualTo(8);
    }

    @Test
    void hostileTextIsCutAndEscaped() {
        assertThat(mistake("['\u202E" + "x".repeat(5_000) + "']").getMessage())
                .startsWith("no column '\\u202Exxx")
                .hasSizeLessThan(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "-", "[", "not(", "dynamic([", "f[", "n.", "n + ", "s contains ", "d[0]", "{", "case(b, "})
    void depthIsBounded(String text) {
        assertThat(mistake(text.repeat(60_000 / text.length()))).hasMessageNotContaining("Exception");
        assertThat(mistake("n" + " + 1".repeat(200))).hasMessage("more than 100 operations inside each other");
        assertThat(mistake("d" + ".x".repeat(100))).hasMessage("a name of more than 100 parts");
        assertThat(mistake("parse_json(s)" + "[0]".repeat(200)))
                .hasMessage("more than 100 operations inside each other");
    }

    @Test
    void lengthIsBounded() {
        assertThat(mistake(" ".repeat(70_000))).hasMessage("an expression of more than 65536 characters");
        assertThat(mistake("1".repeat(500))).hasMessage("a number of more than 400 characters");
    }

    private static void assertMistake(String text, int offset, String message) {
        KqlException mistake = mistake(text);
        assertThat(mistake).hasMessage(message);
        assertThat(mistake.offset()).isEqualTo(offset);
    }

    private static KqlException mistake(String text) {
        KqlException mistake = catchThrowableOfType(KqlException.class, () -> Kql.expression(text, KqlTest.COLUMNS));
        assertThat(mistake)
                .as("%s is refused", text.substring(0, Math.min(50, text.length())))
                .isNotNull();
        return mistake;
    }
}
