package dev.grebe.defender.scm;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When a service counts as started by a connection, and what counts as known. The defaults are the rule as published. */
@About("Services that start shortly after a connection to the Service Control Manager (FalconFriday 0xFF-0083)")
public record ScmSettings(
        @About("How long after the connection the service starts, in clock seconds; both ends belong to it")
        @Default("{from: 0s, to: 10s}")
        StartWindow window,

        @About("Connections are ignored until services.exe has run for more than this many clock seconds")
        @Default("60s")
        Duration bootGrace,

        @About("A program without a certificate is reported if its hash occurs in fewer pairs than this in the run")
        @Default("100")
        long rareBelow,

        @About("Programs that are reported whoever signed them, by file name; ASCII case is ignored")
        @Default(Lolbins.YAML)
        List<String> lolbins,

        @About("Services with exactly this command line are never reported; ASCII case is ignored")
        @Default("[msiexec.exe /V]")
        List<String> excludeCommandLines) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Start of the child minus time of the connection.
     *
     * @param from negative to let the child come first: Sysmon stamps connections up to some seconds late
     */
    public record StartWindow(
            @About("Least difference; -5s suits connections from Sysmon, which stamps them late") @Default("0s")
            Duration from,

            @About("Greatest difference") @Default("10s") Duration to) {}

    public ScmSettings {
        requireWholeSeconds("window.from", window.from());
        requireWholeSeconds("window.to", window.to());
        if (window.from().compareTo(window.to()) > 0) {
            throw new SettingException(
                    "window.from",
                    "from is %s and to is %s: no service starts in that window"
                            .formatted(text(window.from()), text(window.to())));
        }
        requireWholeSeconds("bootGrace", bootGrace);
        if (bootGrace.isNegative()) {
            throw new SettingException("bootGrace", "%s is negative".formatted(text(bootGrace)));
        }
        if (rareBelow < 0) {
            throw new SettingException("rareBelow", "%d is negative".formatted(rareBelow));
        }
        lolbins = List.copyOf(lolbins);
        excludeCommandLines = List.copyOf(excludeCommandLines);
    }

    // The rule counts clock seconds, so half a second could only be rounded to something that was not asked for.
    private static void requireWholeSeconds(String setting, Duration value) {
        if (value.abs().compareTo(LONGEST) > 0) {
            throw new SettingException(setting, "more than %d days".formatted(LONGEST.toDays()));
        }
        if (!value.equals(value.truncatedTo(ChronoUnit.SECONDS))) {
            throw new SettingException(
                    setting, "%s is no whole number of seconds, and the rule counts in those".formatted(text(value)));
        }
    }

    private static String text(Duration value) {
        return BigDecimal.valueOf(value.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }
}
