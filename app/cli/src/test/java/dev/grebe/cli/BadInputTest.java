package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.grebe.pipeline.Overrides;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Damaged and hostile files, each with what a run over it must do: {@code badinput/manifest.jsonl}. Parquet files stand with
 * their source. Names that no checkout bears are given to copies here.
 */
class BadInputTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CASES = Path.of("src/test/resources/badinput");
    private static final Path PARQUET = Path.of("../../sources/parquet/src/test/resources/badinput")
            .toAbsolutePath()
            .normalize();
    private static final Map<String, List<String>> ODD_NAMES = Map.of(
            "lake/odd_names/", List.of("-rf.parquet", "a b%41.parquet", "p\u00E4rt.parquet"),
            "lake/odd_names_nl/",
                    List.of("[glob]*.parquet", "new\nline.parquet", "quote'\".parquet", "dt=a%2Fb/x.parquet"));
    /** Legal, and too much for the findings of a run: the source's own tests read its rows one batch after the other. */
    private static final String TOO_MANY_FINDINGS = "parquet/bomb_20m_rows";
    /** Settings of the source without which another outcome is right, too. */
    private static final Map<String, String> SETTINGS = Map.of("csv/wrong_delimiter", ", delimiter: ','");

    private static final Map<String, Integer> EXITS = Map.of("OK", 0, "INPUT", 4, "DEGRADED", 5);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        return Files.readAllLines(CASES.resolve("manifest.jsonl")).stream()
                .map(JSON::readTree)
                .filter(one -> !one.get("id").stringValue().equals(TOO_MANY_FINDINGS))
                .flatMap(one -> Stream.of("fail", "quarantine", "skip")
                        .map(policy -> DynamicTest.dynamicTest(
                                one.get("id").stringValue() + ", " + policy, () -> new Case(one, policy).check())));
    }

    /** One file or lake under one policy. */
    private final class Case {
        private final Path data;
        private final String source;
        private final String settings;
        private final String schema;
        private final String policy;
        private final JsonNode expected;

        Case(JsonNode one, String policy) throws IOException {
            String file = one.get("file").stringValue();
            String kind = one.get("kind").stringValue();
            this.source = kind.equals("lake") ? "parquet" : kind;
            List<String> oddNames = ODD_NAMES.get(file);
            this.data = oddNames != null
                    ? lakeOf(oddNames)
                    : (source.equals("parquet") ? PARQUET : CASES.toAbsolutePath()).resolve(file);
            this.settings = SETTINGS.getOrDefault(one.get("id").stringValue(), "");
            this.schema = one.get("schema").stringValue();
            this.policy = policy;
            this.expected = one.get("expect").get(policy.equals("skip") ? "quarantine" : policy);
        }

        private Path lakeOf(List<String> names) throws IOException {
            Path lake = Files.createTempDirectory(folder, "odd");
            for (String name : names) {
                Path file = lake.resolve(name);
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(PARQUET.resolve("lake/drift_int32_int64/a.parquet"), file);
            }
            return lake;
        }

        void check() throws IOException {
            Path home = Files.createTempDirectory(folder, "case");
            Files.writeString(home.resolve("p.yaml"), pipeline(columns()));
            Cli.Ran ran = Cli.in(home).grebe("run", "p.yaml");
            Set<String> also = texts("also");
            if (also.contains("ACCEPT") && ran.code() == 0) {
                return;
            } else if (expected.get("exit").stringValue().equals("OK") && ran.code() != 0) {
                String said = ran.code() == 4 ? ran.err() : Files.readString(home.resolve("out/run.json"));
                assertThat(also).as("%s%n%s", ran.out(), ran.err()).anyMatch(said::contains);
                return;
            }
            assertThat(ran.code())
                    .as("%s%n%s", ran.out(), ran.err())
                    .isEqualTo(EXITS.get(expected.get("exit").stringValue()));
            assertThat(ran.err()).doesNotContain("\tat ", "Exception");
            if (ran.code() == 4) {
                stopped(home, ran);
            } else {
                completed(home);
            }
        }

        private void stopped(Path home, Cli.Ran ran) {
            assertThat(home.resolve("out/findings.jsonl")).doesNotExist();
            assertThat(home.resolve("out/rejected.jsonl")).doesNotExist();
            assertThat(ran.err().lines().filter(line -> line.startsWith("error: ")))
                    .hasSize(1);
            if (!Files.isDirectory(data)) {
                assertThat(ran.err()).contains(data.getFileName().toString());
            }
            texts("mention").forEach(text -> assertThat(ran.err()).contains(text));
            reason(expected.has("first") ? expected.get("first") : expected)
                    .ifPresent(any -> assertThat(any).as(ran.err()).anyMatch(ran.err()::contains));
            if (expected.has("first") && expected.get("first").has("line")) {
                assertThat(ran.err()).contains(":" + expected.get("first").get("line") + ":");
            }
            assertThat(readJson(home.resolve("out/run.json")).get("exit").intValue())
                    .isEqualTo(4);
        }

        private void completed(Path home) throws IOException {
            List<String> found = Files.readAllLines(home.resolve("out/findings.jsonl"));
            assertThat(found).hasSize(expected.get("rows").intValue());
            JsonNode table =
                    readJson(home.resolve("out/run.json")).get("tables").get("Events");
            assertThat(table.get("rows").longValue())
                    .isEqualTo(table.get("rowsRead").longValue()
                            + table.get("rowsSkipped").longValue()
                            + table.get("rowsRejected").longValue());
            if (expected.has("warn")) {
                assertThat(table.get("warnings").propertyNames())
                        .contains(expected.get("warn").stringValue());
            }
            probes(found);
            letters(home, table);
        }

        private void probes(List<String> found) {
            if (!expected.has("probe")) {
                return;
            }
            for (JsonNode probe : expected.get("probe")) {
                String column = probe.get("column").stringValue();
                JsonNode value = probe.get("value");
                assertThat(found)
                        .as(probe.toString())
                        .anyMatch(line -> same(JSON.readTree(line).get("row").get(column), value));
            }
        }

        private static boolean same(JsonNode actual, JsonNode value) {
            if (value.isNull()) {
                return actual.isNull()
                        || (actual.isString() && actual.stringValue().isEmpty());
            } else if (value.isNumber() && actual.isNumber()) {
                return actual.doubleValue() == value.doubleValue();
            }
            String text = value.isString() ? value.stringValue() : value.toString();
            String got = actual.isString() ? actual.stringValue() : actual.toString();
            return got.equals(text) || withoutZeros(got).equals(withoutZeros(text));
        }

        /** Times are written with seven digits, however many a case states. */
        private static String withoutZeros(String time) {
            if (!time.endsWith("Z")) {
                return time;
            }
            String digits = time.substring(0, time.length() - 1);
            int end = digits.length();
            while (digits.contains(".") && (digits.charAt(end - 1) == '0' || digits.charAt(end - 1) == '.')) {
                boolean point = digits.charAt(--end) == '.';
                if (point) {
                    break;
                }
            }
            return digits.substring(0, end);
        }

        private void letters(Path home, JsonNode table) throws IOException {
            long count = expected.get("dead_letters").longValue();
            long counted = 0;
            for (JsonNode one : table.get("rejected")) {
                counted += one.get("count").longValue();
            }
            assertThat(counted).isEqualTo(count);
            if (!policy.equals("quarantine")) {
                assertThat(home.resolve("out/rejected.jsonl")).doesNotExist();
                return;
            }
            List<JsonNode> letters = Files.readAllLines(home.resolve("out/rejected.jsonl")).stream()
                    .map(JSON::readTree)
                    .toList();
            assertThat(letters).hasSize((int) count);
            List<JsonNode> bad = new ArrayList<>();
            if (expected.has("bad")) {
                expected.get("bad").forEach(bad::add);
            }
            for (JsonNode wanted : bad) {
                assertThat(letters).as("%s", wanted).anyMatch(letter -> matches(letter, wanted));
            }
            reason(expected)
                    .ifPresent(any -> assertThat(letters)
                            .allMatch(
                                    letter -> any.contains(letter.get("reason").stringValue())));
        }

        private boolean matches(JsonNode letter, JsonNode wanted) {
            return Stream.of("line", "row", "column")
                            .filter(wanted::has)
                            .allMatch(key -> letter.has(key)
                                    && letter.get(key)
                                            .asString()
                                            .equals(wanted.get(key).asString()))
                    && reason(wanted)
                            .orElseThrow()
                            .contains(letter.get("reason").stringValue());
        }

        private Optional<Set<String>> reason(JsonNode where) {
            if (!where.has("reason")) {
                return Optional.empty();
            }
            Set<String> any = texts("also");
            any.add(where.get("reason").stringValue());
            return Optional.of(any);
        }

        private Set<String> texts(String key) {
            Set<String> texts = new TreeSet<>();
            if (expected.has(key)) {
                expected.get(key).forEach(text -> texts.add(text.stringValue()));
            }
            return texts;
        }

        private String pipeline(List<String> columns) {
            return """
                    version: 1
                    tables:
                      Events: {source: %s, path: '%s'%s}
                    detectors:
                      rows-of: {columns: {%s}, required: [%s]}
                    sinks:
                      findings: {type: jsonl, path: out/findings.jsonl}
                    run: {onBadInput: %s}
                    """.formatted(
                            source,
                            data + (Files.isDirectory(data) ? "/" : ""),
                            settings,
                            String.join(", ", columns),
                            String.join(", ", required()),
                            policy);
        }

        private List<String> required() {
            List<String> required = new ArrayList<>();
            for (JsonNode column : declared()) {
                if (column.get(2).booleanValue()) {
                    required.add("'" + column.get(0).stringValue() + "'");
                }
            }
            return required;
        }

        private List<String> columns() {
            List<String> columns = new ArrayList<>();
            for (JsonNode column : declared()) {
                columns.add("'%s': %s"
                        .formatted(
                                column.get(0).stringValue(), type(column.get(1).stringValue())));
            }
            return columns.isEmpty() ? columnsOfTheFile() : columns;
        }

        private JsonNode declared() {
            JsonNode columns = readJson(CASES.resolve("schemas.json")).get(schema);
            return columns.isArray() ? columns : JSON.createArrayNode();
        }

        private List<String> columnsOfTheFile() {
            List<String> columns = new ArrayList<>();
            try {
                for (Field field : sample().fields()) {
                    columns.add("'%s': %s"
                            .formatted(
                                    field.name().replace("'", "''"),
                                    field.type().name().toLowerCase(Locale.ROOT)));
                }
            } catch (DataException | IOException e) {
                columns.clear();
            }
            return columns.isEmpty() ? List.of("unknown: string") : columns;
        }

        private Schema sample() throws IOException {
            Path file = folder.resolve("sample.yaml");
            Files.writeString(file, pipeline(List.of("unknown: string")));
            Terminal terminal = new Terminal(System.err, 80, false);
            Pipeline pipeline = Pipeline.load(file, "sample.yaml", Overrides.NONE, Catalog.discover(), terminal);
            return pipeline.sources().get("Events").sample();
        }

        private static String type(String stated) {
            return switch (stated) {
                case "timestamp" -> "timestamp";
                case "int64" -> "long";
                case "double", "float" -> "double";
                default -> "string";
            };
        }
    }

    private static JsonNode readJson(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            return fail(e);
        }
    }
}
