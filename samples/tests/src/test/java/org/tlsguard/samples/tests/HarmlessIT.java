package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.samples.tests.Launch.agent;
import static org.tlsguard.samples.tests.Launch.plainAgent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.DroppedApplication;
import org.tlsguard.samples.sinners.probe.EmptyAgent;
import org.tlsguard.samples.sinners.probe.Hello;
import org.tlsguard.samples.sinners.probe.VisibleClasses;

/** An application that does nothing wrong, or nothing with TLS at all, does not notice that there is a guard. */
class HarmlessIT {

    /**
     * What an application chooses by being the first to use it, or cannot bear to have used before it is ready. (A
     * {@code UnixFileKey} belongs to opening a jar, any jar, for the second time.)
     */
    private static final Pattern FORBIDDEN = Pattern.compile("java\\.util\\.logging\\..*|sun\\.util\\.logging\\..*"
            + "|java\\.nio\\.file\\..*|sun\\.nio\\.fs\\.(?!UnixFileKey).*"
            + "|java\\.lang\\.management\\..*|javax\\.management\\..*|com\\.sun\\.jmx\\..*"
            + "|java\\.security\\.(Provider|Security(?!Permission)|SecureRandom|KeyStore|MessageDigest).*|sun\\.security\\.provider\\..*"
            + "|sun\\.security\\.jca\\..*|javax\\.crypto\\..*|com\\.sun\\.crypto\\..*"
            + "|javax\\.net\\..*|sun\\.security\\.ssl\\..*|com\\.sun\\.net\\.ssl\\..*"
            + "|java\\.net\\.(Inet|Socket$|SocketImpl|ServerSocket|NetworkInterface).*|java\\.net\\.http\\..*");

    private static final Pattern LOADED = Pattern.compile(
            "^(?:\\[Loaded (\\S+) from .*|\\[[^\\]]*\\]\\[info *\\]\\[class,load *\\] (\\S+) source: .*)$");

    /** How many classes of ours an application without TLS may have to load. */
    private static final int FEW = 10;

    @TestFactory
    Stream<DynamicTest> beforeMainNothingIsLoadedThatIsTheApplicationsToChoose() {
        return Launch.on(8, jdk -> {
            Set<String> withUs = loadedBeforeMain(jdk, plainAgent());
            Set<String> additional = new TreeSet<>(withUs);
            additional.removeAll(loadedBeforeMain(jdk, "-javaagent:" + emptyAgent()));
            assertThat(additional).filteredOn(FORBIDDEN.asMatchPredicate()).isEmpty();
            assertThat(withUs)
                    .filteredOn(name -> name.startsWith("org.tlsguard.") && !name.contains(".samples."))
                    .hasSizeBetween(1, FEW);
        });
    }

    @TestFactory
    Stream<DynamicTest> norByReadingThePolicyAndLookingAtDirectoriesBeforeMain() {
        return Launch.on(8, jdk -> {
            Set<String> additional = loadedBeforeMain(
                    jdk, agent(Mode.ENFORCE) + ",log=guard.log,policy=" + Launch.file("policy.yaml", "version: 1\n"));
            additional.removeAll(loadedBeforeMain(jdk, "-javaagent:" + emptyAgent()));
            assertThat(additional)
                    .filteredOn(FORBIDDEN.asMatchPredicate())
                    .filteredOn(name -> !name.matches("javax\\.net\\.ssl\\.(TlsGuard.*|SSLException)"))
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> noClassOfOursIsVisibleBeyondBootstrapAndBridge() {
        return Launch.on(8, jdk -> {
            try (LoopbackServer server =
                    TlsServer.presenting(Certificate.SOUND.identity()).start()) {
                Run run = Launch.java(jdk, agent(Mode.AUDIT) + ",policy=" + Launch.file("policy.yaml", "version: 1\n"))
                        .main(VisibleClasses.class, "localhost", server.port(), "jar=" + Launch.JAR)
                        .run();
                assertThat(run.stdout()).as("%s", run).contains("GOT classes [");
                String visible = run.stdout().replaceAll("(?s).*GOT classes \\[(.*)\\].*", "$1");
                assertThat(visible.split(", "))
                        .as("%s", run)
                        .contains("javax.net.ssl.TlsGuardBridge", "org.tlsguard.bootstrap.Premain")
                        .allMatch(name -> name.startsWith("org.tlsguard.bootstrap.")
                                || name.startsWith("javax.net.ssl.TlsGuard"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anApplicationThatIsDroppedIsCollected() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Launch.on(8, jdk -> {
                    try (LoopbackServer server =
                            TlsServer.presenting(Certificate.SOUND.identity()).start()) {
                        Launch launch = Launch.java(jdk, "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE, "-Xmx64m");
                        Run run = (mode == Mode.BARE ? launch : launch.with(agent(mode)))
                                .main(DroppedApplication.class, "localhost", server.port(), "protocols=TLSv1.2")
                                .run();
                        assertThat(run.stdout())
                                .as("%s", run)
                                .contains("GOT welcome alice")
                                .contains("GOT rid of them: true");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> theToolsOfTheJdkAreLeftAlone() {
        return Launch.on(8, jdk -> {
            for (String[] line : List.of(
                    new String[] {"javac", "-version"},
                    new String[] {"keytool", "-help"},
                    new String[] {"jps", "-q"},
                    new String[] {"jar", "tf", Launch.JAR.toString()},
                    new String[] {"javap", "java.lang.Object"})) {
                Launch tool = Launch.tool(
                        jdk, line[0], List.of(line).subList(1, line.length).toArray(new String[0]));
                Run run = tool.toolOptions(plainAgent() + "=report=/dev/null/impossible")
                        .run();
                assertThat(run.exitCode()).as("%s", run).isZero();
                assertThat(run.stderr()).as("%s", run).doesNotContain("tlsguard: ");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> exitCodesAndOutputStayAsTheyAre() {
        return Launch.on(8, jdk -> {
            for (String end : List.of("return", "exit 42", "halt 3", "throw")) {
                Object[] arguments = end.split(" ");
                Run bare = Launch.java(jdk).main(Hello.class, arguments).run();
                Run guarded = Launch.java(jdk, agent(Mode.ENFORCE))
                        .main(Hello.class, arguments)
                        .run();
                assertThat(guarded.exitCode()).as("%s", guarded).isEqualTo(bare.exitCode());
                assertThat(guarded.stdout()).as("%s", guarded).isEqualTo(bare.stdout());
                assertThat(guarded.stderr()).as("%s", guarded).isEqualTo(bare.stderr());
            }
        });
    }

    private static Set<String> loadedBeforeMain(Jdk jdk, String agent) {
        Run run = Launch.java(jdk, jdk.feature() == 8 ? "-verbose:class" : "-Xlog:class+load", agent)
                .main(Hello.class)
                .run();
        assertThat(run.exitCode()).as("%s", run).isZero();
        Set<String> names = new TreeSet<>();
        for (String line : run.stdout().split("\\R")) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.matches()) {
                String name = loaded.group(1) == null ? loaded.group(2) : loaded.group(1);
                names.add(name);
                if (name.equals(Hello.class.getName())) {
                    return names;
                }
            }
        }
        throw new AssertionError("the application was not loaded" + run);
    }

    private static synchronized Path emptyAgent() {
        Path jar = Pki.file("empty-agent.jar");
        if (!Files.exists(jar)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
            String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                out.putNextEntry(new JarEntry(entry));
                EmptyAgent.class.getClassLoader().getResourceAsStream(entry).transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar;
    }
}
