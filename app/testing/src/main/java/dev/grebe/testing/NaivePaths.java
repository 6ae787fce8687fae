package dev.grebe.testing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths, addresses of the web and command lines, taken apart. */
final class NaivePaths {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://");

    private NaivePaths() {}

    /** A text in two: what stands before a separator and what after it. */
    private record Halves(String before, String after) {
        /** At the first of these characters; without any, all of it is before. */
        static Halves first(String text, String separators) {
            for (int i = 0; i < text.length(); i++) {
                if (separators.indexOf(text.charAt(i)) >= 0) {
                    return new Halves(text.substring(0, i), text.substring(i + 1));
                }
            }
            return new Halves(text, "");
        }

        /** At the last of these characters; without any, all of it is after. */
        static Halves last(String text, String separators) {
            for (int i = text.length() - 1; i >= 0; i--) {
                if (separators.indexOf(text.charAt(i)) >= 0) {
                    return new Halves(text.substring(0, i), text.substring(i + 1));
                }
            }
            return new Halves("", text);
        }
    }

    private static String scheme(String text) {
        Matcher matcher = SCHEME.matcher(text);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }

    private static String afterScheme(String text) {
        Matcher matcher = SCHEME.matcher(text);
        return matcher.lookingAt() ? text.substring(matcher.end()) : text;
    }

    /** {@code parse_path}. */
    static String path(String text) {
        String rest = afterScheme(text);
        Matcher drive = Pattern.compile("[A-Za-z]:").matcher(rest);
        String root = drive.lookingAt() ? drive.group() : "";
        boolean hasSeparator = Pattern.compile("[/\\\\]").matcher(rest).find();
        String directory = Halves.last(rest, "/\\").before();
        String name = hasSeparator ? Halves.last(rest, "/\\").after() : rest.substring(root.length());
        String file = Halves.first(name, ":").before();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", scheme(text));
        parts.put("RootPath", root);
        parts.put("DirectoryPath", directory);
        parts.put(
                "DirectoryName",
                directory.equals(root) ? "" : Halves.last(directory, "/\\").after());
        parts.put("Filename", file);
        parts.put("Extension", file.contains(".") ? Halves.last(file, ".").after() : "");
        parts.put("AlternateDataStreamName", Halves.first(name, ":").after());
        return NaiveJson.text(parts);
    }

    /** {@code parse_url}. */
    static String url(String text) {
        boolean isUrl = SCHEME.matcher(text).lookingAt();
        Halves fragment = Halves.first(isUrl ? afterScheme(text) : "", "#");
        Halves query = Halves.first(fragment.before(), "?");
        Halves path = Halves.first(query.before(), "/");
        String authority = path.before();
        Halves user = Halves.first(Halves.last(authority, "@").before(), ":");
        String host = Halves.last(authority, "@").after();
        boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", scheme(text));
        parts.put("Host", hasPort ? Halves.last(host, ":").before() : host);
        parts.put("Port", hasPort ? Halves.last(host, ":").after() : "");
        parts.put("Path", path.after());
        parts.put("Username", user.before());
        parts.put("Password", user.after());
        parts.put("Query Parameters", parameters(query.after()));
        parts.put("Fragment", fragment.after());
        return NaiveJson.text(parts);
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String rest = query;
        while (!rest.isEmpty()) {
            Halves parameter = Halves.first(rest, "&");
            if (!parameter.before().isEmpty()) {
                Halves pair = Halves.first(parameter.before(), "=");
                parameters.put(pair.before(), pair.after());
            }
            rest = parameter.after();
        }
        return parameters;
    }

    /** {@code parse_command_line}. */
    static String commandLine(String text) {
        List<Object> arguments = new ArrayList<>();
        String rest = withoutBlanks(text);
        if (!rest.isEmpty()) {
            boolean isQuoted = rest.startsWith("\"");
            Halves program = isQuoted ? Halves.first(rest.substring(1), "\"") : atBlank(rest);
            arguments.add(program.before());
            rest = withoutBlanks(program.after());
        }
        while (!rest.isEmpty()) {
            rest = withoutBlanks(takeArgument(rest, arguments));
        }
        return NaiveJson.text(arguments);
    }

    private static Halves atBlank(String text) {
        return Halves.first(text, " \t");
    }

    /** Adds the argument that the text begins with, and gives what comes after it. */
    private static String takeArgument(String text, List<Object> arguments) {
        StringBuilder argument = new StringBuilder();
        boolean isQuoting = false;
        int at = 0;
        while (at < text.length() && (isQuoting || !isBlank(text.charAt(at)))) {
            String rest = text.substring(at);
            int backslashes = rest.length() - withoutAny(rest, "\\").length();
            boolean beforeQuote = rest.startsWith("\"", backslashes);
            if (backslashes > 0) {
                argument.append("\\".repeat(beforeQuote ? backslashes / 2 : backslashes));
                argument.append(beforeQuote && backslashes % 2 == 1 ? "\"" : "");
                at += backslashes + (beforeQuote ? backslashes % 2 : 0);
            } else if (beforeQuote && isQuoting && rest.startsWith("\"\"")) {
                argument.append('"');
                at += 2;
            } else if (beforeQuote) {
                isQuoting = !isQuoting;
                at++;
            } else {
                argument.append(text.charAt(at++));
            }
        }
        arguments.add(argument.toString());
        return text.substring(at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String withoutBlanks(String text) {
        return withoutAny(text, " \t");
    }

    /** Without these characters at the beginning. */
    private static String withoutAny(String text, String characters) {
        int at = 0;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(at);
    }
}
