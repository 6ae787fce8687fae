package dev.grebe.plugins;

import static dev.grebe.plugins.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What records refuse beside values of the wrong kind: all of it is reported, and nothing that is not so. */
class RecordChecksTest {
    record Step(
            @Default("0") long from,
            @Default("10") long to,
            @Default("1") long by) {
        Step {
            new SettingException.Checks()
                    .require(from >= 0, "from", from + " is negative")
                    .require(from <= to, "from", "starts at %d and ends at %d".formatted(from, to), "to")
                    .require(by > 0, "by", by + " leads nowhere")
                    .throwIfAny();
        }
    }

    record Stairs(
            @Default("{from: 2}") Step up,
            @Default("[]") List<Step> down,
            @Default("3") long floors) {
        Stairs {
            new SettingException.Checks()
                    .require(floors < 100, "floors", floors + " is too high")
                    .require(up.to() < 50, "up.to", up.to() + " is too far")
                    .require(down.size() < 2 || down.get(1).to() < 50, "down.1.to", "is too far")
                    .throwIfAny();
        }
    }

    record Named(String name, @Default("1") long size) {
        Named {
            new SettingException.Checks()
                    .require(!name.isEmpty(), "name", "is empty")
                    .require(size > 0, "size", size + " is nothing")
                    .throwIfAny();
        }
    }

    @Test
    void allThatARecordRefusesIsReportedAtOnce() {
        assertThat(problems(Step.class, "{from: -4, to: -5, by: 0}"))
                .containsExactly(
                        "1:8: from: -4 is negative",
                        "1:8: from: starts at -4 and ends at -5",
                        "1:24: by: 0 leads nowhere");
    }

    @Test
    void valuesOfTheWrongKindAndRefusedOnesAreReportedTogether() {
        assertThat(problems(Step.class, "{from: -4, to: far, by: 0, in: x, by: 1}"))
                .containsExactly(
                        "1:8: from: -4 is negative",
                        "1:16: expected a whole number, found 'far'",
                        "1:25: by: 0 leads nowhere",
                        "1:28: no setting 'in'. There are by, from, to",
                        "1:35: 'by' is already set at line 1");
    }

    @Test
    void nothingIsSaidOfTheDefaultThatStandsInForAWrongValue() {
        assertThat(problems(Step.class, "{from: 20, to: far}"))
                .containsExactly("1:16: expected a whole number, found 'far'");
        assertThat(problems(Step.class, "{from: far, to: -1}"))
                .containsExactly("1:8: expected a whole number, found 'far'");
    }

    @Test
    void nothingIsKnownOfARecordThatLacksWhatHasNoDefault() {
        assertThat(problems(Named.class, "{size: 0}")).containsExactly("1:1: setting 'name' is missing");
        assertThat(problems(Named.class, "{name: [], size: 0}")).containsExactly("1:8: expected text, found a list");
        assertThat(problems(Named.class, "{name: '', size: 0}"))
                .containsExactly("1:8: name: is empty", "1:18: size: 0 is nothing");
    }

    @Test
    void aRecordAndTheOnesInItReportTogether() {
        assertThat(problems(Stairs.class, """
                        up: {from: -1, to: far, by: 0}
                        down:
                          - {from: 3, to: 1}
                          - {by: none, form: 1}
                          - {from: -3, by: -1}
                        floors: 100
                        """))
                .containsExactly(
                        "1:12: from: -1 is negative",
                        "1:20: expected a whole number, found 'far'",
                        "1:29: by: 0 leads nowhere",
                        "3:12: from: starts at 3 and ends at 1",
                        "4:10: expected a whole number, found 'none'",
                        "4:16: no setting 'form'. Did you mean 'from'?",
                        "5:12: from: -3 is negative",
                        "5:20: by: -1 leads nowhere",
                        "6:9: floors: 100 is too high");
    }

    @Test
    void aRecordSeesWhatIsSoundInOneWithAWrongValue() {
        assertThat(problems(Stairs.class, "up: {to: 70, by: none}"))
                .containsExactly("1:10: up.to: 70 is too far", "1:18: expected a whole number, found 'none'");
    }

    @Test
    void anItemOfAListIsNamedByItsIndex() {
        assertThat(problems(Stairs.class, "down: [{}, {to: 70}]")).containsExactly("1:17: down.1.to: is too far");
    }

    @Test
    void settingsAreMadeWithoutUnknownKeys() {
        Problems problems = new Problems();
        assertThat(Reading.bound(Step.class, "{from: 2, form: 3}", problems))
                .hasValueSatisfying(bound -> assertThat(bound.settings()).isEqualTo(new Step(2, 10, 1)));
        assertThat(Reading.texts(problems)).containsExactly("1:11: no setting 'form'. Did you mean 'from'?");
    }

    record Fragile(
            @Default("0") long divisor, @Default("[]") List<Long> list) {
        Fragile {
            list = List.of(list.get(0) / divisor);
        }
    }

    @Test
    void aRecordThatFailsOnADefaultInPlaceOfAWrongValueIsNotBlamed() {
        assertThat(problems(Fragile.class, "{divisor: two, list: [1]}"))
                .containsExactly("1:11: expected a whole number, found 'two'");
    }
}
