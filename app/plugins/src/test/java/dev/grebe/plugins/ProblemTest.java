package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    private static String excerpt(String text, int line, int column) {
        return new Problem(Origin.file("f", text).place(line, column), "m").excerpt();
    }

    @Test
    void aProblemNamesFileLineAndColumn() {
        assertThat(new Problem(Origin.file("p.yaml", "a: b").place(1, 4), "no 'b'"))
                .hasToString("p.yaml:1:4: no 'b'");
    }

    @Test
    void aProblemOfAnOptionNamesTheOption() {
        Problem problem = new Problem(Origin.option("--set run.threads").start(), "no 'b'");

        assertThat(problem).hasToString("--set run.threads: no 'b'");
        assertThat(problem.excerpt()).isEmpty();
    }

    @Test
    void theLastSentenceHasNoFullStop() {
        assertThat(new Problem(Origin.option("--x").start(), "no 'b'.")).hasToString("--x: no 'b'");
        assertThat(new Problem(Origin.option("--x").start(), "no 'b'. Write a."))
                .hasToString("--x: no 'b'. Write a");
        assertThat(new Problem(Origin.option("--x").start(), "cut off..")).hasToString("--x: cut off..");
    }

    @Test
    void theCaretStandsUnderThePlace() {
        assertThat(excerpt("x: 1\nabc: def\n", 2, 6)).isEqualTo("    2 | abc: def\n      |      ^\n");
    }

    @Test
    void aTabCountsAsOneCharacter() {
        assertThat(excerpt("\ta:\tb", 1, 5)).isEqualTo("    1 |  a: b\n      |     ^\n");
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        String excerpt = excerpt("a".repeat(5000) + "!" + "b".repeat(5000), 1, 5001);

        assertThat(excerpt)
                .isEqualTo(
                        "    1 | .." + "a".repeat(60) + "!" + "b".repeat(39) + "..\n      | " + " ".repeat(62) + "^\n");
    }

    @Test
    void aLineThatFitsIsShownWhole() {
        assertThat(excerpt("a".repeat(100), 1, 99))
                .isEqualTo("    1 | " + "a".repeat(100) + "\n      | " + " ".repeat(98) + "^\n");
    }

    @Test
    void aPlaceBehindTheLineIsItsEnd() {
        assertThat(excerpt("ab", 1, 99)).isEqualTo("    1 | ab\n      |   ^\n");
    }

    @Test
    void controlAndBidiCharactersAreWrittenAsCodes() {
        assertThat(excerpt("\u001b[31m\u202e: x", 1, 9))
                .isEqualTo("    1 | \\u001B[31m\\u202E: x\n      |                   ^\n");
    }

    @Test
    void whatSeemsToBeASecretIsHidden() {
        String yaml = "hook: {token: canary1, url: 'https://u:canary2@h/x?sig=canary3'}\nx: 1\nx: 2";
        Origin origin = Origin.file("f", yaml);
        YamlReader.read(origin, yaml, new Problems());

        assertThat(new Problem(origin.place(1, 1), "m").excerpt())
                .contains("hook: {token: *******, url: ***********************************}")
                .doesNotContain("canary");
    }

    @Test
    void aLineWithASecretInABrokenFileIsHidden() {
        String yaml = "token: canary1\nx: [\n";
        Origin origin = Origin.file("f", yaml);
        YamlReader.read(origin, yaml, new Problems());

        assertThat(new Problem(origin.place(1, 1), "m").excerpt()).doesNotContain("canary");
    }
}
