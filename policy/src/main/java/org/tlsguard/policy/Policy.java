package org.tlsguard.policy;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is allowed: the built-in rules, or those of a file. Immutable and safe for use by many threads; what it answers for
 * a peer depends on nothing but the peer.
 */
public final class Policy {
    /** How many bytes a policy has at most. */
    public static final int MOST_BYTES = PolicyFile.MOST_BYTES;

    /** The digest of {@code built-in.yaml}; written down so that the built-in policy needs no file and no provider. */
    private static final String BUILT_IN_SHA256 = "f1e42cae0f32c7aabde650a139814f0fd3c9b611999c3eb4675c361c218914ae";

    /** Clients come from ever new ports, so that the memory of answers has to end somewhere. */
    private static final int MOST_PEERS = 4096;

    private final Definition definition;
    private final Digest digest;
    private final PatternIndex<Destination> servers = new PatternIndex<>();
    private final PatternIndex<Destination> clients = new PatternIndex<>();
    private final PatternIndex<Exemption> exemptions = new PatternIndex<>();
    /** The exemptions that hold for whatever peer. */
    private final List<Exemption> everywhere = new ArrayList<>();
    /** In which order the exemptions stand in the policy. */
    private final Map<Exemption, Integer> positions = new IdentityHashMap<>();

    private final PeerPolicy general;
    private final ConcurrentMap<Peer, PeerPolicy> peers = new ConcurrentHashMap<>();

    Policy(Definition definition, Digest digest) {
        this.definition = definition;
        this.digest = digest;
        for (Destination destination : definition.destinations) {
            (destination.role == Role.SERVER ? servers : clients).add(destination.patterns, destination);
        }
        for (Exemption exemption : definition.exemptions) {
            positions.put(exemption, positions.size());
            if (exemption.patterns().isEmpty()) {
                everywhere.add(exemption);
            } else {
                exemptions.add(exemption.patterns(), exemption);
            }
        }
        general = new PeerPolicy(definition, null, everywhere);
    }

    /** Returns the policy that holds where none is given. It is that of {@code built-in.yaml}, but reads no file. */
    public static Policy builtIn() {
        Definition definition = new Definition();
        definition.limits = new Limits(definition.baseline, definition.subtraction);
        return new Policy(definition, Digest.known(BUILT_IN_SHA256));
    }

    /**
     * Reads a policy.
     *
     * @param file a regular file of at most 8 MiB; files that it names are relative to its directory. Where there is none,
     *     the name of one of the {@linkplain ShippedPolicies shipped policies}
     * @throws PolicyException with every problem there is
     */
    public static Policy load(File file) throws PolicyException {
        return PolicyLoader.load(file);
    }

    /** Returns {@code built-in}, or the path of the file as given. */
    public String source() {
        return definition.source;
    }

    /** Returns the SHA-256 digest of the file's bytes in lower-case hexadecimal. */
    public String sha256() {
        return digest.sha256();
    }

    /** Returns the mode that the policy asks for, or null when it leaves the choice to others. */
    public Mode mode() {
        return definition.mode;
    }

    /** Returns the report directory, its {@code %p}, {@code %h} and {@code %t} not expanded; null when not given. */
    public String reportDirectory() {
        return definition.reportDirectory;
    }

    /** Tells whether findings are to be written as events as well; false when the policy does not say. */
    public boolean reportEvents() {
        return definition.reportEvents;
    }

    /** Returns where to log, as the policy writes it; null when not given. */
    public String log() {
        return definition.log;
    }

    /**
     * Returns the policy to evaluate beside this one, resolved against the directory of this one; null when there is none.
     * That it can be read was checked, its content was not.
     */
    public File candidate() {
        return definition.candidate;
    }

    /** Returns the files of trust anchors that this policy names, resolved against its directory; a new list. */
    public List<File> anchorFiles() {
        Set<File> files = new LinkedHashSet<>();
        addFiles(definition.anchors, files);
        for (Destination destination : definition.destinations) {
            if (destination.anchors != null) {
                addFiles(destination.anchors, files);
            }
        }
        return new ArrayList<>(files);
    }

