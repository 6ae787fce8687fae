package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejection.Position;
import dev.grebe.plugin.Rejects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuarantineTest {
    private static final MaxBad MANY = new MaxBad(100, 100);

    private final Quarantine quarantine = new Quarantine(BadInput.QUARANTINE, MANY);
    private final Rejects events = quarantine.of("Events");

    private static Rejection row(String file, long line) {
        return new Rejection(file, Position.line(line), "Id", Reason.BAD_NUMBER, "'x' is no whole number", "x");
    }

    private static Rejection file(String file) {
        return Rejection.ofFile(file, Reason.TRUNCATED, "ends early");
    }

    @Test
    void aRunThatFailsEndsAtTheFirstBadRowAndNamesIt() {
        Rejects strict = new Quarantine(BadInput.FAIL, MANY).of("Events");

        assertThatThrownBy(() -> strict.row(row("a.jsonl", 7)))
                .isInstanceOf(DataException.class)
                .hasMessage("a.jsonl:7: column 'Id': 'x' is no whole number (BAD_NUMBER)");
    }

    @Test
    void aRowThatIsMetAgainCountsOnce() {
        events.row(row("a.jsonl", 7));
        events.row(row("a.jsonl", 7));

        assertThat(quarantine.counts("Events")).isEqualTo(Map.of("a.jsonl", Map.of(Reason.BAD_NUMBER, 1L)));
    }

    @Test
    void lettersAreSortedByFileAndPlaceWhateverTheOrderOfTheReaders() {
        events.row(row("b.jsonl", 1));
        events.row(row("a.jsonl", 10));
        events.row(row("a.jsonl", 9));

        assertThat(quarantine.letters())
                .extracting(letter -> letter.rejection().message())
                .map(message -> message.substring(0, message.indexOf(": ")))
                .containsExactly("a.jsonl:9", "a.jsonl:10", "b.jsonl:1");
    }

    @Test
    void aFileThatIsDamagedIsLeftOutOfTheNextAttemptAndTakesTheLettersOfItsRowsWithIt() {
        events.row(row("a.jsonl", 7));

        assertThat(quarantine.setsAside(new DataException(file("a.jsonl")))).isTrue();
        assertThat(events.contains("a.jsonl")).isTrue();
        assertThat(quarantine.letters()).containsExactly(new Quarantine.Letter("Events", file("a.jsonl")));
    }

    @Test
    void aFileThatIsStillReadAfterItWasSetAsideEndsTheRun() {
        quarantine.setsAside(new DataException(file("a.jsonl")));

        assertThat(quarantine.setsAside(new DataException(file("a.jsonl")))).isFalse();
    }

    @Test
    void whatIsWrongWithTheTableItselfIsNotSetAside() {
        assertThat(quarantine.setsAside(new DataException("no such folder"))).isFalse();
    }

    @Test
    void oneMoreThanIsBorneEndsTheRun() {
        Rejects few = new Quarantine(BadInput.SKIP, new MaxBad(1, 100)).of("Events");
        few.row(row("a.jsonl", 1));

        assertThatThrownBy(() -> few.row(row("a.jsonl", 2)))
                .isInstanceOf(DataException.class)
                .hasMessage("a.jsonl:2: column 'Id': 'x' is no whole number (BAD_NUMBER)."
                        + " That is one bad row or file more than the 1 of run.maxBad");
    }

    @Test
    void aLetterIsOneLineOfJsonThatMovesNoCursor() {
        Rejection hostile = new Rejection(
                "a\u001B[2J.jsonl", Position.line(3), "Id", Reason.BAD_NUMBER, "no number", "\"\n\u202Ex");

        assertThat(DeadLetters.write(List.of(new Quarantine.Letter("Events", hostile))))
                .isEqualTo("""
                        {"table":"Events","file":"a\\\\u001B[2J.jsonl","line":3,"column":"Id","reason":"BAD_NUMBER",\
                        "detail":"no number","raw":"\\"\\\\n\\\\u202Ex"}
                        """);
    }
}
