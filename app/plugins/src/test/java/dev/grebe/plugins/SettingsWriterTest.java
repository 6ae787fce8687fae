package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SettingsWriterTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static BinderTest.All all(String text, double share, Duration span, long count) {
        return new BinderTest.All(
                true,
                count,
                share,
                text,
                span,
                Instant.parse("2020-09-20T00:00:00.0000001Z"),
                BinderTest.Mode.VERY_SAFE,
                new Secret("hush"),
                List.of(Long.MIN_VALUE, Long.MAX_VALUE),
                new LinkedHashSet<>(List.of(BinderTest.Mode.FAST)),
                Map.of(text, span),
                new BinderTest.Span(Duration.ZERO, Duration.ofSeconds(1)),
                List.of(new BinderTest.NoAuth(), new BinderTest.BasicAuth(text, new Secret("p"))));
    }

    private static Record throughJson(Record settings) {
        String json = JSON.writeValueAsString(SettingsWriter.write(settings));
        Yaml tree = Yaml.of(
                JSON.readValue(json, Object.class), Origin.option("settings").start());
        Problems problems = new Problems();
        Record bound = new Binder("test", problems)
                .bind(settings.getClass(), tree)
                .orElseThrow(() -> new AssertionError(problems.list()))
                .settings();
        return bound;
    }

    @Test
    void whatIsWrittenIsReadBackAsEqualSettings() {
        List<String> texts =
                List.of("x", "", "true", "null", "~", "10", "a: b", "\u0000\u001b\ud83d\ude00\"\\", "\u007f\ufffe");
        List<Double> shares = List.of(0.0, -0.0, 1e308, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 3.0);
        for (String text : texts) {
            for (double share : shares) {
                BinderTest.All settings = all(text, share, Duration.ofNanos(-1_500_000_100), 7);
                assertThat(throughJson(settings)).isEqualTo(settings);
            }
        }
    }

    @Test
    void everyDurationAndNumberSurvives() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Duration span = Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
            double share = Double.longBitsToDouble(random.nextLong());
            BinderTest.All settings = all("t", share, span, random.nextLong());
            assertThat(throughJson(settings)).isEqualTo(settings);
        }
    }

    @Test
    void secretsAreWrittenForMachinesOnly() {
        BinderTest.All settings = all("t", 1, Duration.ZERO, 1);

        assertThat(SettingsWriter.write(settings)).containsEntry("key", "hush");
        assertThat(SettingsWriter.writeWithoutSecrets(settings).toString())
                .contains("key=***", "password=***")
                .doesNotContain("hush");
    }
}
