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
    private static final String TOO_LONG = "more than %d days".formatted(LONGEST.toDays());

    /**
     * Start of the child minus time of the connection.
     *
     * @param from negative to let the child come first: Sysmon stamps connections up to some seconds late
     */
    public record StartWindow(
            @About("Least difference; -5s suits connections from Sysmon, which stamps them late") @Default("0s")
            Duration from,

            @About("Greatest difference") @Default("10s") Duration to) {
        public StartWindow {
            new SettingException.Checks()
                    .require(isWithinLimit(from), "from", TOO_LONG)
                    .require(isWholeSeconds(from), "from", notWhole(from))
                    .require(isWithinLimit(to), "to", TOO_LONG)
                    .require(isWholeSeconds(to), "to", notWhole(to))
                    .require(
                            from.compareTo(to) <= 0,
                            "from",
                            "from is %s and to is %s: no service starts in that window".formatted(text(from), text(to)),
                            "to")
                    .throwIfAny();
        }
    }

    public ScmSettings {
        new SettingException.Checks()
                .require(isWithinLimit(bootGrace), "bootGrace", TOO_LONG)
                .require(isWholeSeconds(bootGrace), "bootGrace", notWhole(bootGrace))
                .require(!bootGrace.isNegative(), "bootGrace", text(bootGrace) + " is negative")
                .require(rareBelow >= 0, "rareBelow", rareBelow + " is negative")
                .throwIfAny();
        lolbins = List.copyOf(lolbins);
        excludeCommandLines = List.copyOf(excludeCommandLines);
    }

    private static boolean isWithinLimit(Duration value) {
        return value.compareTo(LONGEST) <= 0 && value.compareTo(LONGEST.negated()) >= 0;
    }

    // The rule counts clock seconds, so half a second could only be rounded to something that was not asked for.
    private static boolean isWholeSeconds(Duration value) {
        return value.equals(value.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String notWhole(Duration value) {
        return text(value) + " is no whole number of seconds, and the rule counts in those";
    }

    private static String text(Duration value) {
        return BigDecimal.valueOf(value.getSeconds())
                        .add(BigDecimal.valueOf(value.getNano(), 9))
                        .stripTrailingZeros()
                        .toPlainString()
                + "s";
    }
}
