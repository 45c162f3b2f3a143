package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {

    private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();

    /** An object of the application whose own methods must never run. */
    private static final class Hostile {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString was called");
        }
    }

    @Test
    void neverCallsTheMethodsOfAKey() {
        Hostile key = new Hostile();
        Hostile other = new Hostile();
        map.put(key, "first");
        map.put(key, "second");
        map.put(other, "other");

        assertThat(map.get(key)).isEqualTo("second");
        assertThat(map.size()).isEqualTo(2);
        assertThat(map.remove(key)).isEqualTo("second");
        assertThat(map.get(key)).isNull();
        assertThat(map.values()).containsExactly("other");
    }

    @Test
    void tellsEqualKeysApart() {
        String one = new String("same");
        String two = new String("same");
        map.put(one, "one");

        assertThat(map.get(one)).isEqualTo("one");
        assertThat(map.get(two)).isNull();
        assertThat(map.remove(two)).isNull();
    }

    @Test
    void nullHasNoFacts() {
        assertThat(map.get(null)).isNull();
        assertThat(map.remove(null)).isNull();
    }

    @Test
    void keepsNoKeyAlive() throws InterruptedException {
        Object kept = new Object();
        map.put(kept, "kept");
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Object key = new byte[1_024];
            map.put(key, "gone " + i);
            gone.add(new WeakReference<>(key));
        }

        for (int i = 0; i < 200 && map.size() > 1; i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(gone).allMatch(reference -> reference.get() == null);
        assertThat(map.values()).containsExactly("kept");
        assertThat(map.get(kept)).isEqualTo("kept");
    }

    @Test
    void servesManyThreads() throws InterruptedException {
        CountDownLatch wrong = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    Object key = new Object();
                    String value = Integer.toString(i);
                    map.put(key, value);
                    if (map.get(key) != value || map.remove(key) != value) {
                        wrong.countDown();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread each : threads) {
            each.join();
        }
        assertThat(wrong.getCount()).isOne();
        assertThat(map.size()).isZero();
    }
}
