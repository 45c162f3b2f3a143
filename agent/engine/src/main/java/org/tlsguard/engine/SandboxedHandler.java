package org.tlsguard.engine;

import java.io.IOException;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.TlsGuardHandler;
import javax.net.ssl.TlsGuardNameDecision;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Keeps the guard at work under a {@code SecurityManager}, which an application may set at any time up to Java 23: a
 * property, a file or a class is then read with the rights of the agent's jar and not of whoever happens to shake hands.
 * What the application's own managers and verifiers do is done with their rights as ever: the bridge asks them, outside.
 */
final class SandboxedHandler extends TlsGuardHandler {

    private final TlsGuardHandler engine;

    SandboxedHandler(TlsGuardHandler engine) {
        this.engine = engine;
    }

    /** One call of the engine, carried out with the agent's rights. */
    private abstract static class Call<T> implements PrivilegedExceptionAction<T> {

        final T carryOut() {
            try {
                return System.getSecurityManager() == null ? run() : AccessController.doPrivileged(this);
            } catch (PrivilegedActionException wrapped) {
                throw Call.<RuntimeException>raise(wrapped.getException());
            } catch (Exception verdict) {
                throw Call.<RuntimeException>raise(verdict);
            }
        }

        @SuppressWarnings("unchecked")
        private static <X extends Throwable> X raise(Throwable thrown) throws X {
            throw (X) thrown;
        }
    }

    @Override
    public TlsGuardDecision trust(
            X509ExtendedTrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            Object transport) {
        TlsGuardDecision decision = new Call<TlsGuardDecision>() {
            @Override
            public TlsGuardDecision run() {
                return engine.trust(manager, chain, authType, server, transport);
            }
        }.carryOut();
        return decision == null || System.getSecurityManager() == null ? decision : new SandboxedDecision(decision);
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
        TlsGuardDecision decision = new Call<TlsGuardDecision>() {
            @Override
            public TlsGuardDecision run() {
                return engine.trustElsewhere(manager, chain, authType, server, extended, transport, caller);
            }
        }.carryOut();
        return decision == null || System.getSecurityManager() == null ? decision : new SandboxedDecision(decision);
    }

