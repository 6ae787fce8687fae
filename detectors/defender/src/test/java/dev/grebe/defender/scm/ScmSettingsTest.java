package dev.grebe.defender.scm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.SettingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class ScmSettingsTest {
    @Test
    void fractionOfASecondIsRefusedWhereverSecondsAreCounted() {
        assertRefused(() -> settings("PT0.5S", "PT10S", "PT60S", 100), "from", "0.5s is no whole number of");
        assertRefused(() -> settings("PT0S", "PT10.25S", "PT60S", 100), "to", "10.25s is no whole number of");
        assertRefused(
                () -> settings("PT0S", "PT10S", "PT60.000000001S", 100), "bootGrace", "60.000000001s is no whole");
        assertRefused(() -> settings("PT-0.5S", "PT10S", "PT60S", 100), "from", "-0.5s is no whole number of");
    }

    @Test
    void windowThatEndsBeforeItBeginsIsRefused() {
        assertRefused(
                () -> settings("PT5S", "PT-5S", "PT60S", 100),
                "from",
                "from is 5s and to is -5s: no service starts in that window");
    }

    @Test
    void windowOfOneSecondIsAccepted() {
        assertThat(settings("PT3S", "PT3S", "PT60S", 100).window().from()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void spanBeyondAYearIsRefused() {
        assertRefused(() -> settings("PT0S", "P366D", "PT60S", 100), "to", "more than 365 days");
        assertRefused(() -> settings("P-366D", "PT0S", "PT60S", 100), "from", "more than 365 days");
        assertRefused(() -> settings("PT0S", "PT1S", "PT9223372036854775807S", 100), "bootGrace", "more than 365 days");
    }

    @Test
    void negativeCountsAreRefused() {
        assertRefused(() -> settings("PT0S", "PT10S", "PT-1S", 100), "bootGrace", "-1s is negative");
        assertRefused(() -> settings("PT0S", "PT10S", "PT60S", -1), "rareBelow", "-1 is negative");
    }

    @Test
    void everythingWrongWithARecordIsSaidAtOnce() {
        assertThatThrownBy(() -> new ScmSettings.StartWindow(Duration.ofMillis(1500), Duration.ofMillis(-500)))
                .hasMessage("from: 1.5s is no whole number of seconds, and the rule counts in those;"
                        + " to: -0.5s is no whole number of seconds, and the rule counts in those;"
                        + " from: from is 1.5s and to is -0.5s: no service starts in that window");
        assertThatThrownBy(() -> settings("PT0S", "PT10S", "PT-1.5S", -4))
                .hasMessage("bootGrace: -1.5s is no whole number of seconds, and the rule counts in those;"
                        + " bootGrace: -1.5s is negative; rareBelow: -4 is negative");
    }

    @Test
    void listOfProgramsIsThePublishedOne() {
        List<String> names = ScmLake.lolbins();
        assertThat(names).hasSize(104).startsWith("At.exe", "Atbroker.exe").endsWith("Winword.exe", "Wsl.exe");
        assertThat(names).allMatch(name -> name.endsWith(".exe")).doesNotContain("Powershell.exe");
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @Test
    void pluginIsFoundByItsName() {
        assertThat(StreamSupport.stream(ServiceLoader.load(DetectorPlugin.class).spliterator(), false))
                .filteredOn(plugin -> plugin.name().equals("scm-remote-service"))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.settings()).isEqualTo(ScmSettings.class));
    }

    @Test
    void ruleSpeaksOfTheSettingsInForce() {
        assertThat(new ScmDetector(ScmLake.settings(-5, 30, 120, 7)).rule()).satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("0xFF-0083");
            assertThat(rule.description()).contains("starts -5 to 30 clock seconds after");
            assertThat(rule.blindSpots())
                    .anyMatch(spot -> spot.contains("more than 30 s after"))
                    .anyMatch(spot -> spot.contains("first 120 s of services.exe"))
                    .anyMatch(spot -> spot.startsWith("7 or more pairs"));
        });
    }

    private static ScmSettings settings(String from, String to, String bootGrace, long rareBelow) {
        return new ScmSettings(
                new ScmSettings.StartWindow(Duration.parse(from), Duration.parse(to)),
                Duration.parse(bootGrace),
                rareBelow,
                List.of(),
                List.of());
    }

    private static void assertRefused(ThrowingCallable settings, String name, String message) {
        assertThatThrownBy(settings)
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo(name))
                .hasMessageStartingWith(message);
    }
}
