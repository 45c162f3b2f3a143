package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Security;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiPredicate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantPoolTest {

    // ---- what has to be seen

    @ParameterizedTest
    @ValueSource(
            classes = {
                CallsVerifier.class,
                ImplementsVerifier.class,
                RefersToVerify.class,
                SetsSecurityProperty.class,
                SetsProtocols.class,
                SetsLdapSwitch.class,
                ShakesHands.class,
            })
    void aClassWithACallThatIsWovenConcernsTheWeaver(Class<?> type) throws IOException {
        assertThat(ConstantPool.concerns(classFile(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Neither.class,
                SetsUnrelatedProperty.class,
                NamesSwitchOnly.class,
                ConstantPoolTest.class,
                String.class,
                java.util.concurrent.ConcurrentHashMap.class,
            })
    void aClassWithoutSuchACallDoesNot(Class<?> type) throws IOException {
        // This very class names no switch in one constant, and calls no verifier.
        assertThat(ConstantPool.concerns(classFile(type))).isFalse();
    }

    @Test
    void longAndDoubleConstantsTakeTwoEntries() throws IOException {
        assertThat(ConstantPool.concerns(classFile(WideConstants.class))).isTrue();
    }

    // ---- what must not throw

    @Test
    void everyTruncationOfAClassFileIsSurvived() throws IOException {
        byte[] file = classFile(SetsProtocols.class);
        for (int length = 0; length < file.length; length++) {
            ConstantPool.concerns(Arrays.copyOf(file, length));
        }
    }

    @Test
    void damageAnywhereInAClassFileIsSurvived() throws IOException {
        byte[] file = classFile(CallsVerifier.class);
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = file.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            ConstantPool.concerns(damaged);
        }
    }

    @Test
    void garbageIsNoClassFile() {
        assertThat(ConstantPool.concerns(new byte[0])).isFalse();
        assertThat(ConstantPool.concerns(new byte[10])).isFalse();
        byte[] allOnes = new byte[100_000];
        Arrays.fill(allOnes, (byte) 1);
        assertThat(ConstantPool.concerns(allOnes)).isFalse();
        Arrays.fill(allOnes, (byte) 0xff);
        assertThat(ConstantPool.concerns(allOnes)).isFalse();
    }

    // ---- the classes

    static final class CallsVerifier {
        boolean ask(HostnameVerifier verifier, SSLSession session) {
            return verifier.verify("host", session);
        }
    }

    static final class ImplementsVerifier implements HostnameVerifier {
        @Override
        public boolean verify(String name, SSLSession session) {
            return true;
        }
    }

    static final class ShakesHands {
        void with(SSLSocket socket) throws IOException {
            socket.startHandshake();
        }
    }

    static final class RefersToVerify {
        BiPredicate<String, SSLSession> of(HostnameVerifier verifier) {
            return verifier::verify;
        }
    }

    static final class SetsSecurityProperty {
        void set() {
            Security.setProperty("jdk.tls.disabledAlgorithms", "");
        }
    }

    static final class SetsProtocols {
        void set() {
            System.setProperty("https.protocols", "TLSv1");
        }
    }

    static final class SetsLdapSwitch {
        void set() {
            System.setProperty("com.sun.jndi.ldap.object.disableEndpointIdentification", "true");
        }
    }

    static final class SetsUnrelatedProperty {
        void set() {
            System.setProperty("com.acme.colour", "blue");
            System.setProperty("java.awt.headless", "true");
        }
    }

    static final class NamesSwitchOnly {
        String name() {
            return System.getProperty("jdk.tls.client.protocols");
        }
    }

    static final class Neither {
        int add(int a, int b) {
            return a + b;
        }
    }

    static final class WideConstants {
        long sum(HostnameVerifier verifier, SSLSession session) {
            long sum = 0x1122334455667788L + 0x7766554433221100L;
            double product = 3.141592653589793 * sum;
            return verifier.verify("host", session) ? sum : (long) (product * 2.718281828459045);
        }
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader() == null
                ? ClassLoader.getSystemResourceAsStream(name)
                : type.getClassLoader().getResourceAsStream(name)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }
}
