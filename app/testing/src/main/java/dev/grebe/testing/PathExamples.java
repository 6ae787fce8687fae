package dev.grebe.testing;

import static dev.grebe.plan.Function.PARSE_COMMAND_LINE;
import static dev.grebe.plan.Function.PARSE_PATH;
import static dev.grebe.plan.Function.PARSE_URL;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths, addresses of the web and command lines, taken apart. */
final class PathExamples extends ExampleTable {
    PathExamples() {
        paths();
        urls();
        commandLines();
    }

    private void paths() {
        path("C:\\temp\\file.txt", "", "C:", "C:\\temp", "temp", "file.txt", "txt", "");
        path("temp\\file.txt", "", "", "temp", "temp", "file.txt", "txt", "");
        path("file://C:/temp/file.txt:some.exe", "file", "C:", "C:/temp", "temp", "file.txt", "txt", "some.exe");
        path("\\\\shared\\users\\file.txt.gz", "", "", "\\\\shared\\users", "users", "file.txt.gz", "gz", "");
        path("/usr/lib/x", "", "", "/usr/lib", "lib", "x", "", "");
        path("", "", "", "", "", "", "", "");
        path("file", "", "", "", "", "file", "", "");
        path("C:", "", "C:", "", "", "", "", "");
        path("C:file:s:t", "", "C:", "", "", "file", "", "s:t");
        path("C:\\", "", "C:", "C:", "", "", "", "");
        path("C:\\a", "", "C:", "C:", "", "a", "", "");
        path("/a", "", "", "", "", "a", "", "");
        path("a/b/", "", "", "a/b", "b", "", "", "");
        path("/.bashrc", "", "", "", "", ".bashrc", "bashrc", "");
        path("a.", "", "", "", "", "a.", "", "");
        path("é:\\" + FACE, "", "", "é:", "é:", FACE, "", "");
        path("1x://a", "", "", "1x:/", "", "a", "", "");
        path("h+t.t-p1://a/b", "h+t.t-p1", "", "a", "a", "b", "", "");
        path("a/b:c.d", "", "", "a", "a", "b", "", "c.d");
    }

    private void path(String path, String... parts) {
        List<String> names = List.of(
                "Scheme",
                "RootPath",
                "DirectoryPath",
                "DirectoryName",
                "Filename",
                "Extension",
                "AlternateDataStreamName");
        gives(bag(names, parts), PARSE_PATH, path);
    }

    private static String bag(List<String> names, String... values) {
        Map<String, String> bag = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            bag.put(names.get(i), values[i].startsWith("{") ? values[i] : NaiveJson.quoted(values[i]));
        }
        return NaiveJson.bag(bag);
    }

    private void urls() {
        url(
                "scheme://username:password@host:1234/this/is?k1=v1&k2=v2#fragment",
                "scheme",
                "host",
                "1234",
                "this/is",
                "username",
                "password",
                "{\"k1\":\"v1\",\"k2\":\"v2\"}",
                "fragment");
        url("https://bing.com/x", "https", "bing.com", "", "x", "", "", "{}", "");
        url("bing.com", "", "", "", "", "", "", "{}", "");
        url("", "", "", "", "", "", "", "{}", "");
        url("a://", "a", "", "", "", "", "", "{}", "");
        url("a://h?q", "a", "h", "", "", "", "", "{\"q\":\"\"}", "");
        url("a://h#f?q#g", "a", "h", "", "", "", "", "{}", "f?q#g");
        url("a://h/?a=1&&a=2&b==&=c", "a", "h", "", "", "", "", "{\"a\":\"2\",\"b\":\"=\",\"\":\"c\"}", "");
        url("a://[::1]:80/p//q", "a", "[::1]", "80", "p//q", "", "", "{}", "");
        url("a://[::1]", "a", "[::1]", "", "", "", "", "{}", "");
        url("a://u@v@h:", "a", "h", "", "", "u@v", "", "{}", "");
        url("a://u:p:q@h:1:2", "a", "h:1", "2", "", "u", "p:q", "{}", "");
        url("a://h/x@y", "a", "h", "", "x@y", "", "", "{}", "");
        url("a://h/%41\"" + FACE, "a", "h", "", "%41\"" + FACE, "", "", "{}", "");
        url(" a://h", "", "", "", "", "", "", "{}", "");
    }

    private void url(String url, String... parts) {
        List<String> names =
                List.of("Scheme", "Host", "Port", "Path", "Username", "Password", "Query Parameters", "Fragment");
        gives(bag(names, parts), PARSE_URL, url);
    }

    private void commandLines() {
        arguments("echo \"hello world!\"", "echo", "hello world!");
        arguments("cmd.exe /c whoami", "cmd.exe", "/c", "whoami");
        arguments("x \"ab\\\"c\" \"\\\\\" d", "x", "ab\"c", "\\", "d");
        arguments("x a\\\\\\b d\"e f\"g h", "x", "a\\\\\\b", "de fg", "h");
        arguments("x a\\\\\\\"b c d", "x", "a\\\"b", "c", "d");
        arguments("x a\\\\\\\\\"b c\" d e", "x", "a\\\\b c", "d", "e");
        arguments("\"C:\\Program Files\\a.exe\" -x", "C:\\Program Files\\a.exe", "-x");
        arguments("\"C:\\dir\\\" x", "C:\\dir\\", "x");
        arguments("");
        arguments(" \t ");
        arguments("  a \t b  ", "a", "b");
        arguments("a\nb c\nd", "a\nb", "c\nd");
        arguments("\"\" \"\"", "", "");
        arguments("\"a\"b c", "a", "b", "c");
        arguments("a\"b c\"d", "a\"b", "cd");
        arguments("\"open", "open");
        arguments("x \"open y", "x", "open y");
        arguments("x \"a\"\"b c\" d", "x", "a\"b c", "d");
        arguments("x \"a\"\"\" d", "x", "a\"", "d");
        arguments("x a\"\"b", "x", "ab");
        arguments("x \"a\\\\\"\"b\" c", "x", "a\\\"b", "c");
        arguments("x a\\", "x", "a\\");
        arguments("x é\"" + FACE + " \"", "x", "é" + FACE + " ");
    }

    private void arguments(String line, String... arguments) {
        gives(NaiveJson.text(Arrays.asList(arguments)), PARSE_COMMAND_LINE, line);
    }
}
