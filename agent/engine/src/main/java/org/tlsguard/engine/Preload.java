package org.tlsguard.engine;

import org.tlsguard.engine.record.OwnThread;

/**
 * Loads what the first handshake needs of the engine, on a thread of the guard, while the application makes its way
 * through the start of JSSE: so that the first answer does not have to wait for it.
 *
 * <p>Classes are loaded and linked, never initialised: nothing of ours runs early, and nothing of JSSE, whose settings
 * are the application's to make. The weaver, which works while a class of JSSE is being loaded, needs none of these: so
 * no two threads can wait for each other. Only to save time: what cannot be loaded here is loaded, or fails, where it is
 * used.
 */
final class Preload implements Runnable {

    /** In the order in which they are used. */
    static final String[] NAMES = {
        "org.tlsguard.engine.Engine",
        "org.tlsguard.engine.SandboxedHandler",
        "org.tlsguard.engine.judge.Judge",
        "org.tlsguard.engine.judge.NameDecision",
        "org.tlsguard.engine.judge.TrustDecision",
        "org.tlsguard.engine.judge.Court",
        "org.tlsguard.engine.observe.Jsse",
        "org.tlsguard.engine.observe.NameChecker",
        "org.tlsguard.engine.observe.Origins",
        "org.tlsguard.engine.observe.WeakIdentityMap",
        "org.tlsguard.engine.observe.BoundedMap",
        "org.tlsguard.engine.observe.OtherEngine",
        "org.tlsguard.engine.observe.BouncyCastleTls",
        "org.tlsguard.engine.judge.CanaryMaker",
        "org.tlsguard.engine.judge.Validator",
        "org.tlsguard.engine.judge.Anchors",
        "org.tlsguard.engine.judge.Names",
        "org.tlsguard.engine.judge.Parameters",
        "org.tlsguard.engine.judge.Switches",
        "org.tlsguard.engine.judge.Elsewhere",
        "org.tlsguard.engine.SandboxedHandler$Call",
        "org.tlsguard.engine.observe.ThreadState",
        "org.tlsguard.engine.observe.WeakIdentityMap$Probe",
        "org.tlsguard.policy.Host",
        "org.tlsguard.policy.IpAddress",
        "org.tlsguard.policy.DnsName",
        "org.tlsguard.engine.observe.Connection",
        "org.tlsguard.engine.observe.Connection$Open",
        "org.tlsguard.policy.Cause",
        "org.tlsguard.engine.observe.WeakIdentityMap$Key",
        "org.tlsguard.policy.CipherSuite",
        "org.tlsguard.engine.judge.TrustDecision$Question",
        "org.tlsguard.engine.judge.TrustCase",
        "org.tlsguard.engine.judge.TrustEvidence",
        "org.tlsguard.engine.judge.TrustVerdict",
        "org.tlsguard.engine.judge.Witness",
        "org.tlsguard.engine.judge.Signatures",
        "org.tlsguard.engine.judge.Validation",
        "org.tlsguard.engine.observe.Authentication",
        "org.tlsguard.engine.observe.SourceReader",
        "org.tlsguard.engine.observe.CodeOrigin",
        "org.tlsguard.engine.judge.Keys",
        "org.tlsguard.policy.Scheme",
        "org.tlsguard.engine.judge.Court$Resumable",
        "org.tlsguard.engine.record.Recorder$Tally",
        "org.tlsguard.report.Destination",
        "org.tlsguard.report.Bounds",
        "org.tlsguard.report.Escape"
    };

    private Preload() {}

    static void start() {
        Thread thread = OwnThread.of("tlsguard-preload", new Preload());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        ClassLoader loader = Preload.class.getClassLoader();
        try {
            for (String name : NAMES) {
                // Asking for constructors links a class; there is no other way to that without initialising it.
                Class.forName(name, false, loader).getDeclaredConstructors();
            }
        } catch (ClassNotFoundException | LinkageError unloadable) {
            return;
        }
    }
}
