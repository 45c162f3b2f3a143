package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.engine.judge.TestCertificates.chain;

import java.lang.reflect.Proxy;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tlsguard.engine.observe.ThreadState;

class TrialTest {

    private static int count;
    private static final AtomicInteger ATOMIC = new AtomicInteger();
    private static final boolean[] FLAGS = {false};

    @AfterEach
    void forget() {
        count = 0;
        ATOMIC.set(0);
        FLAGS[0] = false;
        Thread.interrupted();
    }

    // ---- what a copy does leaves no trace

    @Test
    void everyQuestionIsPutToACopyAsItWasBefore() {
        Once once = new Once();
        Trial<HostnameVerifier> trial = trial(once);
        assertThat(once.verify("real", null)).isTrue();

        assertThat(ask(trial)).isTrue();
        assertThat(ask(trial)).isTrue();
        assertThat(once.verify("real again", null)).isFalse();
    }

    @Test
    void theStateOfCollectionsAndLambdasIsCopied() {
        Stateful original = new Stateful();
        Trial<HostnameVerifier> trial = trial(original);

        assertThat(ask(trial)).isTrue();

        assertThat(original.list).isEmpty();
        assertThat(original.map).isEmpty();
        assertThat(original.nested.get("inner")).isEmpty();
        assertThat(original.queue).isEmpty();
        assertThat(original.concurrent).isEmpty();
        assertThat(original.wrapped).isEmpty();
        assertThat(original.atomic).hasValue(0);
        assertThat(original.calls).isZero();
        assertThat(original.text).hasToString("");
    }

    @Test
    void aStoreOfCertificatesIsCopied() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        X509Certificate met = TestCertificates.root("Met").certificate;
        HostnameVerifier firstUse = (name, session) -> {
            try {
                if (store.size() == 0) {
                    store.setCertificateEntry(name, met);
                }
                return store.containsAlias(name);
            } catch (KeyStoreException e) {
                return false;
            }
        };
        Trial<HostnameVerifier> trial = trial(firstUse);
        assertThat(firstUse.verify("real", null)).isTrue();

