package org.tlsguard.samples.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.servers.TlsServer;

/**
 * One row of a matrix: a sample, the peer it meets, and what is to become of it.
 *
 * <pre>{@code
 * client(TrustAllClient.class).with("via=socket").meeting(SELF_SIGNED).is(VETOED, active("trust", "self-signed"))
 * server(MutualServer.class).visitedBy("a colleague", () -> TlsClient.presenting(colleague)).is(CLEAN)
 * }</pre>
 */
record Scenario(
        String name,
        Stage stage,
        Class<?> sample,
        int firstJdk,
        List<String> onlyProtocols,
        List<Mode> modes,
        int resumptions,
        Fate fate,
        List<Promise> promises) {

    static Draft sample(Class<?> main) {
        return new Draft(main);
    }

    @Override
    public String toString() {
        return name + ": " + fate.name().toLowerCase(Locale.ROOT);
    }

    /** A scenario of which the end is not told yet. */
    static final class Draft {

        private final Class<?> sample;
        private final List<String> arguments = new ArrayList<>();
        private final List<String> options = new ArrayList<>(List.of("-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE));
        private final List<Path> libraries = new ArrayList<>();
        private int firstJdk;
        private List<String> onlyProtocols = List.of();
        private String peer;
        private Function<SampleCommand, Stage> stage;
        private String policyWords = "";
        private Path policy;
        private boolean policyDecides;
        private int resumptions;

        private Draft(Class<?> sample) {
            this.sample = sample;
        }

        /** Adds {@code KEY=VALUE} arguments. */
        Draft with(String... more) {
            arguments.addAll(Arrays.asList(more));
            return this;
        }

        Draft jvmOptions(String... more) {
            options.addAll(Arrays.asList(more));
            return this;
        }

        /** Puts the jars of these classes on the class path. */
        Draft alongside(List<Class<?>> more) {
            more.forEach(each -> libraries.add(SampleJvm.location(each)));
            return this;
        }

        Draft fromJdk(int feature) {
            firstJdk = feature;
            return this;
        }

        /** The peer speaks this version only, instead of each current one in turn. */
        Draft over(String protocol) {
            onlyProtocols = List.of(protocol);
            return this;
        }

        /** The guard is given this policy, its lines after {@code version: 1}; mode by mode as otherwise. */
        Draft policy(String description, String... lines) {
            policyWords = "policy: " + description;
            policy = Pki.policy(lines);
            return this;
        }

        /** The policy says the mode, which the cells call enforce; there is no audit. */
        Draft policyThatDecides(String description, String... lines) {
            policyDecides = true;
            return policy(description, lines);
        }

        /** Where it works, the server must have resumed that many handshakes. */
        Draft resuming(int times) {
            resumptions = times;
            return this;
        }

        Draft meeting(Certificate certificate) {
            return meeting(certificate, UnaryOperator.identity());
        }

        Draft meeting(Certificate certificate, UnaryOperator<TlsServer> tuning) {
            return meeting(
                    certificate.name(),
                    protocols -> tuning.apply(TlsServer.presenting(certificate.identity()))
                            .protocols(protocols)
                            .start());
        }

        /** The peer is any server, given the versions it should speak. */
        Draft meeting(String description, Function<String[], LoopbackServer> server) {
            peer = "meeting " + description;
            stage = command -> new ClientStage(command, server);
            return this;
        }

        Draft visitedBy(Certificate certificate) {
            return visitedBy("visited by " + certificate, () -> TlsClient.presenting(certificate.identity()));
        }

        Draft visitedBy(String description, Supplier<TlsClient> client) {
            peer = description;
            stage = command ->
                    new ServerStage(command, protocols -> client.get().protocols(protocols));
            return this;
        }

        Scenario is(Fate fate, Promise... promises) {
            List<String> words = new ArrayList<>(List.of(sample.getSimpleName()));
            arguments.stream().filter(argument -> !argument.contains("/")).forEach(words::add);
            options.stream()
                    .filter(option -> option.startsWith("-D") && !option.contains("trustStore"))
                    .map(option -> option.contains("/") ? option.substring(0, option.indexOf('=')) : option)
                    .forEach(words::add);
            words.add(peer);
            if (!policyWords.isEmpty()) {
                words.add(policyWords);
            }
            return new Scenario(
                    String.join(" ", words),
                    stage.apply(new SampleCommand(sample, arguments, options, libraries, policy, policyDecides)),
                    sample,
                    firstJdk,
                    onlyProtocols,
                    policyDecides ? List.of(Mode.BARE, Mode.ENFORCE) : List.of(Mode.values()),
                    resumptions,
                    fate,
                    List.of(promises));
        }
    }
}
