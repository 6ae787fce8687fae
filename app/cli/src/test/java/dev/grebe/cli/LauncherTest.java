package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the launcher says before it starts anything. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @Test
    void anOptionOfTheJvmWithoutItsDashIsNamed() throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder(
                Path.of("../../grebe").toAbsolutePath().normalize().toString(), "version");
        launcher.environment().put("GREBE_JAVA_OPTS", "Xmx8g");
        Process process = launcher.redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("grebe: GREBE_JAVA_OPTS is 'Xmx8g'; options of the JVM begin with '-', as -Xmx8g does\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
