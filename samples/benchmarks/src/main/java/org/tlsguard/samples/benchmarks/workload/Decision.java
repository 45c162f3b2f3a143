package org.tlsguard.samples.benchmarks.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.PolicyException;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;

/** What it costs to find out how a policy judges a peer, however long the policy is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Decision {

    private static final Date NOW = new Date();

    /** Half of them destinations, half exemptions. */
    @Param({"10", "1000", "100000"})
    public int entries;

    /** How many peers are met in turn: the policy remembers a hundred, and looks up anew each of twenty thousand. */
    @Param({"100", "20000"})
    public int peers;

    private Policy policy;
    private List<Peer> met;
    private int next;

    @Setup
    public void load() throws IOException, PolicyException {
        Path file = Files.createTempFile("policy", ".yaml");
        try {
            Files.write(file, lines(entries / 2));
            policy = Policy.load(file.toFile());
        } finally {
            Files.delete(file);
        }
        met = peers(entries / 2, peers);
    }

    /** The exemption that it finds is returned, so that nothing is optimised away. */
    @Benchmark
    public Exemption exemption() {
        Peer peer = met.get(next);
        next = next + 1 == met.size() ? 0 : next + 1;
        return policy.forPeer(peer).exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, NOW);
    }

    private static List<String> lines(int half) {
        List<String> lines = new ArrayList<>(List.of("version: 1", "destinations:"));
        for (int i = 0; i < half; i++) {
            lines.add("- {match: \"" + pattern(i) + "\"}");
        }
        lines.add("exemptions:");
        for (int i = 0; i < half; i++) {
            lines.add("- {rule: protocol, allow: TLSv1, match: \"" + pattern(i)
                    + "\", reason: r, owner: o, expires: 2999-12-31}");
        }
        return lines;
    }

    /** Hosts, wildcards of both kinds, and networks, in turn. */
    private static String pattern(int i) {
        return switch (i % 4) {
            case 0 -> "host" + i + ".corp.example:443";
            case 1 -> "*.d" + i + ".example";
            case 2 -> "**.e" + i + ".example";
            default -> network(i, 0) + "/29";
        };
    }

    private static List<Peer> peers(int patterns, int count) {
        Random random = new Random(1);
        List<Peer> peers = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            int i = random.nextInt(patterns);
            String host = switch (i % 4) {
                case 0 -> "host" + i + ".corp.example";
                case 1 -> "a" + n + ".d" + i + ".example";
                case 2 -> "a.b" + n + ".e" + i + ".example";
                default -> network(i, n % 8);
            };
            peers.add(Peer.of(Role.SERVER, host, 443));
        }
        return peers;
    }

    private static String network(int i, int host) {
        return "10." + (i >> 13 & 255) + "." + (i >> 5 & 255) + "." + (((i & 31) << 3) + host);
    }
}
