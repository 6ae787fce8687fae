package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaxBadTest {
    private static Account account(long files, long filesRejected, long rows, long rowsRejected) {
        return new Account(
                files, 0, filesRejected, 0, 0, rows, rows - rowsRejected, 0, rowsRejected, Map.of(), Map.of());
    }

    @Test
    void aNumberIsOfRowsAndFilesTogether() {
        assertThat(MaxBad.parse("12")).contains(new MaxBad(12, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "1.5", "1e3", "101%", ".5%", "5.%", "1.2.3%", "10000000000", "1 %", "x"})
    void anythingElseIsRefused(String text) {
        assertThat(MaxBad.parse(text)).isEmpty();
    }

    @Test
    void aShareIsOfTheRowsOfAllTables() {
        MaxBad half = MaxBad.parse("0.5%").orElseThrow();

        assertThat(half.exceededBy(List.of(account(1, 0, 100, 1), account(1, 0, 100, 0))))
                .isEmpty();
        assertThat(half.exceededBy(List.of(account(1, 0, 100, 1), account(1, 0, 90, 0))))
                .contains("1 of 190 rows are bad, more than the 0.5% of run.maxBad");
    }

    @Test
    void aShareIsOfTheFilesToo() {
        assertThat(MaxBad.parse("10%").orElseThrow().exceededBy(List.of(account(9, 1, 0, 0))))
                .contains("1 of 9 files are bad, more than the 10% of run.maxBad");
    }
}