    private static void addFiles(List<AnchorSource> anchors, Set<File> files) {
        for (AnchorSource anchor : anchors) {
            if (anchor.kind() == AnchorSource.Kind.FILE) {
                files.add(anchor.file());
            }
        }
    }

    /** Returns every exemption in the order of the policy, expired ones included; unmodifiable. */
    public List<Exemption> exemptions() {
        return definition.exemptions;
    }

    /**
     * Returns everything in the policy that ends some day, in its order: destinations whose pins or name vouch for a peer,
     * and exemptions; those that have ended included. A new list.
     */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (Destination destination : definition.destinations) {
            if (destination.expiryDay != null) {
                terms.add(new Term(
                        Term.Kind.DESTINATION,
                        destination.where,
                        destination.reason,
                        destination.owner,
                        destination.expiryDay,
                        destination.expires));
            }
        }
        for (Exemption exemption : definition.exemptions) {
            terms.add(new Term(
                    Term.Kind.EXEMPTION,
                    exemption.where(),
                    exemption.reason(),
                    exemption.owner(),
                    exemption.expiryDay(),
                    exemption.expires().getTime()));
        }
        return terms;
    }

    /**
     * Returns every destination that matches a peer, in the order of the policy: the first is the one that counts. A new
     * list, made by looking at each destination: for explanations, not for handshakes.
     *
     * @param peer not null
     */
    public List<Match> destinationsMatching(Peer peer) {
        List<Match> matches = new ArrayList<>();
        for (Destination destination : definition.destinations) {
            HostPattern pattern =
                    destination.role == peer.role() ? HostPattern.first(destination.patterns, peer) : null;
            if (pattern != null) {
                matches.add(new Match(destination.where, pattern.toString()));
            }
        }
        return matches;
    }

    /**
     * Returns what holds for a peer. Fast enough for every handshake, however long the policy is.
     *
     * @param peer not null; one with an unknown host gets what holds everywhere
     */
    public PeerPolicy forPeer(Peer peer) {
        PatternIndex<Destination> destinations = peer.role() == Role.SERVER ? servers : clients;
        if (destinations.isEmpty() && exemptions.isEmpty()) {
            return general;
        }
        PeerPolicy known = peers.get(peer);
        if (known != null) {
            return known;
        }
        PeerPolicy found = find(peer, destinations);
        if (peers.size() >= MOST_PEERS) {
            peers.clear();
        }
        peers.put(peer, found);
        return found;
    }

    private PeerPolicy find(Peer peer, PatternIndex<Destination> destinations) {
        List<Destination> matching = destinations.matching(peer);
        List<Exemption> exempting = exemptions.matching(peer);
        if (matching.isEmpty() && exempting.isEmpty()) {
            return general;
        }
        return new PeerPolicy(definition, matching.isEmpty() ? null : matching.get(0), inOrder(exempting));
    }

    /** Merges exemptions for this peer with those for any, in the order of the policy. */
    private List<Exemption> inOrder(List<Exemption> exempting) {
        if (exempting.isEmpty() || everywhere.isEmpty()) {
            return exempting.isEmpty() ? everywhere : exempting;
        }
        List<Exemption> ordered = new ArrayList<>(exempting.size() + everywhere.size());
        int next = 0;
        for (Exemption exemption : exempting) {
            while (next < everywhere.size() && positions.get(everywhere.get(next)) < positions.get(exemption)) {
                ordered.add(everywhere.get(next++));
            }
            ordered.add(exemption);
        }
        ordered.addAll(everywhere.subList(next, everywhere.size()));
        return Collections.unmodifiableList(ordered);
    }

    /**
     * Returns the policy of a file as YAML, with the defaults spelt out, and of each value where it comes from: a line of the
     * file, or the default.
     *
     * @param file as for {@link #load(File)}; null for the built-in policy
     * @throws PolicyException with every problem there is
     */
    public static String show(File file) throws PolicyException {
        return file == null
                ? PolicyWriter.writeWithOrigins(builtIn().definition, "built-in", null)
                : PolicyLoader.show(file);
    }

    /**
     * Returns the policy as YAML, with the defaults spelt out and what they come to in comments. Loaded from the same
     * directory, it is the same policy.
     */
    public String toYaml() {
        return PolicyWriter.write(definition);
    }
}
