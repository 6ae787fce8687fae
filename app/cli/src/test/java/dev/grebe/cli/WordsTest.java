package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "app/examples/a-b_1.yaml, app/examples/a-b_1.yaml",
                "my lake/a.yaml, 'my lake/a.yaml'",
                "it's, 'it'\\''s'",
                "$(reboot), '$(reboot)'",
                "\"\", ''"
            })
    void aShellTakesTheWordLiterally(String word, String quoted) {
        assertThat(Words.quoted(word)).isEqualTo(quoted);
    }
}
