package dev.grebe.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingExceptionTest {
    @Test
    void oneProblemIsItsMessage() {
        assertThat(new SettingException("port", "0 is no port"))
                .hasMessage("0 is no port")
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(new SettingException.Problem("port", "0 is no port", List.of())));
    }

    @Test
    void severalProblemsAreToldApartByTheirSettings() {
        SettingException.Checks checks = new SettingException.Checks()
                .require(false, "port", "0 is no port")
                .require(true, "host", "is empty")
                .require(false, "from", "starts after it ends", "to");

        assertThatThrownBy(checks::throwIfAny)
                .hasMessage("port: 0 is no port; from: starts after it ends")
                .isInstanceOfSatisfying(
                        SettingException.class,
                        e -> assertThat(e.problems())
                                .last()
                                .isEqualTo(
                                        new SettingException.Problem("from", "starts after it ends", List.of("to"))));
    }

    @Test
    void checksThatHoldThrowNothing() {
        assertThatCode(() -> new SettingException.Checks()
                        .require(true, "port", "0 is no port")
                        .throwIfAny())
                .doesNotThrowAnyException();
    }
}
