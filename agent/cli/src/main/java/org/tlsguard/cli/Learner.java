package org.tlsguard.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.OriginPattern;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Report;

/**
 * Takes reports in and keeps what a policy can be made of: who was met, with which keys, and which rules were really
 * broken there. Whatever the reports hold, the memory it needs is bounded; what was left out is told.
 */
final class Learner implements ReportReader.Sink {

    /** More than one policy of 8 MiB has room for. */
    static final int MOST_PEERS = 10_000;

    private static final int MOST_REMARKS = 1_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final String KEY_PIN = "sha256/";
    private static final String CERTIFICATE_PIN = "cert:sha256:";

    private final PeerPolicy builtIn = Policy.builtIn().forPeer(Peer.of(Role.SERVER, null, -1));
    private final Map<String, PeerRecord> records = new TreeMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private long leftOut;
    private long remarksLeftOut;

    /** Takes note of what holds for a whole report, or cannot be known from it. */
    void report(String file, Report head) {
        if (head.policySource() != null && !head.policySource().equals("built-in")) {
            remark(file + " was made under the policy " + head.policySource()
                    + ": what its rules, anchors and names settled there is not learnt; keep them");
        }
        if (head.droppedFindings() > 0) {
            remark(file + " is not complete: " + head.droppedFindings() + " findings had no room in it");
        }
        if (head.internalErrors() > 0) {
            remark(file + " counts " + head.internalErrors()
                    + " internal errors: in enforce mode, a decision that cannot be made is a veto");
        }
    }

    @Override
    public void finding(Finding finding) {
        if ("candidate".equals(finding.disposition())) {
            return;
        }
        Rule rule = Rule.of(finding.rule());
        Cause cause = Cause.of(finding.cause());
        boolean active = "active".equals(finding.state());
        if (rule == null || cause == null || !Catalogue.causes(rule).contains(cause)) {
            if (active) {
                remark(what(finding) + " is nothing this version of tlsguard knows: no entry was written for it");
            }
            return;
        }
        Peer peer = finding.peer() == null
                ? null
                : peer(
                        finding.peer().role(),
                        finding.peer().host(),
                        finding.peer().port());
        if (peer != null && peer.pattern() != null && finding.certificate() != null) {
            PeerRecord record = record(peer);
            if (record != null) {
                record.met(finding.certificate());
            }
        }
        if (!active) {
            return; // the guard repairs it
        }
        if ("vetoed".equals(finding.outcome())) {
            remark(what(finding)
                    + " was refused, in enforce mode: learn from a report in audit mode if it has to work");
        } else {
            learn(rule, cause, peer, finding);
        }
    }

    private void learn(Rule rule, Cause cause, Peer peer, Finding finding) {
        if (rule == Rule.REVOCATION) {
            // A policy that does not name the rule does not ask.
            if (cause == Cause.REVOKED) {
                remark(what(finding) + ": its certificate was revoked; have it replaced");
            }
            return;
        }
        String item = item(rule, finding);
        boolean versionOrSuite = rule == Rule.PROTOCOL || rule == Rule.CIPHER;
        if (versionOrSuite && item == null) {
            remark(what(finding) + ": the report does not say what was negotiated, so that nothing can be allowed");
            return;
        }
        boolean allowedAnyway = rule == Rule.PROTOCOL && builtIn.allowsProtocol(item)
                || rule == Rule.CIPHER && builtIn.allowsCipherSuite(item);
        if (allowedAnyway) {
            return;
        }
        PeerRecord record = rule == Rule.CONFIGURATION ? null : record(peer);
        boolean named = peer != null && peer.pattern() != null && rule != Rule.CONFIGURATION;
        if (!named) {
            record = ofCode(rule, finding);
        }
        if (record != null) {
            record.add(rule, cause, item == null ? cause.id() : item, finding);
        }
    }

    private static String item(Rule rule, Finding finding) {
        return Exemption.item(rule, rule == Rule.PROTOCOL ? finding.protocol() : finding.cipherSuite());
    }

    /** Where nobody knows who the peer was, the code at fault can be exempted, but never from knowing its peer. */
    private PeerRecord ofCode(Rule rule, Finding finding) {
        String origin = finding.origin() == null || finding.origin().className() == null
                ? null
                : OriginPattern.of(finding.origin().className());
        if (origin == null || OriginPattern.problem(origin) != null || rule == Rule.TRUST || rule == Rule.NAME) {
            remark(what(finding)
                    + ": the report does not say which peer that was; an exemption would let everybody in");
            return null;
        }
        return record("code " + origin, null, origin);
    }

    @Override
    public void destination(Destination destination) {
        String anchor = destination.anchor();
        if (anchor == null || !(anchor.startsWith(KEY_PIN) || anchor.startsWith(CERTIFICATE_PIN))) {
            return;
        }
        // Verified by a pin of the policy that was in force: without it, that peer would be a stranger.
        Peer peer = peer(destination.role(), destination.host(), destination.port());
        PeerRecord record = peer == null ? null : record(peer);
        if (record != null) {
            record.pinned(anchor, destination.handshakes());
        }
    }

    /** Null when there is no such peer. */
    private static Peer peer(String role, String host, int port) {
        Role known =
                Role.SERVER.id().equals(role) ? Role.SERVER : Role.CLIENT.id().equals(role) ? Role.CLIENT : null;
        return known == null || port > HIGHEST_PORT ? null : Peer.of(known, host, port);
    }

    private PeerRecord record(Peer peer) {
        return peer == null || peer.pattern() == null
                ? null
                : record(peer.role().id() + " " + peer.pattern(), peer, null);
    }

    private PeerRecord record(String key, Peer peer, String origin) {
        PeerRecord record = records.get(key);
        if (record == null && records.size() < MOST_PEERS) {
            record = new PeerRecord(peer, origin);
            records.put(key, record);
        }
        if (record == null) {
            leftOut++;
        }
        return record;
    }

    private static String what(Finding finding) {
        String host = finding.peer() == null ? null : finding.peer().host();
        int port = finding.peer() == null ? -1 : finding.peer().port();
        String peer = host == null ? "an unknown peer" : port < 0 ? host : host + ":" + port;
        String code = finding.origin() == null ? null : finding.origin().className();
        return peer + ": " + finding.rule() + "/" + finding.cause() + (code == null ? "" : " by " + code);
    }

    private void remark(String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        } else if (!remarks.contains(text)) {
            remarksLeftOut++;
        }
    }

    /** What was learnt, by role and host. */
    Collection<PeerRecord> records() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** What a person has to know about the reports, not escaped. */
    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        if (remarksLeftOut > 0) {
            all.add("and " + remarksLeftOut + " more like these");
        }
        if (leftOut > 0) {
            all.add(leftOut + " findings are about more than " + MOST_PEERS
                    + " peers and were left out: learn from fewer reports at a time");
        }
        return all;
    }
}
