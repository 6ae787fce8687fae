package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadInputPageTest {
    @Test
    void thePageExplainsEveryReason() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/bad-input.md")).stream()
                .takeWhile(line -> !line.equals("## Warnings"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(documented)
                .isEqualTo(Arrays.stream(Reason.values()).map(Enum::name).toList());
    }
}
