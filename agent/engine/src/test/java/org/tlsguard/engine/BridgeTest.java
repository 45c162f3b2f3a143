package org.tlsguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardBridge;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.TlsGuardNameDecision;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of the bridge, which every handshake of the JVM goes through, kept without an engine. */
class BridgeTest {

    private static final X509Certificate[] PEER = new X509Certificate[1];
    private static final X509Certificate[] CANARY = new X509Certificate[2];

    private final Manager manager = new Manager();

    @BeforeEach
    @AfterEach
    void forget() throws ReflectiveOperationException {
        set("handler", null);
        set("starter", null);
        set("starting", null);
        set("failClosed", false);
        set("watched", 0);
    }

    private static void set(String name, Object value) throws ReflectiveOperationException {
        Field field = TlsGuardBridge.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(null, value);
    }

    private static void start(Handler handler) {
        TlsGuardBridge.install(() -> TlsGuardBridge.attach(handler), false);
    }

    // ---- without an engine

    @Test
    void inAuditModeTheManagersAnswerIsTheAnswer() throws Exception {
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (SSLEngine) null);
        TlsGuardBridge.checkClientTrusted(manager, PEER, "RSA", (Socket) null);
        assertThat(manager.asked).containsExactly(PEER, PEER, PEER);

        manager.refusal = new CertificateException("its own");
        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .isSameAs(manager.refusal);
    }

    @Test
    void whateverAManagerThrowsPassesAsItIs() {
        for (Throwable each : Arrays.asList(new StackOverflowError(), new IllegalStateException(), new IOException())) {
            manager.refusal = each;
            assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                    .isSameAs(each);
        }
    }

    /** Of other engines' classes every call is replaced, also one that tells of no connection, or is not public. */
    @Test
    void theMethodThatWasCalledIsTheOneThatIsAsked() throws Exception {
        Nameless nameless = new Nameless();

        TlsGuardBridge.checkServerTrusted(nameless, PEER, "RSA", (Socket) null, "com.acme.");
        TlsGuardBridge.checkServerTrusted(nameless, PEER, "RSA", (SSLEngine) null, "com.acme.");

        assertThat(nameless.asked).containsExactly("socket", "engine");
    }

    @Test
    void inEnforceModeAPeerThatNobodyCanJudgeIsRefused() {
        TlsGuardBridge.install(
                () -> {
                    throw new IllegalStateException("the engine cannot start");
                },
                true);

        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .isInstanceOf(CertificateException.class)
                .hasMessageStartingWith("tlsguard: ");
        assertThat(manager.asked).isEmpty();
    }

    // ---- the start

    @Test
    void theEngineIsStartedOnceByTheFirstCall() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Handler handler = new Handler();
        TlsGuardBridge.install(
                () -> {
                    starts.incrementAndGet();
                    TlsGuardBridge.attach(handler);
                },
                true);
        assertThat(starts).hasValue(0);

        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);

        assertThat(starts).hasValue(1);
    }

    @Test
    void manyThreadsAtTheFirstHandshakeAreAllJudged() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        AtomicInteger judged = new AtomicInteger();
        Handler handler = new Handler() {
            @Override
            public TlsGuardDecision trust(
                    X509ExtendedTrustManager asked, X509Certificate[] chain, String type, boolean server, Object on) {
                judged.incrementAndGet();
                return null;
            }
        };
        TlsGuardBridge.install(
                () -> {
                    starts.incrementAndGet();
                    TlsGuardBridge.attach(handler);
                },
                true);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    TlsGuardBridge.checkServerTrusted(new Manager(), PEER, "RSA", (Socket) null);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        go.countDown();
        for (Thread each : threads) {
            each.join();
        }
        assertThat(starts).hasValue(1);
        assertThat(judged).hasValue(8);
    }

    @Test
    void whatTheEngineDoesWhileItStartsIsNotJudged() throws Exception {
        Manager own = new Manager();
        TlsGuardBridge.install(
                () -> {
                    try {
                        TlsGuardBridge.checkServerTrusted(own, PEER, "RSA", (Socket) null);
                    } catch (CertificateException e) {
                        throw new AssertionError(e);
                    }
                    TlsGuardBridge.attach(new Handler());
                },
                true);

        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);

        assertThat(own.asked).hasSize(1);
    }

    @Test
    void aStackOverflowAtTheStartIsTriedAgain() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        TlsGuardBridge.install(
                () -> {
                    if (starts.incrementAndGet() == 1) {
                        throw new StackOverflowError();
                    }
                    TlsGuardBridge.attach(new Handler());
                },
                true);

        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .isInstanceOf(CertificateException.class);
        assertThatCode(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .doesNotThrowAnyException();
        assertThat(starts).hasValue(2);
    }

    @Test
    void anyOtherFaultAtTheStartIsFinal() {
        AtomicInteger starts = new AtomicInteger();
        TlsGuardBridge.install(
                () -> {
                    starts.incrementAndGet();
                    throw new NoClassDefFoundError("gone");
                },
                true);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                    .isInstanceOf(CertificateException.class);
        }
        assertThat(starts).hasValue(1);
    }

    // ---- the trust decision

    @Test
    void aManagerCannotTellAProbeFromTheRealQuestionByItsCallers() throws Exception {
        start(new Handler(new Decision(manager, PEER, CANARY)));

        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);

        assertThat(manager.asked).containsExactly(PEER, CANARY);
        assertThat(manager.stacks.get(1)).isEqualTo(manager.stacks.get(0));
    }

    @Test
    void theDecisionsConclusionIsThrown() {
        Decision decision = new Decision(manager, PEER, CANARY);
        decision.veto = new CertificateException("tlsguard: trust/accepts-any: …");
        start(new Handler(decision));

        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .isSameAs(decision.veto);
        assertThat(decision.closed).isEqualTo(1);
    }

    @Test
    void aDecisionIsClosedEvenIfItBreaks() {
        Decision decision = new Decision(manager, PEER) {
            @Override
            public boolean again() {
                throw new IllegalStateException("a defect");
            }
        };
        start(new Handler(decision));

        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(decision.closed).isEqualTo(1);
    }

    @Test
    void thePlainManagersOwnAnswerIsToldAndPassesAsItIs() throws Exception {
        Handler handler = new Handler();
        start(handler);
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);

        TlsGuardBridge.checkServerTrusted((X509TrustManager) manager, PEER, "RSA");
        manager.refusal = new CertificateException("its own");
        assertThatThrownBy(() -> TlsGuardBridge.checkServerTrusted((X509TrustManager) manager, PEER, "RSA"))
                .isSameAs(manager.refusal);

        assertThat(handler.plainAnswers).containsExactly(true, false);
    }

    // ---- the name decision

    @Test
    void aVerifierIsAskedAboutEverySessionOfTheDecision() throws Exception {
        List<SSLSession> shown = new ArrayList<>();
        HostnameVerifier verifier = (name, session) -> shown.add(session);
        NameDecision decision = new NameDecision(verifier, 2);
        start(new Handler(decision));

        assertThat(TlsGuardBridge.verify(verifier, "host.example", null)).isTrue();

        assertThat(shown).hasSize(2);
        assertThat(decision.answers).containsExactly(true, true);
    }

    @Test
    void aVetoOnANameIsThrown() {
        HostnameVerifier yes = (name, session) -> true;
        NameDecision decision = new NameDecision(yes, 1);
        decision.veto = new SSLPeerUnverifiedException("tlsguard: name/mismatch: …");
        start(new Handler(decision));

        assertThatThrownBy(() -> TlsGuardBridge.verifyMismatch(yes, "host.example", null))
                .isSameAs(decision.veto);
    }

    // ---- data

    @Test
    void withoutAWatchedConnectionDataIsNotLookedAt() throws Exception {
        Handler handler = new Handler();
        start(handler);
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);

        TlsGuardBridge.dataLeaves("stream");
        TlsGuardBridge.dataArrived(42, "stream");
        TlsGuardBridge.dataLeaves("engine", new ByteBuffer[] {ByteBuffer.allocate(1)}, 0, 1);
        assertThat(handler.data).isZero();

        TlsGuardBridge.watch(1);
        TlsGuardBridge.dataLeaves("stream");
        TlsGuardBridge.dataArrived(42, "stream");
        TlsGuardBridge.dataLeaves("engine", new ByteBuffer[] {ByteBuffer.allocate(1)}, 0, 1);
        assertThat(handler.data).isEqualTo(3);
    }

    @Test
    void nothingSentAndNothingReadIsNoData() throws Exception {
        Handler handler = new Handler();
        start(handler);
        TlsGuardBridge.checkServerTrusted(manager, PEER, "RSA", (Socket) null);
        TlsGuardBridge.watch(1);

        TlsGuardBridge.dataArrived(0, "stream");
        TlsGuardBridge.dataArrived(-1, "stream");
        TlsGuardBridge.dataLeaves("engine", new ByteBuffer[] {ByteBuffer.allocate(0), null}, 0, 2);
        TlsGuardBridge.dataLeaves("engine", new ByteBuffer[] {ByteBuffer.allocate(1)}, 1, 5);
        TlsGuardBridge.dataLeaves("engine", new ByteBuffer[] {ByteBuffer.allocate(1)}, -3, 2);
        TlsGuardBridge.dataLeaves("engine", null, 0, 1);
        assertThat(handler.data).isZero();
    }

    // ---- the parts

    private static final class Manager extends X509ExtendedTrustManager {

        final List<X509Certificate[]> asked = new ArrayList<>();
        final List<List<String>> stacks = new ArrayList<>();
        Throwable refusal;

        private void answer(X509Certificate[] chain) {
            asked.add(chain);
            List<String> stack = new ArrayList<>();
            for (StackTraceElement each : new Throwable().getStackTrace()) {
                stack.add(each.toString());
            }
            stacks.add(stack);
            if (refusal != null) {
                BridgeTest.<RuntimeException>raise(refusal);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            answer(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            answer(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            answer(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            answer(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            answer(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            answer(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class Nameless {

        final List<String> asked = new ArrayList<>();

        void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            asked.add("socket");
        }

        void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            asked.add("engine");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static class Decision extends TlsGuardDecision {

        private final Manager manager;
        private final Iterator<X509Certificate[]> questions;
        private X509Certificate[] shown;
        Throwable veto;
        int closed;

        Decision(Manager manager, X509Certificate[]... chains) {
            this.manager = manager;
            questions = Arrays.asList(chains).iterator();
            shown = questions.next();
        }

        @Override
        public X509ExtendedTrustManager manager() {
            return manager;
        }

        @Override
        public X509Certificate[] chain() {
            return shown;
        }

        @Override
        public void answered(Throwable refusal) {
            // The conclusion is fixed.
        }

        @Override
        public boolean again() {
            if (!questions.hasNext()) {
                return false;
            }
            shown = questions.next();
            return true;
        }

        @Override
        public void close() {
            closed++;
        }

        @Override
        public Throwable conclusion() {
            return veto;
        }
    }

    private static final class NameDecision extends TlsGuardNameDecision {

        private final HostnameVerifier verifier;
        private final int questions;
        final List<Boolean> answers = new ArrayList<>();
        Throwable veto;

        NameDecision(HostnameVerifier verifier, int questions) {
            this.verifier = verifier;
            this.questions = questions;
        }

        @Override
        public HostnameVerifier verifier() {
            return verifier;
        }

        @Override
        public SSLSession session() {
            return null;
        }

        @Override
        public void answered(boolean yes, Throwable thrown) {
            answers.add(yes);
        }

        @Override
        public boolean again() {
            return answers.size() < questions;
        }

        @Override
        public boolean accepted() {
            return answers.get(0);
        }

        @Override
        public Throwable conclusion() {
            return veto;
        }
    }

    private static class Handler extends SilentHandler {

        private TlsGuardDecision decision;
        private TlsGuardNameDecision nameDecision;
        final List<Boolean> plainAnswers = new ArrayList<>();
        int data;

        Handler() {}

        Handler(TlsGuardDecision decision) {
            this.decision = decision;
        }

        Handler(TlsGuardNameDecision nameDecision) {
            this.nameDecision = nameDecision;
        }

        @Override
        public TlsGuardDecision trust(
                X509ExtendedTrustManager asked, X509Certificate[] chain, String type, boolean server, Object on) {
            return decision;
        }

        @Override
        public TlsGuardNameDecision name(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow) {
            return nameDecision;
        }

        @Override
        public void plainManagerAnswered(X509TrustManager asked, boolean accepted) {
            plainAnswers.add(accepted);
        }

        @Override
        public void applicationData(Object streamOrEngine) {
            data++;
        }
    }
}