        assertThat(ask(trial)).isTrue();
        assertThat(Collections.list(store.aliases())).containsExactly("real");
    }

    @Test
    void aStoreOfKeysIsSharedAndOneThatIsNotLoadedToo() throws Exception {
        KeyStore unloaded = KeyStore.getInstance("JKS");
        KeyStore keys = KeyStore.getInstance("JKS");
        keys.load(null, null);
        TestCertificates.Identity own = TestCertificates.root("Own");
        keys.setKeyEntry("own", own.keys.getPrivate(), new char[0], chain(own));

        assertThat(StoreCopy.of(unloaded)).isSameAs(unloaded);
        assertThat(StoreCopy.of(keys)).isSameAs(keys);
    }

    @Test
    void whatIsInStaticFieldsIsPutBack() {
        Trial<HostnameVerifier> trial = trial(new Counting());

        ask(trial);

        assertThat(count).isZero();
        assertThat(ATOMIC).hasValue(0);
        assertThat(FLAGS[0]).isFalse();
    }

    @Test
    void theInterruptStatusIsPutBackAndTheCopySeesItAsItWas() {
        HostnameVerifier verifier = new Interrupting();
        Trial<HostnameVerifier> trial = trial(verifier);
        assertThat(verifier.verify("real", null)).isTrue();

        assertThat(ask(trial)).isTrue();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aThreadIsMutedForTheQuestionOnly() {
        ThreadState thread = ThreadState.current();
        Trial<HostnameVerifier> trial = trial(new Once());

        trial.begin();
        assertThat(thread.muted).isTrue();
        trial.end();
        assertThat(thread.muted).isFalse();
        trial.end();
        assertThat(thread.muted).isFalse();
    }

    // ---- every shape can be copied

    @Test
    void anEnumALambdaAndAProxyAreCopied() {
        int[] calls = {0};
        HostnameVerifier lambda = (name, session) -> calls[0]++ == 0;
        HostnameVerifier proxy = (HostnameVerifier) Proxy.newProxyInstance(
                TrialTest.class.getClassLoader(),
                new Class<?>[] {HostnameVerifier.class},
                (self, method, arguments) -> lambda.verify((String) arguments[0], null));

        for (HostnameVerifier each : Arrays.asList(EnumVerifier.INSTANCE, lambda, proxy)) {
            Trial<HostnameVerifier> trial = trial(each);
            assertThat(trial.isPossible()).as(each.getClass().getName()).isTrue();
            assertThat(ask(trial)).isTrue();
            assertThat(ask(trial)).isTrue();
        }
        assertThat(calls[0]).isZero();
    }

    @Test
    void locksThreadsAndSelfReferencesAreNoObstacle() {
        assertThat(ask(trial(new Holding()))).isTrue();
    }

    @Test
    void whatThrowsFromEverythingIsCopiedAllTheSame() {
        assertThat(ask(trial(new Hostile()))).isTrue();
    }

    private static Trial<HostnameVerifier> trial(HostnameVerifier original) {
        return new Trial<>(original, ThreadState.current(), () -> {});
    }

    private static boolean ask(Trial<HostnameVerifier> trial) {
        trial.open();
        try {
            return trial.begin().verify("canary", null);
        } finally {
            trial.close();
        }
    }

    private static final class Once implements HostnameVerifier {
        private boolean asked;

        @Override
        public boolean verify(String name, SSLSession session) {
            boolean first = !asked;
            asked = true;
            return first;
        }
    }

    private static final class Stateful implements HostnameVerifier {
        private final List<Object> list = new ArrayList<>();
        private final Map<String, Object> map = new HashMap<>();
        private final Map<String, List<String>> nested = new HashMap<>();
        private final Deque<String> queue = new ArrayDeque<>();
        private final Map<String, String> concurrent = new ConcurrentHashMap<>();
        private final List<String> wrapped = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger atomic = new AtomicInteger();
        private final StringBuilder text = new StringBuilder();
        private final Runnable counter = () -> this.calls++;
        private int calls;

        Stateful() {
            nested.put("inner", new ArrayList<>());
        }

        @Override
        public boolean verify(String name, SSLSession session) {
            list.add(name);
            map.put(name, list);
            nested.get("inner").add(name);
            queue.add(name);
            concurrent.put(name, name);
            wrapped.add(name);
            text.append(name);
            counter.run();
            return atomic.incrementAndGet() == 1 && calls == 1;
        }
    }

    private static final class Counting implements HostnameVerifier {
        @Override
        public boolean verify(String name, SSLSession session) {
            FLAGS[0] = true;
            return ++count + ATOMIC.incrementAndGet() > 0;
        }
    }

    private static final class Interrupting implements HostnameVerifier {
        @Override
        public boolean verify(String name, SSLSession session) {
            boolean clear = !Thread.interrupted();
            Thread.currentThread().interrupt();
            return clear;
        }
    }

    private enum EnumVerifier implements HostnameVerifier {
        INSTANCE;

        private int calls;

        @Override
        public boolean verify(String name, SSLSession session) {
            return calls++ == 0;
        }
    }

    private static final class Holding implements HostnameVerifier {
        private final ReentrantLock lock = new ReentrantLock();
        private final Thread thread = Thread.currentThread();
        private final ThreadLocal<String> local = ThreadLocal.withInitial(() -> "local");
        private final Object self = this;
        private final Map<String, Object> cycle = new HashMap<>();

        Holding() {
            cycle.put("cycle", cycle);
        }

        @Override
        public boolean verify(String name, SSLSession session) {
            lock.lock();
            try {
                return self == this && cycle.get("cycle") == cycle && thread.isAlive() && local.get() != null;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Hostile implements HostnameVerifier {
        @Override
        public boolean verify(String name, SSLSession session) {
            return true;
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }
}
