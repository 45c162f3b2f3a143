package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a decision costs in a policy of 10, 1,000 and 100,000 entries, half of them destinations and half exemptions. Surefire
 * runs it when it is named: {@code mvn -pl policy test -Dtest=DecisionBenchmark}.
 *
 * <p>A peer that is met for the first time is looked up by its name or address; one that was met before is remembered.
 */
class DecisionBenchmark {

    private static final int[] ENTRIES = {10, 1_000, 100_000};
    /** More peers than a policy remembers, so that each round meets them anew. */
    private static final int PEERS = 20_000;

    private static final int ROUNDS = 15;
    private static final Date NOW = new Date();

    private long allowed;

    @Test
    void aDecisionCostsTheSameHoweverLongThePolicyIs() {
        double[] fresh = new double[ENTRIES.length];
        System.out.println("entries     load ms   new peer ns   known peer ns");
        for (int i = 0; i < ENTRIES.length; i++) {
            long start = cpuTime();
            Policy policy = policy(ENTRIES[i]);
            long loaded = cpuTime() - start;
            fresh[i] = best(policy, peers(ENTRIES[i], PEERS));
            double known = best(policy, peers(ENTRIES[i], 100));
            System.out.println(String.format(
                    Locale.ROOT, "%7d %11d %13.0f %15.0f", ENTRIES[i], loaded / 1_000_000, fresh[i], known));
        }
        assertThat(allowed).as("exemptions found").isPositive();
        // Memory is not as near for a hundred thousand; a scan would cost a thousand times as much.
        assertThat(fresh[2]).isLessThan(20 * fresh[0] + 20_000);
    }

    /** Nanoseconds for one decision, in the best of several rounds. */
    private double best(Policy policy, List<Peer> peers) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuTime();
            for (Peer peer : peers) {
                PeerPolicy rules = policy.forPeer(peer);
                if (rules.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, NOW) != null) {
                    allowed++;
                }
            }
            best = Math.min(best, (cpuTime() - start) / (double) peers.size());
        }
        return best;
    }

    /** The processor's time and not the clock's: a busy machine does not make it longer. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Policy policy(int entries) {
        List<String> lines = new ArrayList<>(Collections.singletonList("version: 1"));
        lines.add("destinations:");
        for (int i = 0; i < entries / 2; i++) {
            lines.add("- {match: \"" + pattern(i) + "\"}");
        }
        lines.add("exemptions:");
        for (int i = 0; i < entries / 2; i++) {
            lines.add("- {rule: protocol, allow: TLSv1, match: \"" + pattern(i) + "\", reason: r, owner: o, expires: "
                    + "2999-12-31}");
        }
        return Policies.of(lines.toArray(new String[0]));
    }

    /** Hosts, wildcards of both kinds, and networks of various lengths, in turn. */
    private static String pattern(int i) {
        switch (i % 4) {
            case 0:
                return "host" + i + ".corp.example:443";
            case 1:
                return "*.d" + i + ".example";
            case 2:
                return "**.e" + i + ".example";
            default:
                return "10." + (i >> 13 & 255) + "." + (i >> 5 & 255) + "." + ((i & 31) << 3) + "/" + 29;
        }
    }

    private static List<Peer> peers(int entries, int count) {
        Random random = new Random(1);
        List<Peer> peers = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            int i = random.nextInt(entries / 2);
            String host;
            switch (i % 4) {
                case 0:
                    host = "host" + i + ".corp.example";
                    break;
                case 1:
                    host = "a" + n + ".d" + i + ".example";
                    break;
                case 2:
                    host = "a.b" + n + ".e" + i + ".example";
                    break;
                default:
                    host = "10." + (i >> 13 & 255) + "." + (i >> 5 & 255) + "." + (((i & 31) << 3) + n % 8);
            }
            peers.add(Peer.of(Role.SERVER, host, 443));
        }
        return peers;
    }
}
