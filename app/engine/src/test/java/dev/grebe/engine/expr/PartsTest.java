package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are taken apart: paths, command lines and URLs. */
class PartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "C:\\a.txt|,C:,C:,,a.txt,txt,",
                "C:a.txt|,C:,,,a.txt,txt,",
                "C:|,C:,,,,,",
                "C:\\|,C:,C:,,,,",
                "C:\\dir\\|,C:,C:\\dir,dir,,,",
                "a|,,,,a,,",
                "/a|,,,,a,,",
                "a/b|,,a,a,b,,",
                "a.b\\.c|,,a.b,a.b,.c,c,",
                "x.|,,,,x.,,",
                "1:\\a|,,1:,1:,a,,",
                "a:b:c|,a:,,,b,,c",
                "file:///C:/a|file,,/C:,C:,a,,",
                "a+b-c.1://h/p|a+b-c.1,,h,h,p,,",
                "1a://h/p|,,1a://h,h,p,,",
                "C:\\a\\b.exe:s.t:u|,C:,C:\\a,a,b.exe,exe,s.t:u"
            })
    void aPathHasThese(String path, String parts) {
        String[] values = parts.split(",", -1);
        String[] keys = {
            "Scheme", "RootPath", "DirectoryPath", "DirectoryName", "Filename", "Extension", "AlternateDataStreamName"
        };
        List<String> members = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            members.add("\"%s\":\"%s\"".formatted(keys[i], values[i].replace("\\", "\\\\")));
        }
        assertThat(Evaluation.of(Function.PARSE_PATH, literal(path))).isEqualTo("{" + String.join(",", members) + "}");
    }

    @Test
    void theProgramHasNoEscapes() {
        assertThat(arguments("\"C:\\a b\\\"c \\\"d")).isEqualTo("[\"C:\\\\a b\\\\\",\"c\",\"\\\"d\"]");
        assertThat(arguments("a\"b c\"")).isEqualTo("[\"a\\\"b\",\"c\"]");
        assertThat(arguments("\"\" a")).isEqualTo("[\"\",\"a\"]");
        assertThat(arguments("\"a")).isEqualTo("[\"a\"]");
    }

    @Test
    void blanksAtTheEdgesAreNoArguments() {
        assertThat(arguments("  a \t b \t")).isEqualTo("[\"a\",\"b\"]");
        assertThat(arguments(" \t ")).isEqualTo("[]");
        assertThat(arguments("a\nb")).isEqualTo("[\"a\\nb\"]");
    }

    @Test
    void twoQuotesInsideQuotesAreOne() {
        assertThat(arguments("x \"a\"\"b c\"")).isEqualTo("[\"x\",\"a\\\"b c\"]");
        assertThat(arguments("x \"\"")).isEqualTo("[\"x\",\"\"]");
        assertThat(arguments("x \"\"\"a b\"")).isEqualTo("[\"x\",\"\\\"a b\"]");
        assertThat(arguments("x \"\"a\"\"")).isEqualTo("[\"x\",\"a\"]");
    }

    @Test
    void backslashesCountOnlyBeforeQuotes() {
        assertThat(arguments("x a\\b\\ c\\\\\"d e\" \\\"")).isEqualTo("[\"x\",\"a\\\\b\\\\\",\"c\\\\d e\",\"\\\"\"]");
        assertThat(arguments("x \"a\\\\\"\"b\"")).isEqualTo("[\"x\",\"a\\\\\\\"b\"]");
    }

    /** Arguments quoted as Windows' own functions quote them come back. */
    @Test
    void quotedArgumentsAreReadBack() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            StringBuilder line = new StringBuilder("x");
            StringBuilder json = new StringBuilder("[\"x\"");
            for (int i = random.nextInt(4); i > 0; i--) {
                StringBuilder argument = new StringBuilder();
                for (int j = random.nextInt(6); j > 0; j--) {
                    argument.append("\\\\\"\" ab".charAt(random.nextInt(7)));
                }
                line.append(" ").append(quoted(argument.toString()));
                json.append(",\"")
                        .append(argument.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
            assertThat(arguments(line.toString())).as(line.toString()).isEqualTo(json + "]");
        }
    }

    private static String quoted(String argument) {
        StringBuilder out = new StringBuilder("\"");
        int slashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                out.append("\\".repeat(slashes + 1));
            }
            slashes = c == '\\' ? slashes + 1 : 0;
            out.append(c);
        }
        return out.append("\\".repeat(slashes)).append('"').toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "http://h|http,h,,,,,{},",
                "http://h/|http,h,,,,,{},",
                "http://h:80/p/q|http,h,80,p/q,,,{},",
                "http://u@h|http,h,,,u,,{},",
                "http://u:p:q@r@h:1|http,h,1,,u,p:q@r,{},",
                "http://[::1]:80/|http,[::1],80,,,,{},",
                "http://[::1]|http,[::1],,,,,{},",
                "http://h?a=1&b&&=2&a=3|http,h,,,,,{~a~:~3~;~b~:~~;~~:~2~},",
                "http://h#f?a=b|http,h,,,,,{},f?a=b",
                "http://h/p?q=/x@y#f#g|http,h,,p,,,{~q~:~/x@y~},f#g",
                "http://h/p%20q?a=%41|http,h,,p%20q,,,{~a~:~%41~},",
                "://h|,,,,,,{},",
                "h/p|,,,,,,{},",
                "mailto:a@b|,,,,,,{},"
            })
    void aUrlHasThese(String url, String parts) {
        String[] values = parts.split(",", -1);
        String[] keys = {"Scheme", "Host", "Port", "Path", "Username", "Password", "Query Parameters", "Fragment"};
        List<String> members = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            String value = keys[i].startsWith("Query")
                    ? values[i].replace('~', '"').replace(';', ',')
                    : "\"" + values[i] + "\"";
            members.add("\"%s\":%s".formatted(keys[i], value));
        }
        assertThat(Evaluation.of(Function.PARSE_URL, literal(url))).isEqualTo("{" + String.join(",", members) + "}");
    }

    private static Object arguments(String line) {
        return String.valueOf(Evaluation.of(Function.PARSE_COMMAND_LINE, literal(line)));
    }
}
