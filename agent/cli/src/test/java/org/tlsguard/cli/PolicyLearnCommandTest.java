package org.tlsguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.CertificateFacts;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Finding;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Origin;
import org.tlsguard.report.PeerFacts;
import org.tlsguard.report.Report;

/** What is learnt from reports: no less than is needed, and nothing blindly. */
class PolicyLearnCommandTest {

    private static final Date NOW = new Date();
    private static final String NEXT_YEAR =
            Instant.now().plusSeconds(365L * 24 * 3600).toString();

    @TempDir
    Path directory;

    // ---- what each finding comes to

    @ParameterizedTest
    @ValueSource(strings = {"self-signed", "unknown-issuer", "wrong-usage", "name-constraints", "accepts-any"})
    void anUntrustedPeerIsPinned(String cause) throws Exception {
        PeerPolicy there = learn(trust("10.0.0.5", 8443, cause, key(1))).at("10.0.0.5", 8443);
        assertThat(there.pins()).extracting(Object::toString).containsExactly("sha256/" + key(1));
        assertThat(there.pinsVouch(NOW)).isTrue();
        assertThat(there.exemptions()).isEmpty();
    }

    @Test
    void aPinHoldsForThatPeerAlone() throws Exception {
        Learnt learnt = learn(trust("10.0.0.5", 8443, "self-signed", key(1)));
        assertThat(learnt.at("10.0.0.5", 8444).pins()).isEmpty();
        assertThat(learnt.at("10.0.0.6", 8443).pins()).isEmpty();
    }

    @Test
    void aClientIsPinnedAsAClientFromWhateverPort() throws Exception {
        Finding finding = finding("trust", "self-signed")
                .peer(PeerFacts.of("client", "10.0.0.7", -1))
                .certificate(certificate(key(1), "CN=alice", NEXT_YEAR))
                .build();
        Learnt learnt = learn(finding);
        assertThat(learnt.policy
                        .forPeer(Peer.of(Role.CLIENT, "10.0.0.7", 54321))
                        .pins())
                .hasSize(1);
        assertThat(learnt.at("10.0.0.7", 443).pins()).isEmpty();
    }

