package org.tlsguard.report;

/**
 * Findings in words for people who have not read the catalogue of rules. The words contain unescaped text of the
 * peer's.
 */
final class Evidence {

    private Evidence() {}

    /**
     * What the sin means for the traffic and what tlsguard did about it, in a sentence or two; null if unknown here.
     */
    static String of(Finding finding) {
        if (finding.isStatic()) {
            return inCode(finding);
        }
        String threat = threat(finding);
        String consequence = consequence(finding);
        return threat == null ? consequence : consequence == null ? threat : threat + " " + consequence;
    }

    /** What it means if it runs; null for a rule unknown here. */
    private static String inCode(Finding finding) {
        switch (finding.rule()) {
            case "trust":
                return "Where this is in use, anyone on the way could read and change the traffic.";
            case "name":
                return "Where this is in use, anyone with a certificate for any name at all could stand in for the peer.";
            case "protocol":
            case "cipher":
                return "Where this is in use, an attacker could bring connections down to what is broken.";
            case "configuration":
                return "Once this has run, every TLS connection of the JVM is weaker.";
            default:
                return null;
        }
    }

    /** Null for a rule or cause unknown here. */
    private static String threat(Finding finding) {
        String peer = peer(finding.peer());
        switch (finding.rule()) {
            case "trust":
                return trust(finding, peer);
            case "name":
                return name(finding, peer);
            case "protocol":
                return weak(finding, peer, or(finding.protocol(), "a weak version of the protocol"));
            case "cipher":
                return weak(finding, peer, or(finding.cipherSuite(), "a weak cipher suite"));
            case "key":
                return key(finding, peer);
            case "revocation":
                return "revoked".equals(finding.cause())
                        ? "The certificate of " + peer
                                + " has been revoked by its issuer: its key may be in other hands."
                        : "Nobody could tell whether the certificate of " + peer + " has been revoked.";
            case "configuration":
                return "A switch for the whole JVM weakens every TLS connection in it.";
            case "coverage":
                return "What goes through this TLS engine is neither seen nor guarded.";
            default:
                return null;
        }
    }

    /** Null for an outcome unknown here. */
    private static String consequence(Finding finding) {
        boolean candidate = finding.isCandidate();
        switch (finding.outcome()) {
            case "reported":
                return candidate
                        ? "The candidate policy would report it."
                        : "It was reported only: the application went on.";
            case "rewritten":
                return candidate
                        ? "The candidate policy would have made it secure."
                        : "It was made secure, and the application went on.";
            case "vetoed":
                return candidate ? "The candidate policy would have refused it." : "It was refused.";
            case "exempted":
                return candidate
                        ? "An exemption in the candidate policy would allow it."
                        : "An exemption in the policy allowed it.";
            default:
                return null;
        }
    }

    private static String trust(Finding finding, String peer) {
        boolean client = isClient(finding.peer());
        if (!finding.isActive()) {
            return client
                    ? anyone(finding) + " could pose as a client: " + peer
                            + " showed a sound certificate, but any other would have been accepted as well."
                    : anyone(finding) + " between this JVM and " + peer
                            + " could read and change the traffic: the certificate was sound this time, but any other"
                            + " would have been accepted as well.";
        }
        String flaw = flaw(finding.cause());
        if ("vetoed".equals(finding.outcome())) {
            return "The application would have accepted " + peer + ", although " + flaw + ".";
        } else if (!provesNothing(finding.cause())) {
            return "The application accepted " + peer + ", although " + flaw + ".";
        } else if (client) {
            return "Anyone could pose as " + peer + ": it was accepted, although " + flaw + ".";
        } else {
            return "Anyone between this JVM and " + peer
                    + " could read and change the traffic: it was accepted, although " + flaw + ".";
        }
    }

    /** Whether anybody at all could have made a chain with this flaw. */
    private static boolean provesNothing(String cause) {
        switch (cause) {
            case "self-signed":
            case "unknown-issuer":
            case "bad-signature":
            case "not-a-ca":
            case "accepts-any":
                return true;
            default:
                return false;
        }
    }

    private static String flaw(String cause) {
        switch (cause) {
            case "self-signed":
                return "its certificate is vouched for by nobody but itself";
            case "unknown-issuer":
                return "its certificate does not lead to a trust anchor";
            case "expired":
                return "its certificate, or one above it, has expired";
            case "not-yet-valid":
                return "its certificate, or one above it, is not valid yet";
            case "bad-signature":
                return "a signature in its chain is false";
            case "not-a-ca":
                return "its chain has an issuer that is not a certificate authority";
            case "name-constraints":
                return "its issuer may not vouch for that name";
            case "wrong-usage":
                return "its certificate is not meant for this use";
            case "unknown-critical-extension":
                return "its chain has a critical extension that nobody here understands";
            case "distrusted":
                return "its chain has a certificate or key that is distrusted";
            case "pin-mismatch":
                return "its key is not the one that is pinned";
            case "accepts-any":
                return "nothing about its certificate is verified";
            default:
                return "its certificate fails verification";
        }
    }

    private static String name(Finding finding, String peer) {
        if (!finding.isActive()) {
            return anyone(finding) + " with a certificate for any name at all could stand in for " + peer
                    + ": the name fitted this time, but the application does not check it.";
        }
        String stranger = "unchecked".equals(finding.cause())
                ? "nobody checked that its certificate is for that name"
                : "its certificate is for another name";
        return "vetoed".equals(finding.outcome())
                ? "The application would have accepted " + peer + ", although " + stranger + "."
                : "Anyone with a certificate for any name at all could stand in for " + peer
                        + ": it was accepted, although " + stranger + ".";
    }

    /** A latent sin that was rewritten threatens only where tlsguard is not. */
    private static String anyone(Finding finding) {
        return "rewritten".equals(finding.outcome()) ? "Without tlsguard, anyone" : "Anyone";
    }

    private static String weak(Finding finding, String peer, String what) {
        return "weak-negotiated".equals(finding.cause())
                ? "The connection with " + peer + " ran on " + what
                        + ", which no longer keeps traffic secret or unchanged."
                : "An attacker, or " + peer + " itself, could bring connections down to " + what
                        + ", which is enabled.";
    }

    private static String key(Finding finding, String peer) {
        switch (finding.cause()) {
            case "weak-key":
                return "A key in the chain of " + peer + " is so small that others may find it out.";
            case "weak-signature":
                return "A signature in the chain of " + peer + " is of a kind that others may forge.";
            case "weak-exchange":
                return "The key exchange with " + peer + " is so weak that recorded traffic may be deciphered.";
            default:
                return null;
        }
    }

    private static String peer(PeerFacts peer) {
        String address = peer == null ? null : peer.address();
        if (isClient(peer)) {
            return address == null ? "the client" : "the client " + address;
        }
        return or(address, "the peer");
    }

    private static boolean isClient(PeerFacts peer) {
        return peer != null && "client".equals(peer.role());
    }

    private static String or(String text, String otherwise) {
        return text != null ? text : otherwise;
    }
}
