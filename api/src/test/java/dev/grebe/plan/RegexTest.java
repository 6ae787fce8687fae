package dev.grebe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc 0",
                "(a)(b(c)) 3",
                "(?:a)(?i:b)(?i)c 0",
                "(?P<x>a)(?<y>b) 2",
                "\\(a\\)[(](b) 1",
                "[]()]x(b) 1",
                "[^](]x(b) 1",
                "[[:alpha:](](b) 1",
                "\\Q(a)\\E(b) 1",
            })
    void groupsAreCounted(String pattern, int groups) {
        assertThat(Regex.of(pattern).groups()).isEqualTo(groups);
    }

    @Test
    void groupsHaveNames() {
        assertThat(Regex.of("(a)(?P<x>b)(?<y>c)").names()).isEqualTo(Map.of("x", 2, "y", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[a&&b] | '&&' in a class is not supported; list the characters, escape what means itself",
                "[a--b] | '--' in a class is not supported; list the characters, escape what means itself",
                "[a~~b] | '~~' in a class is not supported; list the characters, escape what means itself",
                "[a[b]] | a class inside a class is not supported; write \\[ for the bracket",
                "a\\< | '\\<' is not supported; write \\b",
                "a\\b{start} | '\\b{' is not supported; write \\b",
                "(?x)a | the flag 'x' is not supported",
                "(?iu:a) | the flag 'u' is not supported",
            })
    void whatTwoEnginesReadDifferentlyIsRefused(String pattern, String problem) {
        assertThatThrownBy(() -> Regex.of(pattern))
                .isInstanceOf(PlanException.class)
                .hasMessageEndingWith(": " + problem);
    }

    @Test
    void groupsAndLengthAreBounded() {
        assertThat(Regex.of("(a)".repeat(16)).groups()).isEqualTo(16);
        assertThatThrownBy(() -> Regex.of("(a)".repeat(17)))
                .hasMessageEndingWith(": 17 groups, at most 16 are supported");
        assertThatThrownBy(() -> Regex.of("a".repeat(10_001)))
                .hasMessage("the regular expression has more than 10000 characters");
    }
}