    @Test
    void anExpiredCertificateThatWasNeverTrustedNeedsMoreThanItsPin() throws Exception {
        Finding finding = finding("trust", "self-signed")
                .peer(PeerFacts.of("server", "old.corp", 443))
                .certificate(certificate(key(1), "CN=old", "2020-01-01T00:00:00Z"))
                .build();
        PeerPolicy there = learn(finding).at("old.corp", 443);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.exemption(Rule.TRUST, Cause.EXPIRED, null, null, NOW)).isNotNull();
        assertThat(there.exemption(Rule.TRUST, Cause.SELF_SIGNED, null, null, NOW))
                .isNull();
    }

    @Test
    void anotherNameIsExpectedWhereTheCertificateIsForAnother() throws Exception {
        PeerPolicy there = learn(name("db.corp", "mail.example", "db1.corp", "*.corp", "email:x@corp"))
                .at("db.corp", 443);
        assertThat(there.referenceIdentifier(NOW)).isEqualTo("db1.corp");
        assertThat(there.pins()).isEmpty();
        assertThat(there.exemptions()).isEmpty();
    }

    @Test
    void theCommonNameIsExpectedWhereThereIsNoOther() throws Exception {
        assertThat(learn(name("db.corp")).at("db.corp", 443).referenceIdentifier(NOW))
                .isEqualTo("crm.acme.example");
    }

    @Test
    void aKeyIsPinnedWhereNoNameCanBeExpected() throws Exception {
        PeerPolicy there = learn(name("db.corp", "*.elsewhere.example")).at("db.corp", 443);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.referenceIdentifier(NOW)).isNull();
    }

    @Test
    void aPinSettlesTheNameToo() throws Exception {
        PeerPolicy there = learn(trust("db.corp", 443, "self-signed", key(1)), name("db.corp", "other.corp"))
                .at("db.corp", 443);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.referenceIdentifier(NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "protocol, TLSv1, TLSv1.2",
        "protocol, DTLSv1.0, SSLv3",
        "cipher, SSL_RSA_WITH_RC4_128_SHA, SSL_RSA_WITH_RC4_128_MD5"
    })
    void aWeakVersionOrSuiteIsExemptedAndNoOther(String rule, String negotiated, String other) throws Exception {
        PeerPolicy there = learn(weak(rule, negotiated, "mainframe.corp", 992)).at("mainframe.corp", 992);
        Rule broken = Rule.of(rule);
        assertThat(there.exemption(broken, Cause.WEAK_NEGOTIATED, negotiated, null, NOW))
                .isNotNull();
        assertThat(there.exemption(broken, Cause.WEAK_NEGOTIATED, other, null, NOW))
                .isNull();
    }

    @Test
    void aWeakKeyIsExemptedBesideThePin() throws Exception {
        Finding key = finding("key", "weak-key")
                .peer(PeerFacts.of("server", "10.0.0.5", 8443))
                .certificate(certificate(key(1), "CN=crm", NEXT_YEAR))
                .build();
        PeerPolicy there =
                learn(trust("10.0.0.5", 8443, "self-signed", key(1)), key).at("10.0.0.5", 8443);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.exemption(Rule.KEY, Cause.WEAK_KEY, null, null, NOW)).isNotNull();
        assertThat(there.exemption(Rule.KEY, Cause.WEAK_SIGNATURE, null, null, NOW))
                .isNull();
    }

    @Test
    void whatIsLatentNeedsNothing() throws Exception {
        Finding latent = trust("10.0.0.5", 8443, "accepts-any", key(1), "latent", "reported");
        Learnt learnt = learn(latent);
        assertThat(learnt.at("10.0.0.5", 8443).pins()).isEmpty();
        assertThat(learnt.yaml).doesNotContain("destinations", "exemptions");
        assertThat(learnt.err).isEmpty();
    }

    @Test
    void whatAnExemptionAllowedIsStillNeeded() throws Exception {
        Finding exempted = weak("protocol", "TLSv1", "a.corp", 443, "exempted");
        assertThat(learn(exempted).at("a.corp", 443).exemptions()).hasSize(1);
    }

    @Test
    void whatOnlyACandidateFoundIsNotLearnt() throws Exception {
        Finding candidate = finding("trust", "self-signed")
                .disposition("candidate")
                .peer(PeerFacts.of("server", "a.corp", 443))
                .certificate(certificate(key(1), "CN=a", NEXT_YEAR))
                .build();
        assertThat(learn(candidate).yaml).doesNotContain("a.corp");
    }

    @Test
    void aPeerThatAPinOfTheOldPolicyVouchedForIsPinnedAgain() throws Exception {
        Path file = write(
                "a.json",
                Report.builder()
                        .destinations(Collections.singletonList(Destination.of(
                                "server", "a.corp", 443, "TLSv1.3", "TLS_AES_128_GCM_SHA256", "sha256/" + key(1), 7)))
                        .build());
        assertThat(learn(file).at("a.corp", 443).pins()).hasSize(1);
    }

    @Test
    void whereThePeerIsUnknownTheCodeIsExemptedFromHarmlessRulesAlone() throws Exception {
        Origin origin = Origin.builder()
                .className("com.acme.Crm$$Lambda$14/0x0000000800")
                .build();
        Learnt learnt = learn(
                finding("protocol", "weak-negotiated")
                        .protocol("TLSv1")
                        .origin(origin)
                        .build(),
                finding("trust", "self-signed")
                        .origin(origin)
                        .certificate(certificate(key(1), "CN=a", NEXT_YEAR))
                        .build());
        assertThat(learnt.policy.exemptions()).hasSize(1);
        Exemption exemption = learnt.policy.exemptions().get(0);
        assertThat(exemption.rule()).isEqualTo(Rule.PROTOCOL);
        assertThat(exemption.origin()).containsExactly("com.acme.Crm$$Lambda*");
        assertThat(learnt.err).contains("does not say which peer").hasLineCount(1);
    }

    // ---- what must not be allowed blindly

    @Test
    void aPeerSeenWithTwoKeysIsPointedOut() throws Exception {
        Path monday = write("a.json", report(trust("10.0.0.5", 8443, "self-signed", key(1))));
        Path tuesday = write("b.json", report(trust("10.0.0.5", 8443, "self-signed", key(2))));
        pointedOut(learn(monday, tuesday), "10.0.0.5:8443", "different keys", key(1), key(2));
    }

    @Test
    void aPeerThatWasSoundOnceAndIsNotNowIsPointedOut() throws Exception {
        Finding sound = trust("a.corp", 443, "accepts-any", key(1), "latent", "reported");
        pointedOut(learn(trust("a.corp", 443, "self-signed", key(2)), sound), "a.corp:443", "different keys");
    }

    @Test
    void aPinThatChangedIsPointedOut() throws Exception {
        pointedOut(learn(trust("a.corp", 443, "pin-mismatch", key(1))), "a.corp:443", "pinned");
        Path a = write("a.json", pinnedTo(key(1)));
        Path b = write("b.json", pinnedTo(key(2)));
        pointedOut(learn(a, b), "a.corp:443", "its pin changed");
        Path c = write("c.json", report(trust("a.corp", 443, "self-signed", key(1))));
        pointedOut(learn(a, c), "a.corp:443", "pinned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet-valid", "distrusted"})
    void aCertificateThatIsOutOfDateOrDistrustedIsPointedOut(String cause) throws Exception {
        pointedOut(learn(trust("a.corp", 443, cause, key(1))), "a.corp:443");
    }

    @Test
    void aRefusedPeerIsPointedOut() throws Exception {
        pointedOut(learn(trust("a.corp", 443, "self-signed", key(1), "active", "vetoed")), "a.corp:443", "audit mode");
    }

    @Test
    void aRevokedCertificateIsPointedOut() throws Exception {
        Finding revoked = finding("revocation", "revoked")
                .peer(PeerFacts.of("server", "a.corp", 443))
                .build();
        pointedOut(learn(revoked), "a.corp:443", "revoked");
    }

    @Test
    void aReportWithoutTheCertificateIsPointedOut() throws Exception {
        pointedOut(learn(trust("a.corp", 443, "self-signed", null)), "a.corp:443");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_DH_anon_WITH_AES_128_CBC_SHA, anybody can be that peer",
        "TLS_RSA_WITH_NULL_SHA256, anybody can read along"
    })
    void aSuiteThatProtectsNothingIsAllowedWithAWarning(String suite, String warning) throws Exception {
        Learnt learnt = learn(weak("cipher", suite, "a.corp", 443));
        assertThat(learnt.policy.exemptions()).hasSize(1);
        assertThat(learnt.err).contains("a.corp:443: allowed, but with " + suite + " " + warning);
    }

    @Test
    void whatTheReportCannotTellIsSaid() throws Exception {
        Path file = write(
                "a.json",
                Report.builder()
                        .policySource("old.yaml")
                        .droppedFindings(3)
                        .internalErrors(2)
                        .build());
        assertThat(learn(file).err)
                .contains("old.yaml", "3 findings", "2 internal errors")
                .hasLineCount(3);
    }

    private static void pointedOut(Learnt learnt, String... words) {
        assertThat(learnt.yaml).doesNotContain("destinations:", "exemptions:");
        assertThat(learnt.err).contains(words);
        for (String word : words) {
            assertThat(learnt.yaml).contains(word);
        }
    }

    // ---- the form of it

    @Test
    void everyEntryIsUnreviewedAndEnds() throws Exception {
        Learnt learnt =
                learn(trust("10.0.0.5", 8443, "self-signed", key(1)), weak("protocol", "TLSv1", "mainframe.corp", 992));
        String inNinetyDays = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();
        PeerPolicy pinned = learnt.at("10.0.0.5", 8443);
        assertThat(pinned.reason()).isEqualTo("unreviewed");
        assertThat(pinned.owner()).isEqualTo("nobody yet");
        assertThat(pinned.expiryDay()).isEqualTo(inNinetyDays);
        Exemption exemption = learnt.policy.exemptions().get(0);
        assertThat(exemption.reason()).isEqualTo("unreviewed");
        assertThat(exemption.expiryDay()).isEqualTo(inNinetyDays);
    }

    @Test
    void theEvidenceStandsAboveEachEntry() throws Exception {
        Learnt learnt = learn(trust("10.0.0.5", 8443, "self-signed", key(1)));
        assertThat(learnt.yaml.split("\n"))
                .containsSubsequence(
                        "destinations:",
                        "  # 10.0.0.5:8443: trust/self-signed, 3 times, from 2026-11-23 to 2026-11-24",
                        "  #   by com.acme.Crm$1 in com.acme:crm:1.3, called by com.acme.Main.main(Main.java:17)",
                        "  #   certificate of CN=crm.acme.example,O=Acme, valid until " + NEXT_YEAR.substring(0, 10),
                        "  - match: \"10.0.0.5:8443\"");
    }

    @Test
    void whatIsAllowedAlikeBecomesOneEntry() throws Exception {
        Learnt learnt = learn(
                weak("protocol", "TLSv1", "a.corp", 443),
                weak("protocol", "TLSv1", "b.corp", 443),
                weak("protocol", "TLSv1.1", "c.corp", 443),
                trust("d.corp", 443, "self-signed", key(1)),
                trust("e.corp", 443, "self-signed", key(1)));
        assertThat(learnt.policy.exemptions()).hasSize(2);
        assertThat(learnt.at("a.corp", 443).exemptions()).hasSize(1);
        assertThat(learnt.at("c.corp", 443).exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, NOW))
                .isNull();
        assertThat(learnt.at("d.corp", 443).where())
                .isEqualTo(learnt.at("e.corp", 443).where());
    }

    @Test
    void theSamePeerInOtherWordsIsTheSamePeer() throws Exception {
        Learnt learnt = learn(
                weak("protocol", "TLSv1", "A.Corp.", 443),
                weak("protocol", "TLSv1.1", "a.corp", 443),
                weak("protocol", "TLSv1", "0:0:0:0:0:0:0:1", 443),
                weak("protocol", "TLSv1", "::1", 443));
        assertThat(learnt.policy.exemptions()).hasSize(2);
        assertThat(learnt.at("a.corp", 443).exemptions().get(0).allow()).containsExactly("TLSv1", "TLSv1.1");
        assertThat(learnt.at("::1", 443).exemptions()).hasSize(1);
    }

    @Test
    void theOrderOfReportsDoesNotMatter() throws Exception {
        Path a = write(
                "a.json", report(weak("protocol", "TLSv1", "b.corp", 443), weak("protocol", "TLSv1", "a.corp", 1)));
        Path b = write("b.json", report(trust("d.corp", 443, "self-signed", key(1))));
        assertThat(learn(a, b).yaml).isEqualTo(learn(b, a).yaml);
    }

    @Test
    void ownerAndEndAreForThePersonToSay() throws Exception {
        Path file = write("a.json", report(trust("d.corp", 443, "self-signed", key(1))));
        Invocation learn = Invocation.of("policy", "learn", "--owner", "ops \"x\"", "--expires", "2999-12-31", file);
        assertThat(learn.exitCode).isZero();
        PeerPolicy there = loaded(learn).at("d.corp", 443);
        assertThat(there.owner()).isEqualTo("ops \"x\"");
        assertThat(there.expiryDay()).isEqualTo("2999-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "tomorrow", "2027-02-30"})
    void anEndThatIsNoneIsAUsageError(String expires) throws Exception {
        Path file = write("a.json", report());
        assertThat(Invocation.of("policy", "learn", "--expires", expires, file).exitCode)
                .isEqualTo(2);
    }

    @Test
    void theOutputGoesToAFile() throws Exception {
        Path file = write("a.json", report(trust("d.corp", 443, "self-signed", key(1))));
        Path output = directory.resolve("learnt.yaml");
        Invocation learn = Invocation.of("policy", "learn", "-o", output, file);
        assertThat(learn.exitCode).isZero();
        assertThat(learn.out).isEmpty();
        assertThat(Invocation.of("policy", "check", output).exitCode).isZero();
    }

    @Test
    void anOutputThatCannotBeWrittenIsAnError() throws Exception {
        Path file = write("a.json", report());
        Invocation learn = Invocation.of("policy", "learn", "-o", directory.resolve("none/learnt.yaml"), file);
        assertThat(learn.exitCode).isEqualTo(2);
        assertThat(learn.err).contains("cannot be written").hasLineCount(1);
    }

    // ---- bad input

    @Test
    void whateverAPeerSaysOfItselfStaysAComment() throws Exception {
        String evil = "CN=x\nexemptions:\n  - rule: trust\r\u0085\u2028\u202e\u001b[31m \"#\ud800\ufffe\ufeff";
        Finding finding = finding("trust", "self-signed")
                .peer(PeerFacts.of("server", "a.corp", 443))
                .certificate(certificate(key(1), evil, NEXT_YEAR))
                .origin(Origin.builder()
                        .className(evil)
                        .location(evil)
                        .caller(evil)
                        .build())
                .build();
        Learnt learnt = learn(finding);
        assertThat(learnt.policy.exemptions()).isEmpty();
        assertThat(learnt.yaml).matches("[\\n -~]+").contains("\\u001b", "\\u202e");
        assertThat(learnt.at("a.corp", 443).pins()).hasSize(1);
    }

    @Test
    void aNameThatIsYamlIsNoName() throws Exception {
        Learnt learnt = learn(name("db.corp", "x\"\n    baseline: legacy", "any", "*"));
        assertThat(learnt.at("db.corp", 443).baseline()).isEqualTo("intermediate");
        assertThat(learnt.at("db.corp", 443).referenceIdentifier(NOW)).isNull();
    }

    /** Hosts, classes, suites, names and digests of every kind: what comes of it is a policy, or nothing. */
    @Test
    void whateverAReportHoldsTheOutputIsAPolicy() throws Exception {
        Random random = new Random(20261124);
        for (int round = 0; round < 60; round++) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                findings.add(anything(random));
            }
            learn(findings.toArray(new Finding[0]));
        }
    }

    private static Finding anything(Random random) {
        String[] rules = {"trust", "name", "protocol", "cipher", "key", "revocation", "configuration", "coverage", "new"
        };
        Cause[] causes = Cause.values();
        return Finding.builder()
                .rule(rules[random.nextInt(rules.length)])
                .cause(causes[random.nextInt(causes.length)].id())
                .state("active")
                .outcome(random.nextInt(9) == 0 ? "exempted" : "reported")
                .peer(
                        random.nextInt(9) == 0
                                ? null
                                : PeerFacts.of(
                                        random.nextInt(4) == 0 ? "client" : "server",
                                        text(random),
                                        random.nextInt(70_000) - 1_000))
                .protocol(random.nextBoolean() ? "TLSv1" : text(random))
                .cipherSuite(random.nextBoolean() ? "SSL_RSA_WITH_RC4_128_SHA" : text(random))
                .origin(Origin.builder().className(text(random)).build())
                .certificate(certificate(
                        random.nextBoolean() ? key(random.nextInt(3)) : text(random), text(random), text(random)))
                .count(random.nextInt(5))
                .first(random.nextLong() >>> 1)
                .last(random.nextLong() >>> 1)
                .build();
    }

    private static String text(Random random) {
        String[] seeds = {
            "a.corp",
            "a.corp:1",
            "::1",
            "[::1]",
            "10.0.0.1",
            "*.corp",
            "**.corp",
            "any",
            "",
            " ",
            "- x",
            "{",
            "}",
            "&a",
            "*a",
            "!t",
            "%",
            "@",
            "`",
            "a: b",
            "#",
            "'",
            "\"",
            "\\",
            "\n",
            "\u2028",
            "\ud800",
            "\ud83d\ude00",
            "b\u00fccher.de",
            "com.acme.X",
            "com/acme/X",
            "**",
            "*",
            "$$Lambda/0x1",
            "TLS_*",
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "2027-01-01T00:00:00Z",
            "null",
            "~",
            "true",
            "1.2",
            "10.0.0.0/8",
            "fe80::1%eth0",
            "-a.corp",
            "x".concat(String.join("", Collections.nCopies(300, "y")))
        };
        String text = seeds[random.nextInt(seeds.length)];
        return random.nextInt(3) == 0 ? text + seeds[random.nextInt(seeds.length)] : text;
    }

    @Test
    void aTruncatedReportMeansNoPolicyAndEveryBadFileIsNamed() throws Exception {
        Path good = write("a.json", report(trust("d.corp", 443, "self-signed", key(1))));
        byte[] bytes = Files.readAllBytes(good);
        Path cut = Files.write(directory.resolve("cut.json"), Arrays.copyOf(bytes, bytes.length / 2));
        Path later =
                Files.write(directory.resolve("later.json"), "{\"schemaVersion\": 2}".getBytes(StandardCharsets.UTF_8));
        Path output = directory.resolve("learnt.yaml");
        Invocation learn = Invocation.of("policy", "learn", "-o", output, cut, good, later);
        assertThat(learn.exitCode).isEqualTo(2);
        assertThat(learn.err)
                .contains(cut + ":", "ends in the middle", later + ":1:", "schemaVersion 2")
                .hasLineCount(2);
        assertThat(output).doesNotExist();
    }

    @Test
    void aMillionFindingsAreReadInBoundedMemory() throws Exception {
        Path huge = directory.resolve("huge.json");
        String finding =
                "{\"rule\":\"protocol\",\"cause\":\"weak-negotiated\",\"state\":\"active\",\"outcome\":\"reported\","
                        + "\"protocol\":\"TLSv1\",\"count\":1,\"peer\":{\"role\":\"server\",\"host\":\"h%d.corp\",\"port\":443}}";
        try (BufferedWriter json = Files.newBufferedWriter(huge)) {
            json.write("{\"schemaVersion\":1,\"findings\":[");
            for (int i = 0; i < 1_000_000; i++) {
                json.write((i == 0 ? "" : ",") + finding.replace("%d", String.valueOf(i)));
            }
            json.write("]}");
        }
        Learnt learnt = learn(huge);
        assertThat(learnt.policy.exemptions()).hasSize(1);
        assertThat(learnt.policy.exemptions().get(0).match()).hasSize(Learner.MOST_PEERS);
        assertThat(learnt.err).contains("990000 findings").hasLineCount(1);
    }

    // ---- which files

    @Test
    void directoriesAndPatternsOfThemStandForTheReportsInThem() throws Exception {
        Path one = Files.createDirectories(directory.resolve("host-a/4711"));
        Path two = Files.createDirectories(directory.resolve("host-b"));
        Files.move(write("x", report(weak("protocol", "TLSv1", "a.corp", 443))), one.resolve("hall-of-shame.json"));
        Files.move(write("y", report(weak("protocol", "TLSv1", "b.corp", 443))), two.resolve("hall-of-shame.json"));
        for (Object[] arguments : new Object[][] {
            {directory.resolve("host-a"), two},
            {directory.resolve("host-*")},
            {directory.resolve("host-?"), two.resolve("hall-of-shame.json"), two}
        }) {
            Learnt learnt = learn(arguments);
            assertThat(learnt.policy.exemptions().get(0).match()).containsExactly("a.corp:443", "b.corp:443");
            assertThat(learnt.yaml).contains("from 2 reports");
        }
    }

    @Test
    void whatFitsNothingIsAnError() throws Exception {
        for (Path argument : Arrays.asList(directory.resolve("none*"), directory, directory.resolve("none"))) {
            Invocation learn = Invocation.of("policy", "learn", argument);
            assertThat(learn.exitCode).isEqualTo(2);
            assertThat(learn.out).isEmpty();
            assertThat(learn.err).contains(argument.toString()).hasLineCount(1);
        }
        assertThat(Invocation.of("policy", "learn").exitCode).isEqualTo(2);
    }

    // ---- makings

    private final class Learnt {
        final String yaml;
        final String err;
        final Policy policy;

        Learnt(Invocation learn) throws Exception {
            yaml = learn.out;
            err = learn.err;
            Path file = Files.write(directory.resolve("learnt.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
            policy = Policy.load(file.toFile());
        }

        PeerPolicy at(String host, int port) {
            return policy.forPeer(Peer.of(Role.SERVER, host, port));
        }
    }

    private Learnt loaded(Invocation learn) throws Exception {
        assertThat(learn.exitCode).as(learn.err).isZero();
        return new Learnt(learn);
    }

    private Learnt learn(Finding... findings) throws Exception {
        return learn(write("one.json", report(findings)));
    }

    private Learnt learn(Object... reports) throws Exception {
        List<Object> arguments = new ArrayList<>(Arrays.asList("policy", "learn"));
        arguments.addAll(Arrays.asList(reports));
        return loaded(Invocation.of(arguments.toArray()));
    }

    private static Report report(Finding... findings) {
        return Report.builder().mode("audit").findings(Arrays.asList(findings)).build();
    }

    private static Report pinnedTo(String key) {
        return Report.builder()
                .destinations(Collections.singletonList(
                        Destination.of("server", "a.corp", 443, "TLSv1.3", null, "sha256/" + key, 7)))
                .build();
    }

    private static Finding.Builder finding(String rule, String cause) {
        return Finding.builder()
                .rule(rule)
                .cause(cause)
                .state("active")
                .outcome("reported")
                .count(3)
                .first(Instant.parse("2026-11-23T14:00:05Z").toEpochMilli())
                .last(Instant.parse("2026-11-24T15:10:00Z").toEpochMilli());
    }

    private static Finding trust(String host, int port, String cause, String key) {
        return trust(host, port, cause, key, "active", "reported");
    }

    private static Finding trust(String host, int port, String cause, String key, String state, String outcome) {
        return finding("trust", cause)
                .state(state)
                .outcome(outcome)
                .origin(Origin.builder()
                        .className("com.acme.Crm$1")
                        .artifact("com.acme:crm:1.3")
                        .caller("com.acme.Main.main(Main.java:17)")
                        .build())
                .peer(PeerFacts.of("server", host, port))
                .certificate(key == null ? null : certificate(key, "CN=crm.acme.example,O=Acme", NEXT_YEAR))
                .build();
    }

    private static Finding name(String host, String... names) {
        return finding("name", "mismatch")
                .peer(PeerFacts.of("server", host, 443))
                .certificate(CertificateFacts.of(
                        "CN=crm.acme.example,O=Acme", "CN=CA", Arrays.asList(names), NEXT_YEAR, null, key(1)))
                .build();
    }

    private static Finding weak(String rule, String value, String host, int port) {
        return weak(rule, value, host, port, "reported");
    }

    private static Finding weak(String rule, String value, String host, int port, String outcome) {
        return finding(rule, "weak-negotiated")
                .outcome(outcome)
                .peer(PeerFacts.of("server", host, port))
                .protocol(rule.equals("protocol") ? value : "TLSv1.2")
                .cipherSuite(rule.equals("cipher") ? value : "TLS_RSA_WITH_AES_128_CBC_SHA")
                .build();
    }

    private static CertificateFacts certificate(String key, String subject, String notAfter) {
        return CertificateFacts.of(subject, subject, Collections.<String>emptyList(), notAfter, null, key);
    }

    /** The digest of some key. */
    private static String key(int number) {
        byte[] digest = new byte[32];
        digest[0] = (byte) number;
        return Base64.getEncoder().encodeToString(digest);
    }

    private Path write(String name, Report report) throws IOException {
        StringBuilder json = new StringBuilder();
        JsonReport.write(report, json);
        return Files.write(directory.resolve(name), json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
