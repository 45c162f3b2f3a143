package org.tlsguard.scan;

/**
 * What a path through a method depended on, as bits: upon what evidence the peer is let pass, or refused, at its end.
 */
final class Marks {

    /** A real validation, or the real verifier, was asked and said yes. */
    static final int VALIDATED = 1;
    /** A real validation, or the real verifier, was asked and said no. */
    static final int REFUSED = 1 << 1;
    /** A decision was made by what nobody can forge: the certificate itself, its key, a digest of it. */
    static final int COMPARED = 1 << 2;
    /** A decision was made by what anybody can write into a certificate of their own: names, serial numbers. */
    static final int CLAIMED = 1 << 3;
    /** The period of validity was looked at. */
    static final int DATED = 1 << 4;
    /** A decision was made by the name that was dialled, which says nothing about who answered. */
    static final int NAMED = 1 << 5;
    /** A decision was made by whether there is anything at all. */
    static final int PRESENCE = 1 << 6;
    /** A decision was made by something that has nothing to do with the peer: a flag, a property. */
    static final int SETTING = 1 << 7;
    /** Code that is not there to be looked at was given the peer's data and may have refused it. */
    static final int UNKNOWN = 1 << 8;
    /** Something failed that has nothing to do with whether the peer is genuine. */
    static final int FAULT = 1 << 9;
    /** The chain was validated against anchors of its own. */
    static final int SELF_ANCHORED = 1 << 10;

    /** With one of these the end of a path says something about who the peer is. */
    static final int TRUST_EVIDENCE = VALIDATED | REFUSED | COMPARED | UNKNOWN;
    /** For names those in the certificate are the evidence: whether they can be believed is for the trust manager. */
    static final int NAME_EVIDENCE = TRUST_EVIDENCE | CLAIMED;

    private Marks() {}

    static boolean has(int marks, int any) {
        return (marks & any) != 0;
    }
}
