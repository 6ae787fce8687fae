package dev.grebe.defender.scm;

import dev.grebe.plugin.Rule;
import java.util.List;

/** What the original's page says of the rule, in our words, and what its query means beyond that. */
final class ScmRule {
    private ScmRule() {}

    static Rule of(ScmSettings settings) {
        return new Rule(
                "0xFF-0083",
                "2020-10-23",
                "Service started remotely through the Service Control Manager",
                description(settings),
                Rule.Severity.HIGH,
                List.of("T1021.002", "T1543.003", "T1569.002"),
                List.of(
                        "https://github.com/FalconForceTeam/FalconFriday/blob/main/0xFF-0083-Remote_Process_Invocation_Via_SCM-Win.md",
                        "https://learn.microsoft.com/en-us/windows/win32/services/services-and-rpc-tcp",
                        "https://www.ired.team/offensive-security/lateral-movement/lateral-movement-abusing-service-configuration-manager"),
                "FalconForce (https://falconforce.nl/)",
                "BSD-3-Clause",
                falsePositives(),
                blindSpots(settings));
    }

    private static String description(ScmSettings settings) {
        return """
                With an administrator's rights on another machine, an attacker can create a service there and start it, \
                by talking to the Service Control Manager (services.exe) over RPC/TCP; PsExec and PAExec use the same \
                interface. The traffic arrives at services.exe, and the service is started as its child. This rule \
                reports a child of services.exe that starts %d to %d clock seconds after services.exe accepted a \
                connection, if its program is rare and has no certificate on record, or is one that attackers are \
                known to borrow.\
                """.formatted(
                settings.window().from().toSeconds(), settings.window().to().toSeconds());
    }

    private static List<String> falsePositives() {
        return List.of(
                "Remote administration and software deployment that install unsigned services.",
                "A service that happens to start while something else talks to services.exe.",
                "Children whose SHA1 is missing count as rare as long as no certificate record lacks its SHA1, too.");
    }

    private static List<String> blindSpots(ScmSettings settings) {
        return List.of(
                "The service is created now and started later, or at the next boot.",
                "The service starts more than %d s after the connection was opened: the start of the connection counts, not its last packet."
                        .formatted(settings.window().to().toSeconds()),
                "The attack falls in the first %d s of services.exe, or its start time is not in the lake."
                        .formatted(settings.bootGrace().toSeconds()),
                "The SCM is reached through its named pipe over SMB: then the System process accepts the connection, not services.exe.",
                "The program has a certificate on record, valid or not, and is not in the list (powershell.exe is not).",
                "%d or more pairs of connection and child for one hash: enough connections hide a program that is not in the list."
                        .formatted(settings.rareBelow()),
                "Defender does not log every connection.");
    }
}