    @Override
    public TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around) {
        TlsGuardDecision decision = new Call<TlsGuardDecision>() {
            @Override
            public TlsGuardDecision run() {
                return engine.authenticate(authentication, certificate, around);
            }
        }.carryOut();
        return decision == null || System.getSecurityManager() == null ? decision : new SandboxedDecision(decision);
    }

    @Override
    public void agreed(Object contextOrProtocol) throws SSLException {
        new Call<Void>() {
            @Override
            public Void run() throws SSLException {
                engine.agreed(contextOrProtocol);
                return null;
            }
        }.carryOut();
    }

    private static final class SandboxedDecision extends TlsGuardDecision {

        private final TlsGuardDecision decision;

        SandboxedDecision(TlsGuardDecision decision) {
            this.decision = decision;
        }

        @Override
        public X509TrustManager manager() {
            return decision.manager();
        }

        @Override
        public X509Certificate[] chain() {
            return decision.chain();
        }

        @Override
        public void answered(Throwable refusal) {
            new Call<Void>() {
                @Override
                public Void run() {
                    decision.answered(refusal);
                    return null;
                }
            }.carryOut();
        }

        @Override
        public boolean again() {
            return new Call<Boolean>() {
                @Override
                public Boolean run() {
                    return decision.again();
                }
            }.carryOut();
        }

        @Override
        public void close() {
            decision.close();
        }

        @Override
        public Throwable conclusion() {
            return new Call<Throwable>() {
                @Override
                public Throwable run() {
                    return decision.conclusion();
                }
            }.carryOut();
        }
    }

    @Override
    public TlsGuardNameDecision name(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow) {
        TlsGuardNameDecision decision = new Call<TlsGuardNameDecision>() {
            @Override
            public TlsGuardNameDecision run() {
                return engine.name(verifier, name, session, mayThrow);
            }
        }.carryOut();
        return decision == null || System.getSecurityManager() == null ? decision : new SandboxedNameDecision(decision);
    }

    private static final class SandboxedNameDecision extends TlsGuardNameDecision {

        private final TlsGuardNameDecision decision;

        SandboxedNameDecision(TlsGuardNameDecision decision) {
            this.decision = decision;
        }

        @Override
        public HostnameVerifier verifier() {
            return decision.verifier();
        }

        @Override
        public SSLSession session() {
            return decision.session();
        }

        @Override
        public void answered(boolean yes, Throwable thrown) {
            decision.answered(yes, thrown);
        }

        @Override
        public boolean again() {
            return new Call<Boolean>() {
                @Override
                public Boolean run() {
                    return decision.again();
                }
            }.carryOut();
        }

        @Override
        public boolean accepted() {
            return decision.accepted();
        }

        @Override
        public Throwable conclusion() {
            return new Call<Throwable>() {
                @Override
                public Throwable run() {
                    return decision.conclusion();
                }
            }.carryOut();
        }
    }

    @Override
    public void parsed(Certificate certificate, byte[] encoded) {
        engine.parsed(certificate, encoded);
    }

    @Override
    public void plainManagerAnswered(X509TrustManager manager, boolean accepted) {
        engine.plainManagerAnswered(manager, accepted);
    }

    @Override
    public void validated(X509Certificate[] validated, Object validator, X509Certificate[] served) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.validated(validated, validator, served);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void pathValidated(Object result, Object path, Object parameters) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.pathValidated(result, path, parameters);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void nameMatched(String name, X509Certificate certificate) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.nameMatched(name, certificate);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void verifying(HostnameVerifier verifier, String name, Object asked) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.verifying(verifier, name, asked);
                return null;
            }
        }.carryOut();
    }

    @Override
    public boolean isMuted() {
        return engine.isMuted();
    }

    @Override
    public void verifierInCharge(HostnameVerifier verifier) {
        engine.verifierInCharge(verifier);
    }

    @Override
    public void peerRead(Object session) {
        engine.peerRead(session);
    }

    @Override
    public List<?> activeProtocols(List<?> versions, Object connection) throws SSLException {
        return new Call<List<?>>() {
            @Override
            public List<?> run() throws SSLException {
                return engine.activeProtocols(versions, connection);
            }
        }.carryOut();
    }

    @Override
    public List<?> activeCipherSuites(List<?> suites, Object connection) throws SSLException {
        return new Call<List<?>>() {
            @Override
            public List<?> run() throws SSLException {
                return engine.activeCipherSuites(suites, connection);
            }
        }.carryOut();
    }

    @Override
    public void handshakeFinished(Object connection) throws SSLException {
        new Call<Void>() {
            @Override
            public Void run() throws SSLException {
                engine.handshakeFinished(connection);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void connected(Object transport) throws SSLException {
        new Call<Void>() {
            @Override
            public Void run() throws SSLException {
                engine.connected(transport);
                return null;
            }
        }.carryOut();
    }

    @Override
    public String diagnostic(Object connection, Object alert, Throwable cause, String diagnostic) {
        return new Call<String>() {
            @Override
            public String run() {
                return engine.diagnostic(connection, alert, cause, diagnostic);
            }
        }.carryOut();
    }

    @Override
    public void applicationData(Object streamOrEngine) throws IOException {
        new Call<Void>() {
            @Override
            public Void run() throws IOException {
                engine.applicationData(streamOrEngine);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void layered(Object socket, int port) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.layered(socket, port);
                return null;
            }
        }.carryOut();
    }

    @Override
    public void settingUp(String what, Object target, Object value) {
        new Call<Void>() {
            @Override
            public Void run() {
                engine.settingUp(what, target, value);
                return null;
            }
        }.carryOut();
    }
}
