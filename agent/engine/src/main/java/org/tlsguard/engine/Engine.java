package org.tlsguard.engine;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardBridge;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.TlsGuardHandler;
import javax.net.ssl.TlsGuardNameDecision;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.judge.Court;
import org.tlsguard.engine.judge.Judge;
import org.tlsguard.engine.observe.Authentication;
import org.tlsguard.engine.observe.Jsse;
import org.tlsguard.engine.observe.NameChecker;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.record.Recorder;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.Switch;

/**
 * The barrier between the bridge and the judge. What the guard does on an application's thread is its own business: hooks
 * that fire meanwhile are not looked at. A fault of its own ends here: counted, and in enforce mode a refusal where a
 * decision was due.
 */
final class Engine extends TlsGuardHandler {

    /** By which a handshake is judged when it is complete. */
    private static final Rule[] OF_A_SESSION = {Rule.PROTOCOL, Rule.CIPHER, Rule.KEY, Rule.NAME};

    private final Recorder recorder;
    private final Judge judge;

    private Engine(Recorder recorder, Runnable beforeCopies) throws ReflectiveOperationException {
        this.recorder = recorder;
        judge = new Judge(new Court(new Jsse(), new NameChecker(), new Origins(), recorder, beforeCopies));
    }

    /**
     * Connects the bridge to a new engine.
     *
     * @param beforeCopies to be run before any copy of the application's code is asked
     */
    static void start(Recording recording, Runnable beforeCopies) {
        try {
            Engine engine = new Engine(recording.recorder(), beforeCopies);
            recording.whenPolicyChanges(new Runnable() {
                @Override
                public void run() {
                    engine.judge.policyChanged();
                    BridgeInstaller.failClosed(engine.recorder.regime().failsClosed(Rule.TRUST));
                }
            });
            recording.inventoryOf(new Recording.Inventory() {
                @Override
                public List<Switch> switches() {
                    return engine.judge.switches();
                }
            });
            TlsGuardBridge.attach(mayHaveSecurityManager() ? new SandboxedHandler(engine) : engine);
        } catch (ReflectiveOperationException unknownJsse) {
            recording.recorder().fault("start: this JVM's JSSE is not built as expected", unknownJsse);
            throw new IllegalStateException(unknownJsse);
        }
    }

    /** Whether an application can still set a security manager: Java 24 has none any more (JEP 486). */
    private static boolean mayHaveSecurityManager() {
        String version = System.getProperty("java.specification.version");
        return version.startsWith("1.") || Integer.parseInt(version) < 24;
    }

    // ---- decisions

