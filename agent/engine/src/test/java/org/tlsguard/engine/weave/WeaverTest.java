package org.tlsguard.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WeaverTest {

    private static final String BRIDGE = "javax/net/ssl/TlsGuardBridge";

    /** What a newer JDK no longer has. */
    private static final Set<String> GONE = Collections.singleton("getPeerCertificateChain");

    private static List<ClassFiles> jdks;

    @BeforeAll
    static void findJdks() throws IOException {
        jdks = ClassFiles.ofAllJdks();
    }

    @AfterAll
    static void closeJdks() throws IOException {
        for (ClassFiles each : jdks) {
            each.close();
        }
    }

    // ---- the table, on the class files of every JDK

    @TestFactory
    Collection<DynamicNode> everyRowGoesIntoItsClassOnEveryJdk() {
        List<DynamicNode> all = new ArrayList<>();
        for (ClassFiles jdk : jdks) {
            List<DynamicNode> rows = new ArrayList<>();
            for (Hook row : HookTable.rows()) {
                if (row.isOfJdk()) {
                    rows.add(DynamicTest.dynamicTest(row.name(), () -> assertWoven(row, jdk)));
                }
            }
            all.add(DynamicContainer.dynamicContainer(jdk.toString(), rows));
        }
        return all;
    }

    private static void assertWoven(Hook row, ClassFiles jdk) throws IOException {
        byte[] original = jdk.file(row.className());
        assertThat(original).as("class file of " + row.className()).isNotNull();
        Weaver weaver = new Weaver();

        byte[] woven = weaver.weave(true, row.className(), original);

        assertThat(weaver.fault(row)).isNull();
        assertThat(weaver.progress().get(row)).isEqualTo(Hook.Status.WOVEN);
        List<String> calls = bridgeCalls(woven);
        List<Integer> frames = frames(woven);
        for (Advice each : row.advice()) {
            assertThat(calls).contains(each.target);
        }
        assertThat(calls).as("one insertion per advice at least").hasSizeGreaterThanOrEqualTo(countOf(row, original));
        assertThat(bridgeCalls(original)).isEmpty();
        assertThat(frames).as("stack map frames").isEqualTo(frames(original));
        Verification.verify(original, jdk);
        Verification.verify(woven, jdk);
    }

    /** How many pieces of advice of a row must find a place; one names a method that newer JDKs no longer have. */
    private static int countOf(Hook row, byte[] original) {
        Set<String> methods = new HashSet<>();
        new ClassReader(original)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                methods.add(name);
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        int count = row.advice().size();
        for (String each : GONE) {
            if (row.className().equals("sun/security/ssl/SSLSessionImpl") && !methods.contains(each)) {
                count--;
            }
        }
        return count;
    }

    @Test
    void everyBridgeMethodThatAdviceNamesIsThere() throws IOException {
        Set<String> there = new HashSet<>();
        new ClassReader(ClassFiles.own(BRIDGE))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC))
                                        == (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) {
                                    there.add(name + descriptor);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        for (ClassFiles jdk : jdks) {
            for (Hook row : HookTable.rows()) {
                if (row.isOfJdk()) {
                    byte[] woven = new Weaver().weave(true, row.className(), jdk.file(row.className()));
                    assertThat(there).as(row.name() + " on " + jdk).containsAll(bridgeCallsWithDescriptors(woven));
                }
            }
        }
    }

    // ---- rows in application classes

    /** A library's way to verify a name after the handshake. */
    public static final class AsksVerifier implements Callable<Boolean> {

        private final HostnameVerifier verifier;

        public AsksVerifier(HostnameVerifier verifier) {
            this.verifier = verifier;
        }

        @Override
        public Boolean call() {
            // Wide locals around the call: the operands must stay where they are.
            long before = System.nanoTime();
            double half = 0.5;
            boolean yes = verifier.verify("host.example", (SSLSession) null);
            return yes && before != 0 && half == 0.5;
        }
    }

    /** A utility that weakens the JVM. */
    public static final class SetsProperties implements Callable<Boolean> {
        @Override
        public Boolean call() {
            String before = System.setProperty("https.protocols", "TLSv1.2");
            Security.setProperty("tlsguard.test", "set");
            return before == null;
        }
    }

    @Test
    void aLibraryThatAsksAVerifierStillGetsItsAnswer() throws Exception {
        byte[] original = ClassFiles.own(AsksVerifier.class.getName().replace('.', '/'));
        byte[] woven = new Weaver().weave(false, AsksVerifier.class.getName().replace('.', '/'), original);

        assertThat(bridgeCalls(woven)).containsExactly("verify");
        List<String> asked = new ArrayList<>();
        HostnameVerifier verifier = (name, session) -> asked.add(name);
        assertThat(run(AsksVerifier.class, woven, HostnameVerifier.class, verifier))
                .isTrue();
        assertThat(asked).containsExactly("host.example");
        HostnameVerifier no = (name, session) -> false;
        assertThat(run(AsksVerifier.class, woven, HostnameVerifier.class, no)).isFalse();
    }

    @Test
    void aVerifiersOwnExceptionPassesAsItIs() throws Exception {
        byte[] original = ClassFiles.own(AsksVerifier.class.getName().replace('.', '/'));
        byte[] woven = new Weaver().weave(false, AsksVerifier.class.getName().replace('.', '/'), original);
        RuntimeException own = new UnsupportedOperationException("the verifier's own");
        HostnameVerifier throwing = (name, session) -> {
            throw own;
        };

        assertThatThrownBy(() -> run(AsksVerifier.class, woven, HostnameVerifier.class, throwing))
                .isSameAs(own);
    }

    @Test
    void aPropertyIsSetAllTheSame() throws Exception {
        String before = System.clearProperty("https.protocols");
        try {
            byte[] original = ClassFiles.own(SetsProperties.class.getName().replace('.', '/'));
            byte[] woven =
                    new Weaver().weave(false, SetsProperties.class.getName().replace('.', '/'), original);

            assertThat(bridgeCalls(woven)).containsExactly("setSystemProperty", "setSecurityProperty");
            assertThat(run(SetsProperties.class, woven, null, null)).isTrue();
            assertThat(System.getProperty("https.protocols")).isEqualTo("TLSv1.2");
            assertThat(Security.getProperty("tlsguard.test")).isEqualTo("set");
        } finally {
            if (before == null) {
                System.clearProperty("https.protocols");
            } else {
                System.setProperty("https.protocols", before);
            }
        }
    }

    /** As an engine asks a trust manager: with what it was called with at hand, some of it wide, some overwritten. */
    public static final class AsksManager implements Callable<Boolean> {

        private final X509TrustManager manager;

        public AsksManager(X509TrustManager manager) {
            this.manager = manager;
        }

        @Override
        public Boolean call() throws Exception {
            verify(7L, this, manager, "RSA");
            return true;
        }

        private static void verify(long ssl, Object engine, X509TrustManager manager, String authType)
                throws CertificateException {
            Object atHand = engine;
            engine = authType;
            if (ssl == 7 && atHand != engine) {
                manager.checkServerTrusted(new X509Certificate[0], authType);
            }
        }
    }

    @Test
    void anEngineThatAsksAManagerStillGetsItsAnswer() throws Exception {
        String name = AsksManager.class.getName().replace('.', '/');
        byte[] woven = new Weaver().weave(false, name, ClassFiles.own(name));

        assertThat(bridgeCalls(woven)).containsExactly("checkServerTrusted");
        assertThat(frames(woven)).isEqualTo(frames(ClassFiles.own(name)));
        List<String> asked = new ArrayList<>();
        assertThat(run(AsksManager.class, woven, X509TrustManager.class, new Manager(asked, null)))
                .isTrue();
        assertThat(asked).containsExactly("RSA");
        CertificateException own = new CertificateException("the manager's own");
        assertThatThrownBy(() -> run(AsksManager.class, woven, X509TrustManager.class, new Manager(asked, own)))
                .isSameAs(own);
    }

    /** One that asks the class it extends asks nobody else. */
    private static class Manager implements X509TrustManager {

        private final List<String> asked;
        private final CertificateException refusal;

        Manager(List<String> asked, CertificateException refusal) {
            this.asked = asked;
            this.refusal = refusal;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            asked.add(authType);
            if (refusal != null) {
                throw refusal;
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class Stricter extends Manager {

        Stricter() {
            super(new ArrayList<>(), null);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            super.checkServerTrusted(chain, authType);
        }
    }

    @Test
    void aManagerThatAsksTheClassItExtendsIsLeftAlone() throws IOException {
        String name = Stricter.class.getName().replace('.', '/');

        assertThat(new Weaver().weave(false, name, ClassFiles.own(name))).isNull();
    }

    // ---- what is not woven

    @Test
    void aClassOfTheJdkThatIsNotInTheTableIsLeftAlone() throws IOException {
        assertThat(new Weaver().weave(true, "java/lang/String", ClassFiles.own("java/lang/String")))
                .isNull();
    }

    @Test
    void anApplicationClassWithoutSuchACallIsLeftAlone() throws IOException {

        assertThat(new Weaver().weave(false, "com/acme/Nothing", ClassFiles.own("org/tlsguard/policy/Mode")))
                .isNull();
    }

    @Test
    void anApplicationClassOfTheSameNameAsARowIsNoRow() throws IOException {
        String name = "javax/net/ssl/SSLContext";

        assertThat(new Weaver().weave(false, name, ClassFiles.own(name))).isNull();
    }

    @Test
    void aClassFileFromTheFutureIsLeftAloneAndTheRowSaysSo() throws IOException {
        String name = "javax/net/ssl/SSLContext";
        byte[] future = ClassFiles.own(name);
        future[6] = 0x7f;
        Weaver weaver = new Weaver();

        assertThat(weaver.weave(true, name, future)).isNull();
        Hook row = HookTable.byClass().get(name);
        assertThat(weaver.progress().get(row)).isEqualTo(Hook.Status.FAILED);
        assertThat(weaver.fault(row)).contains("Unsupported class file");
    }

    @Test
    void aClassThatHasLostTheMethodIsAbsent() throws IOException {
        Weaver weaver = new Weaver();

        assertThat(weaver.weave(true, "javax/net/ssl/SSLContext", ClassFiles.own("java/lang/Object")))
                .isNull();
        assertThat(weaver.progress().get(HookTable.byClass().get("javax/net/ssl/SSLContext")))
                .isEqualTo(Hook.Status.ABSENT);
    }

    @Test
    void beforeAnythingIsLoadedEveryRowIsPending() {
        assertThat(new Weaver().progress().values()).containsOnly(Hook.Status.PENDING);
    }

    @Test
    void rowsHaveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        for (Hook row : HookTable.rows()) {
            assertThat(names.add(row.name())).as(row.name()).isTrue();
        }
    }

    // ---- help

    private static boolean run(Class<?> original, byte[] woven, Class<?> parameter, Object argument) throws Exception {
        Class<?> type = new ClassLoader(WeaverTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(original.getName(), woven, 0, woven.length);
            }
        }.define();
        Constructor<?> constructor = parameter == null ? type.getConstructor() : type.getConstructor(parameter);
        Object made = parameter == null ? constructor.newInstance() : constructor.newInstance(argument);
        return (Boolean) ((Callable<?>) made).call();
    }

    private static List<String> bridgeCalls(byte[] file) {
        List<String> names = new ArrayList<>();
        for (String each : bridgeCallsWithDescriptors(file)) {
            names.add(each.substring(0, each.indexOf('(')));
        }
        return names;
    }

    private static List<String> bridgeCallsWithDescriptors(byte[] file) {
        if (file == null) {
            fail("nothing was woven");
        }
        List<String> calls = new ArrayList<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String called, String with, boolean isInterface) {
                                        if (owner.equals(BRIDGE)) {
                                            calls.add(called + with);
                                        }
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return calls;
    }

    /** The kinds of all stack map frames in order: an insertion must not need one. */
    private static List<Integer> frames(byte[] file) {
        List<Integer> frames = new ArrayList<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitFrame(
                                            int type, int locals, Object[] local, int stacks, Object[] stack) {
                                        frames.addAll(Arrays.asList(type, locals, stacks));
                                    }
                                };
                            }
                        },
                        ClassReader.EXPAND_FRAMES);
        return frames;
    }
}
