package dev.grebe.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void plainTextAndBackslashesStay() {
        assertThat(Visible.of("C:\\Windows\\cmd.exe Zürich 東京 😀")).isEqualTo("C:\\Windows\\cmd.exe Zürich 東京 😀");
    }

    @Test
    void lineBreaksAndTabsAreWrittenOut() {
        assertThat(Visible.of("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
    }

    @Test
    void terminalEscapesCannotAct() {
        assertThat(Visible.of("\u001B[31mred\u009B2J\u007F\0")).isEqualTo("\\u001B[31mred\\u009B2J\\u007F\\u0000");
    }

    @Test
    void textCannotBeReordered() {
        assertThat(Visible.of("a\u202Eexe.cod\u2066\u200F")).isEqualTo("a\\u202Eexe.cod\\u2066\\u200F");
    }

    @Test
    void textCannotBeHidden() {
        assertThat(Visible.of("a\u200Bb\u00ADc\uFEFFd\u3164e\uFE0Ff\u2800"))
                .isEqualTo("a\\u200Bb\\u00ADc\\uFEFFd\\u3164e\\uFE0Ff\\u2800");
    }

    @Test
    void tagsBeyondTheBasicPlaneAreWrittenAsPairs() {
        assertThat(Visible.of(Character.toString(0xE0041))).isEqualTo("\\uDB40\\uDC41");
    }

    @Test
    void halfAPairIsWrittenOut() {
        assertThat(Visible.of("a\uD83Db")).isEqualTo("a\\uD83Db");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Visible.of("ab\n", 3)).isEqualTo("ab\\n");
        assertThat(Visible.of("a😀\n..", 2)).isEqualTo("a😀..");
    }
}