    @Override
    public TlsGuardDecision trust(
            X509ExtendedTrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            Object transport) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return null;
        }
        ThreadState.WitnessListener outer = thread.decision;
        thread.own++;
        try {
            return judge.trust(manager, chain, authType, server, transport);
        } catch (Throwable fault) {
            thread.decision = outer;
            return undecided(manager, chain, fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public TlsGuardDecision trustElsewhere(
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            boolean extended,
            Object transport,
            String caller) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0 || thread.decision != null) {
            return null;
        }
        thread.own++;
        try {
            return judge.trustElsewhere(manager, chain, authType, server, extended, transport, caller);
        } catch (Throwable fault) {
            thread.decision = null;
            return undecided(manager, chain, fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0 || thread.decision != null) {
            return null;
        }
        thread.own++;
        try {
            return judge.authenticate(authentication, certificate, around);
        } catch (Throwable fault) {
            thread.decision = null;
            Authentication asked = new Authentication(authentication, certificate);
            X509Certificate[] none = new X509Certificate[0];
            asked.setServed(none);
            return undecided(asked, none, fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void agreed(Object contextOrProtocol) throws SSLException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.agreed(contextOrProtocol);
        } catch (SSLException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("session", fault, OF_A_SESSION);
        } finally {
            thread.own--;
        }
    }

    private TlsGuardDecision undecided(X509TrustManager manager, X509Certificate[] chain, Throwable fault) {
        recorder.fault("trust decision", fault);
        return new FailedDecision(
                manager,
                chain,
                recorder.regime().failsClosed(Rule.TRUST)
                        ? new CertificateException("tlsguard: an internal fault kept the guard from judging the"
                                + " peer, which is refused in enforce mode: " + fault)
                        : null);
    }

    @Override
    public TlsGuardNameDecision name(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return null;
        }
        thread.own++;
        try {
            return judge.name(verifier, name, session, mayThrow);
        } catch (Throwable fault) {
            // Without a decision nobody has verified the name: the connection stays watched.
            recorder.fault("name decision", fault);
            return null;
        } finally {
            thread.own--;
        }
    }

    @Override
    public void parsed(Certificate certificate, byte[] encoded) {
        judge.parsed(certificate, encoded);
    }

    // ---- witnesses

    @Override
    public void plainManagerAnswered(X509TrustManager manager, boolean accepted) {
        ThreadState thread = ThreadState.current();
        if (thread.own == 0 && thread.decision != null) {
            thread.decision.plainManagerAnswered(accepted);
        }
    }

    @Override
    public void validated(X509Certificate[] validated, Object validator, X509Certificate[] served) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            thread.ownPath = validated;
            return;
        }
        if (thread.decision == null) {
            return;
        }
        thread.own++;
        try {
            thread.decision.validated(validated, validator, served);
        } catch (Throwable fault) {
            recorder.fault("witness", fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void pathValidated(Object result, Object path, Object parameters) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0 || thread.decision == null) {
            return;
        }
        thread.own++;
        try {
            thread.decision.pathValidated(result, path, parameters);
        } catch (Throwable fault) {
            recorder.fault("witness", fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void nameMatched(String name, X509Certificate certificate) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            if (thread.decision != null) {
                thread.decision.nameMatched(name, certificate);
            } else {
                HostnameVerifier inCharge = thread.verifierInCharge;
                thread.verifierInCharge = null;
                judge.nameMatched(name, certificate, inCharge);
            }
        } catch (Throwable fault) {
            recorder.fault("witness", fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void verifierInCharge(HostnameVerifier verifier) {
        ThreadState thread = ThreadState.current();
        if (thread.own == 0) {
            thread.verifierInCharge = verifier;
        }
    }

    @Override
    public void verifying(HostnameVerifier verifier, String name, Object asked) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0 || thread.asking > 0) {
            return;
        }
        thread.own++;
        try {
            judge.verifying(verifier, name, asked);
        } catch (Throwable fault) {
            recorder.fault("name decision", fault);
        } finally {
            thread.own--;
        }
    }

    @Override
    public boolean isMuted() {
        return ThreadState.current().muted;
    }

    @Override
    public void peerRead(Object session) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.peerRead(session);
        } catch (Throwable fault) {
            recorder.fault("reading the peer", fault);
        } finally {
            thread.own--;
        }
    }

    // ---- parameters, session, data

    @Override
    public List<?> activeProtocols(List<?> versions, Object connection) throws SSLException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return versions;
        }
        thread.own++;
        try {
            return judge.activeProtocols(versions, connection);
        } catch (SSLException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("protocol versions", fault, Rule.PROTOCOL);
            return versions;
        } finally {
            thread.own--;
        }
    }

    @Override
    public List<?> activeCipherSuites(List<?> suites, Object connection) throws SSLException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return suites;
        }
        thread.own++;
        try {
            return judge.activeCipherSuites(suites, connection);
        } catch (SSLException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("cipher suites", fault, Rule.CIPHER);
            return suites;
        } finally {
            thread.own--;
        }
    }

    @Override
    public void handshakeFinished(Object connection) throws SSLException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.handshakeFinished(connection);
        } catch (SSLException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("session", fault, OF_A_SESSION);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void connected(Object transport) throws SSLException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.connected(transport);
        } catch (SSLException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("session", fault, OF_A_SESSION);
        } finally {
            thread.own--;
        }
    }

    @Override
    public String diagnostic(Object connection, Object alert, Throwable cause, String diagnostic) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return diagnostic;
        }
        thread.own++;
        try {
            return judge.diagnostic(connection, alert, cause, diagnostic);
        } catch (Throwable fault) {
            recorder.fault("diagnostic", fault);
            return diagnostic;
        } finally {
            thread.own--;
        }
    }

    @Override
    public void applicationData(Object streamOrEngine) throws IOException {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.applicationData(streamOrEngine);
        } catch (IOException veto) {
            throw veto;
        } catch (Throwable fault) {
            refuseWhenEnforcing("application data", fault, Rule.NAME);
        } finally {
            thread.own--;
        }
    }

    @Override
    public void layered(Object socket, int port) {
        try {
            judge.layered(socket, port);
        } catch (Throwable fault) {
            recorder.fault("set-up", fault);
        }
    }

    @Override
    public void settingUp(String what, Object target, Object value) {
        ThreadState thread = ThreadState.current();
        if (thread.own > 0) {
            return;
        }
        thread.own++;
        try {
            judge.settingUp(what, target, value);
        } catch (Throwable fault) {
            recorder.fault("set-up", fault);
        } finally {
            thread.own--;
        }
    }

    /** A decision that cannot be made is a veto in enforce mode; in audit mode the application goes on. */
    private void refuseWhenEnforcing(String what, Throwable fault, Rule... rules) throws SSLException {
        recorder.fault(what, fault);
        if (recorder.regime().failsClosed(rules)) {
            throw new SSLHandshakeException("tlsguard: an internal fault kept the guard from judging the " + what
                    + " of this connection, which is refused in enforce mode: " + fault);
        }
    }
}
