package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Date;
import org.junit.jupiter.api.Test;

class BuiltInPolicyTest {
    private static File shipped() throws Exception {
        return new File(Policy.class.getResource("built-in.yaml").toURI());
    }

    @Test
    void isWhatTheShippedFileSays() throws Exception {
        Policy fromFile = Policy.load(shipped());
        assertThat(Policy.builtIn().toYaml()).isEqualTo(fromFile.toYaml());
        assertThat(Policy.builtIn().mode()).isEqualTo(fromFile.mode()).isNull();
    }

    @Test
    void isWhatAnEmptyPolicySays() {
        assertThat(Policies.of("version: 1").toYaml())
                .isEqualTo(Policy.builtIn().toYaml());
    }

    @Test
    void knowsTheDigestOfTheShippedFile() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(shipped().toPath()));
        StringBuilder hex = new StringBuilder();
        for (byte b : digest) {
            hex.append(String.format("%02x", b));
        }
        assertThat(Policy.builtIn().sha256()).isEqualTo(hex.toString());
        assertThat(Policy.load(shipped()).sha256()).isEqualTo(hex.toString());
        assertThat(Policy.builtIn().source()).isEqualTo("built-in");
    }

    @Test
    void needsNoYamlParserOnTheClassPath() throws Exception {
        URL classes = Policy.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(
                new URL[] {classes}, ClassLoader.getSystemClassLoader().getParent())) {
            Class<?> policy = alone.loadClass(Policy.class.getName());
            Object builtIn = policy.getMethod("builtIn").invoke(null);
            assertThat(policy.getMethod("source").invoke(builtIn)).isEqualTo("built-in");
        }
    }

    @Test
    void asksForTheIntermediateBaselineAndLeavesTheModeToOthers() {
        PeerPolicy anywhere = Policies.at(Policy.builtIn(), "example.com");
        assertThat(anywhere.baseline()).isEqualTo("intermediate");
        assertThat(anywhere.protocols()).containsExactly("TLSv1.2", "TLSv1.3");
        assertThat(anywhere.mode(Rule.TRUST, Mode.ENFORCE)).isEqualTo(Mode.ENFORCE);
        assertThat(anywhere.mode(Rule.REVOCATION, Mode.ENFORCE)).isEqualTo(Mode.OFF);
        assertThat(anywhere.anchors()).extracting(AnchorSource::kind).containsExactly(AnchorSource.Kind.JVM);
        assertThat(anywhere.acceptsApplicationAnchors()).isTrue();
        assertThat(anywhere.acceptsApplicationVerifiers()).isTrue();
        assertThat(anywhere.nameMatching()).isEqualTo(NameMatching.STANDARD);
        assertThat(anywhere.scheme()).isEqualTo(Scheme.HTTPS);
        assertThat(anywhere.referenceIdentifier(new Date())).isNull();
        assertThat(anywhere.anyName()).isFalse();
        assertThat(anywhere.pins()).isEmpty();
        assertThat(anywhere.distrusted()).isEmpty();
        assertThat(anywhere.exemptions()).isEmpty();
        assertThat(anywhere.where()).isNull();
        assertThat(Policy.builtIn().exemptions()).isEqualTo(Collections.emptyList());
    }

    @Test
    void answersForAnUnknownHost() {
        assertThat(Policy.builtIn().forPeer(Peer.of(Role.CLIENT, null, -1)).allowsProtocol("TLSv1.3"))
                .isTrue();
    }
}
