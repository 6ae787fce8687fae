package dev.grebe.plugins;

import static dev.grebe.plugins.Reading.problems;
import static dev.grebe.plugins.Reading.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.Default;
import dev.grebe.plugin.Secret;
import dev.grebe.plugin.SettingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    enum Mode {
        FAST,
        VERY_SAFE
    }

    record Span(Duration from, Duration to) {
        Span {
            if (to.compareTo(from) < 0) {
                throw new SettingException("to", "ends before it starts");
            }
        }
    }

    sealed interface Auth {}

    record NoAuth() implements Auth {}

    record BasicAuth(String user, Secret password) implements Auth {}

    record All(
            boolean flag,
            long count,
            double share,
            String text,
            Duration span,
            Instant time,
            Mode mode,
            Secret key,
            List<Long> list,
            Set<Mode> set,
            Map<String, Duration> map,
            Span window,
            List<Auth> auths) {}

    record Windowed(
            @Default("{from: 0s, to: 10s}") Span window,
            @Default("100") long rareBelow) {}

    record Outer(Windowed inner) {}

    record Text(String text) {}

    record Real(double number) {}

    record Whole(long whole) {}

    record Flag(boolean flag) {}

    record Moded(Mode mode) {}

    record Timed(Instant time, Duration span) {}

    record Lists(List<Long> list, Set<String> set, Map<String, Long> map) {}

    record Authenticated(Auth auth) {}

    @Test
    void everyKindIsRead() {
        All all = settings(All.class, """
                flag: true
                count: -5
                share: 1.5e3
                text: 'it''s'
                span: 1h30m
                time: 2020-09-20T00:00:00Z
                mode: very-safe
                key: abc
                list: [1, 2]
                set: [fast, VERY_SAFE]
                map: {a: 1s, "b c": 2d}
                window: {from: -5s, to: 10s}
                auths:
                  - {type: no-auth}
                  - {type: basic-auth, user: u, password: p}
                """);

        assertThat(all)
                .isEqualTo(new All(
                        true,
                        -5,
                        1500,
                        "it's",
                        Duration.ofMinutes(90),
                        Instant.parse("2020-09-20T00:00:00Z"),
                        Mode.VERY_SAFE,
                        new Secret("abc"),
                        List.of(1L, 2L),
                        Set.of(Mode.FAST, Mode.VERY_SAFE),
                        Map.of("a", Duration.ofSeconds(1), "b c", Duration.ofDays(2)),
                        new Span(Duration.ofSeconds(-5), Duration.ofSeconds(10)),
                        List.of(new NoAuth(), new BasicAuth("u", new Secret("p")))));
    }

    @Test
    void jsonIsReadAsWell() {
        assertThat(settings(Windowed.class, "{\"window\": {\"from\": \"1s\", \"to\": \"2s\"}, \"rareBelow\": 3}"))
                .isEqualTo(new Windowed(new Span(Duration.ofSeconds(1), Duration.ofSeconds(2)), 3));
    }

    @Test
    void whatTheFileLacksComesFromTheDefault() {
        assertThat(settings(Windowed.class, "{}"))
                .isEqualTo(new Windowed(new Span(Duration.ZERO, Duration.ofSeconds(10)), 100));
    }

    @Test
    void aNestedRecordTakesFromTheDefaultWhatItLacks() {
        assertThat(settings(Outer.class, "inner: {window: {from: -5s}}"))
                .isEqualTo(new Outer(new Windowed(new Span(Duration.ofSeconds(-5), Duration.ofSeconds(10)), 100)));
    }

    @Test
    void wordsThatOlderYamlTakesForTruthValuesStayText() {
        assertThat(settings(Text.class, "text: NO").text()).isEqualTo("NO");
        assertThat(settings(Text.class, "text: 1.10").text()).isEqualTo("1.10");
        assertThat(settings(Text.class, "text: 22:22").text()).isEqualTo("22:22");
        assertThat(settings(Text.class, "text: 2020-09-20").text()).isEqualTo("2020-09-20");
    }

    @Test
    void infinitiesAndNanAreNumbers() {
        assertThat(settings(Real.class, "number: .nan").number()).isNaN();
        assertThat(settings(Real.class, "number: '-.inf'").number()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.5   | 1:8: expected a whole number, found '1.5'
            1e3   | 1:8: expected a whole number, found '1e3'
            0x10  | 1:8: expected a whole number, found '0x10'
            two   | 1:8: expected a whole number, found 'two'
            '"2"' | 1:8: expected a whole number, found the text '"2"'
            []    | 1:8: expected a whole number, found a list
            {}    | 1:8: expected a whole number, found a mapping
            ~     | 1:8: expected a whole number, found null
            null  | 1:8: expected a whole number, found null
            ``    | 1:7: expected a whole number, found null
            9223372036854775808 | 1:8: expected a whole number, found '9223372036854775808'. It does not fit 64 bits
            """)
    void aWholeNumberIsNothingElse(String value, String problem) {
        assertThat(problems(Whole.class, "whole: " + value)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1e999 | 1:9: expected a number, found '1e999'
            '1'   | 1:9: expected a number, found the text '1'
            NaN   | 1:9: expected a number, found 'NaN'
            1d    | 1:9: expected a number, found '1d'
            """)
    void aNumberIsNothingElse(String value, String problem) {
        assertThat(problems(Real.class, "number: " + value)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NO     | 1:7: expected true or false, found 'NO'
            1      | 1:7: expected true or false, found '1'
            'true' | 1:7: expected true or false, found the text 'true'
            ture   | 1:7: expected true or false, found 'ture'. Did you mean 'true'?
            """)
    void aTruthValueIsNothingElse(String value, String problem) {
        assertThat(problems(Flag.class, "flag: " + value)).containsExactly(problem);
    }

    @Test
    void aDurationNeedsAUnitAndATimeItsZone() {
        assertThat(problems(Timed.class, "{time: 2020-09-20T00:00:00, span: 10}"))
                .containsExactly(
                        "1:8: expected a time such as 2020-09-20T00:00:00Z, found '2020-09-20T00:00:00'."
                                + " Did you mean '2020-09-20T00:00:00Z'?",
                        "1:35: expected a duration such as 10s, 1h30m or 2d, found '10'. Did you mean '10s'?");
    }

    @Test
    void anUnknownConstantNamesTheNearest() {
        assertThat(problems(Moded.class, "mode: fats"))
                .containsExactly("1:7: expected one of fast, very-safe, found 'fats'. Did you mean 'fast'?");
    }

    @Test
    void listsSetsAndMapsReportEachItem() {
        assertThat(problems(Lists.class, "list: [1, x, 2.5]\nset: [a, b, a]\nmap: {k: 1, l: z}"))
                .containsExactly(
                        "1:11: expected a whole number, found 'x'",
                        "1:14: expected a whole number, found '2.5'",
                        "2:13: 'a' stands twice",
                        "3:16: expected a whole number, found 'z'");
    }

    @Test
    void aSingleValueIsNoList() {
        assertThat(problems(Lists.class, "{list: 1, set: [], map: []}"))
                .containsExactly("1:8: expected a list, found '1'", "1:25: expected a mapping, found a list");
    }

    @Test
    void unknownKeysAreProblemsAtEveryDepth() {
        assertThat(problems(Outer.class, "inner:\n  rareBellow: 5\n  window:\n    form: 1s\n  zzz: 1\nother: 2"))
                .containsExactly(
                        "2:3: no setting 'rareBellow'. Did you mean 'rareBelow'?",
                        "4:5: no setting 'form'. Did you mean 'from'?",
                        "5:3: no setting 'zzz'. There are rareBelow, window",
                        "6:1: no setting 'other'. There is only inner");
    }

    @Test
    void missingSettingsAreReportedWhereTheyBelong() {
        assertThat(problems(Timed.class, "{}"))
                .containsExactly("1:1: setting 'time' is missing", "1:1: setting 'span' is missing");
    }

    @Test
    void aChoiceSaysWhatThereIs() {
        assertThat(problems(Authenticated.class, "auth: {user: u}"))
                .containsExactly("1:7: setting 'type' is missing; it is one of no-auth, basic-auth");
        assertThat(problems(Authenticated.class, "auth: {type: basic}"))
                .containsExactly("1:14: expected one of no-auth, basic-auth, found 'basic'");
        assertThat(problems(Authenticated.class, "auth: {type: basic-auth, user: u, pass: x}"))
                .containsExactly(
                        "1:7: setting 'password' is missing", "1:35: no setting 'pass'. There are password, user");
    }

    @Test
    void whatARecordRefusesIsReportedAtTheSetting() {
        assertThat(problems(Outer.class, "inner:\n  window:\n    from: 20s\n    to: 5s"))
                .containsExactly("4:9: to: ends before it starts");
    }

    @Test
    void whatARecordRefusesOfADefaultIsReportedAtTheNearestPlaceOfTheFile() {
        assertThat(problems(Outer.class, "inner:\n  window:\n    from: 20s"))
                .containsExactly("3:5: to: ends before it starts");
    }

    @Test
    void aSecretIsNeverPrinted() {
        Problems problems = new Problems();
        String yaml = "{type: basic-auth, user: [u], password: hunter2}";
        YamlReader.read(Origin.file("f", yaml), yaml, problems)
                .ifPresent(tree -> new Binder("x", problems)
                        .bind(
                                Authenticated.class,
                                new Yaml.Mapping(tree.place(), List.of(new Yaml.Entry(tree.place(), "auth", tree)))));

        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).excerpt()).isEqualTo("""
                            1 | {type: basic-auth, user: [u], password: *******}
                              |                          ^
                        """);
    }

    record Broken(long value) {
        Broken {
            if (value > 1) {
                throw new IllegalStateException("too much");
            }
        }
    }

    @Test
    void aRecordThatFailsInAnotherWayIsThePluginsFault() {
        assertThatThrownBy(() -> settings(Broken.class, "value: 2"))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink plugin 'test' failed on its settings: java.lang.IllegalStateException: too much");
    }

    record BadDefault(@Default("many") long value) {}

    @Test
    void aDefaultThatDoesNotFitIsThePluginsFault() {
        assertThatThrownBy(() -> settings(BadDefault.class, "{}"))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink plugin 'test': the default of 'value': expected a whole number, found 'many'");
    }

    record WithInt(int value) {}

    @Test
    void aTypeThatSettingsDoNotKnowIsThePluginsFault() {
        assertThatThrownBy(() -> settings(WithInt.class, "value: 1"))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("sink plugin 'test' has unfit settings: WithInt.value is a int;");
    }

    record Annotated(
            @com.fasterxml.jackson.annotation.JsonProperty("other")
            long value) {}

    @Test
    void anAnnotationOfABindingLibraryIsRefused() {
        assertThatThrownBy(() -> settings(Annotated.class, "value: 1"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("Annotated.value is annotated @com.fasterxml.jackson.annotation.JsonProperty");
    }
}
