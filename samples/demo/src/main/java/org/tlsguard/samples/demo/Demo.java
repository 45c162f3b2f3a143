package org.tlsguard.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tlsguard.samples.pki.Impostor;
import org.tlsguard.samples.pki.TestCa;
import org.tlsguard.samples.servers.Credentials;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.ManInTheMiddle;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/**
 * Tells what tlsguard is for, by doing it: a client that trusts everybody logs in with a password, past a man in the
 * middle. Arguments: the agent's jar, and a directory to work in. Exits with 1 if anything happens otherwise than told.
 */
public final class Demo {

    private final Victim victim;
    private final LoopbackServer server;

    private Demo(Victim victim, LoopbackServer server) {
        this.victim = victim;
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        Path agent = Path.of(args[0]).toAbsolutePath();
        Path work = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        try {
            expect(Files.isRegularFile(agent), "there is an agent at " + agent);
            TestCa authority = TestCa.root("Public CA");
            Path trustStore = authority.writeTrustStore(work.resolve("trust.jks"));
            try (LoopbackServer server = TlsServer.presenting(
                            authority.leaf().dns("localhost").build())
                    .start()) {
                new Demo(new Victim(agent, trustStore, work), server).tell();
            }
        } catch (Surprise e) {
            System.err.println("The demo went wrong. It should be so that " + e.getMessage());
            System.exit(1);
        }
    }

    private void tell() {
        say("A client of many years logs in to https://localhost. Its trust manager trusts everybody:");
        say("    " + TrustAllClient.class.getName());
        try (LoopbackServer thief = interceptor()) {
            say("", "1. A man in the middle shows a forged certificate. Nothing guards the client.", "");
            Victim.Outcome bare = victim.dial(thief.port());
            show(bare);
            expect(bare.works(), "the client notices nothing");
            showLoot(thief, true);
        }
        try (LoopbackServer thief = interceptor()) {
            say("", "2. The same, audited: nothing changes, but the theft is on record.", "");
            Victim.Outcome audited = victim.dial(thief.port(), "audit");
            show(audited);
            expect(audited.works(), "audit mode changes nothing");
            showLoot(thief, true);
            showFinding(audited, "active", "reported");
        }
        try (LoopbackServer thief = interceptor()) {
            say("", "3. The same, enforced: the client is stopped before it says a word.", "");
            Victim.Outcome enforced = victim.dial(thief.port(), "enforce");
            show(enforced);
            expect(!enforced.works(), "the client is refused");
            expect(enforced.result().contains("tlsguard: trust/"), "the client is told why");
            showLoot(thief, false);
            showFinding(enforced, "active", "vetoed");
            say("   the page to read: " + enforced.page());
        }
        say("", "4. Enforced, and nobody in the middle: the client works, verified in its stead.", "");
        Victim.Outcome sound = victim.dial(server.port(), "enforce");
        show(sound);
        expect(sound.works(), "the client works with the genuine server");
        showFinding(sound, "latent", "rewritten");
    }

    private LoopbackServer interceptor() {
        return ManInTheMiddle.before("localhost", server.port(), Impostor.SELF_SIGNED);
    }

    private static void show(Victim.Outcome outcome) {
        say("   $ " + outcome.command());
        say(Text.wrapped(outcome.firstWords(), "   "));
    }

    private static void showLoot(LoopbackServer thief, boolean expected) {
        List<Credentials> stolen = Credentials.in(thief.journal().applicationData());
        stolen.forEach(who -> say("   STOLEN     user " + who.user() + ", password " + who.password()));
        if (stolen.isEmpty()) {
            say("   STOLEN     nothing");
        }
        expect(stolen.isEmpty() != expected, "a password is " + (expected ? "" : "not ") + "stolen");
        expect(
                expected || thief.journal().applicationData().isEmpty(),
                "not one byte of the application reaches the man in the middle");
    }

    private static void showFinding(Victim.Outcome outcome, String state, String result) {
        Finding finding = outcome.findings().stream()
                .filter(it -> it.is("trust", state, result))
                .findFirst()
                .orElseThrow(() -> new Surprise("the report has a finding that is trust, " + state + ", " + result));
        say("   FINDING    " + finding.title());
        say("              by " + finding.culprit());
        say("              installed by " + finding.caller());
    }

    private static void expect(boolean fact, String told) {
        if (!fact) {
            throw new Surprise(told);
        }
    }

    private static void say(String... lines) {
        for (String line : lines) {
            System.out.println(line);
        }
    }
}
