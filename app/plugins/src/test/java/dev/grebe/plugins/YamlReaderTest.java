package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Problems problems = new Problems();

    private Optional<Yaml> read(String text) {
        return YamlReader.read(Origin.file("f", text), text, problems);
    }

    private List<String> problems(String text) {
        read(text);
        return Reading.texts(problems);
    }

    @Test
    void anEmptyTextIsNoValueAndNoProblem() {
        assertThat(read("")).isEmpty();
        assertThat(read("# nothing\n")).isEmpty();
        assertThat(read("---\n...\n")).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aKeyThatIsSetTwiceNamesTheFirstLine() {
        assertThat(problems("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"))
                .containsExactly("4:3: 'c' is already set at line 3", "5:1: 'a' is already set at line 1");
    }

    @Test
    void aTabCannotIndent() {
        assertThat(problems("a:\n\tb: 1\n")).containsExactly("2:1: a tab cannot indent; use spaces");
    }

    @Test
    void tagsAreRefusedWhereverTheyStand() {
        assertThat(problems("a: !!int '1'\nb: !!java.net.URL [x]\nc: !local {d: 1}\n"))
                .containsExactly(
                        "1:4: tags are not supported; remove '!!int'",
                        "2:4: tags are not supported; remove '!!java.net.URL'",
                        "3:4: tags are not supported; remove '!local'");
    }

    @Test
    void anchorsAndAliasesAreRefusedOnce() {
        assertThat(problems("a: &a [x, x]\nb: [*a, *a]\n"))
                .containsExactly("1:4: anchors and aliases (& and *) are not supported; write the value out");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .containsExactly("2:1: a second document begins here; one file holds one document");
    }

    @Test
    void depthIsLimitedWithoutRecursionOfTheParser() {
        assertThat(problems("x: " + "[".repeat(20_000) + "]".repeat(20_000)))
                .containsExactly("1:54: more than 50 levels deep");
        problems("x:\n" + "- ".repeat(20_000) + "1");
    }

    @Test
    void aListIsNoKey() {
        assertThat(problems("? [a]\n: 1\n? ~\n: 2\n"))
                .containsExactly("1:3: a key is text, not a list", "3:3: a key is text, not null");
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThat(problems("a: [1, 2\nb: 3\n"))
                .singleElement()
                .asString()
                .isEqualTo("2:2: not YAML: expected ',' or ']', but got : (while parsing a flow sequence)");
    }

    @Test
    void aControlCharacterSaysWhereAndIsNotPrinted() {
        assertThat(problems("a: 1\nb: x\u001b[31m\n"))
                .containsExactly("2:5: the character U+001B is not allowed; in double quotes write it as an escape");
    }

    @Test
    void valuesInMessagesCannotReachTheTerminal() {
        assertThat(problems("a: 1\n\"\\e[31m\": 1\n\"\\e[31m\": 2\n"))
                .containsExactly("3:1: '\\u001B[31m' is already set at line 2");
    }

    @Test
    void aHundredProblemsAreEnough() {
        List<String> found = problems("a: 1\n" + "a: 1\n".repeat(250));

        assertThat(found).hasSize(101).last().asString().endsWith("and 150 more problems");
    }
}
