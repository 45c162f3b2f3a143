package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLoaderTest {
    /** The example of the documentation, every key of the format in it. */
    private static final String[] EVERYTHING = {
        "version: 1",
        "mode: enforce",
        "log: stderr",
        "baseline: intermediate",
        "protocols: {min: TLSv1.2}",
        "ciphers: {disable: [\"TLS_RSA_*\", \"*_CBC_*\"]}",
        "keys: {rsa: 2048, dh: 2048, ec: 224, disable: [SHA1, MD5]}",
        "candidate: tomorrow.yaml",
        "rules: {protocol: audit}",
        "trust:",
        "  anchors: [jvm, corp-root.pem]",
        "  application-anchors: accept",
        "  distrust: [\"" + Policies.PIN + "\"]",
        "name:",
        "  matching: standard",
        "  application-verifiers: ignore",
        "report: {directory: /var/log/tlsguard/%p, events: true}",
        "destinations:",
        "  - match: [\"*.corp.example:443\", \"10.1.0.0/16\"]",
        "    role: server",
        "    anchors: [corp-root.pem]",
        "    pins: [\"" + Policies.PIN + "\"]",
        "    name: db.internal",
        "    scheme: ldap",
        "    baseline: legacy",
        "    rules: {key: audit}",
        "exemptions:",
        "  - rule: protocol",
        "    allow: [TLSv1]",
        "    match: \"mainframe.corp:992\"",
        "    origin: \"com.acme.legacy.*\"",
        "    reason: \"vendor firmware, ticket 4711\"",
        "    owner: \"ops@corp.example\"",
        "    expires: 2027-03-31",
        "    accept-risk: I-DONT-CARE-ABOUT-SECURITY",
    };

    private static File everything() throws Exception {
        File file = Policies.file(String.join("\n", EVERYTHING));
        for (String neighbour : new String[] {"tomorrow.yaml", "corp-root.pem"}) {
            File created = new File(file.getParentFile(), neighbour);
            Files.write(created.toPath(), Certificates.named("root.example").getEncoded());
            created.deleteOnExit();
        }
        return file;
    }

    @Test
    void readsEveryKeyOfTheFormat() throws Exception {
        File file = everything();
        Policy policy = Policy.load(file);
        assertThat(policy.source()).isEqualTo(file.getPath());
        assertThat(policy.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(policy.log()).isEqualTo("stderr");
        assertThat(policy.reportDirectory()).isEqualTo("/var/log/tlsguard/%p");
        assertThat(policy.reportEvents()).isTrue();
        assertThat(policy.candidate()).isEqualTo(new File(file.getParentFile(), "tomorrow.yaml"));

        PeerPolicy corp = policy.forPeer(Peer.of(Role.SERVER, "db.corp.example", 443));
        assertThat(corp.where()).isEqualTo("policy.yaml:19");
        assertThat(corp.anchors())
                .extracting(AnchorSource::file)
                .containsExactly(new File(file.getParentFile(), "corp-root.pem"));
        assertThat(corp.acceptsApplicationAnchors()).isFalse();
        assertThat(corp.acceptsApplicationVerifiers()).isFalse();
        assertThat(corp.pins()).extracting(Pin::toString).containsExactly(Policies.PIN);
        assertThat(corp.distrusted()).extracting(Pin::toString).containsExactly(Policies.PIN);
        assertThat(corp.referenceIdentifier()).isEqualTo("db.internal");
        assertThat(corp.scheme()).isEqualTo(Scheme.LDAP);
        assertThat(corp.baseline()).isEqualTo("legacy");
        assertThat(corp.mode(Rule.KEY, Mode.ENFORCE)).isEqualTo(Mode.AUDIT);
        assertThat(corp.mode(Rule.PROTOCOL, Mode.ENFORCE)).isEqualTo(Mode.AUDIT);
        assertThat(corp.mode(Rule.CIPHER, Mode.ENFORCE)).isEqualTo(Mode.ENFORCE);

        PeerPolicy elsewhere = policy.forPeer(Peer.of(Role.SERVER, "db.corp.example", 444));
        assertThat(elsewhere.where()).isNull();
        assertThat(elsewhere.acceptsApplicationAnchors()).isTrue();
        assertThat(elsewhere.anchors()).extracting(AnchorSource::toString).containsExactly("jvm", "corp-root.pem");

        Exemption exemption = policy.exemptions().get(0);
        assertThat(exemption.where()).isEqualTo("policy.yaml:28");
        assertThat(exemption.rule()).isEqualTo(Rule.PROTOCOL);
        assertThat(exemption.allow()).containsExactly("TLSv1");
        assertThat(exemption.match()).containsExactly("mainframe.corp:992");
        assertThat(exemption.origin()).containsExactly("com.acme.legacy.*");
        assertThat(exemption.reason()).isEqualTo("vendor firmware, ticket 4711");
        assertThat(exemption.owner()).isEqualTo("ops@corp.example");
        // 2027-03-31T23:59:59.999Z
        assertThat(exemption.expires()).isEqualTo(new Date(1806537599999L));
    }

    @Test
    void writesWhatItReads() throws Exception {
        File file = everything();
        String yaml = Policy.load(file).toYaml();
        File again = new File(file.getParentFile(), "again.yaml");
        again.deleteOnExit();
        Files.write(again.toPath(), yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(Policy.load(again).toYaml()).isEqualTo(yaml).contains("db.internal", "accept-risk", "tomorrow.yaml");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // Keys
                "mdoe: audit|2:1: unknown key mdoe in the policy (did you mean mode?)",
                "Mode: audit|2:1: unknown key Mode in the policy (did you mean mode?)",
                "zebra: 1|2:1: unknown key zebra in the policy",
                "trust: {anchor: jvm}|2:9: unknown key anchor in trust (did you mean anchors?)",
                "name: {matching: strict, verifiers: accept}|2:26: unknown key verifiers in name",
                "report: {dir: x}|2:10: unknown key dir in report",
                "keys: {rsaa: 2048}|2:8: unknown key rsaa in keys (did you mean rsa?)",
                "protocols: {max: TLSv1.2}|2:13: unknown key max in protocols",
                "ciphers: {enable: x}|2:11: unknown key enable in ciphers",
                "rules: {tls: audit}|2:9: unknown key tls in rules",
                "destinations: [{match: a.example, port: 1}]|2:35: unknown key port in a destination",
                "destinations: [{pins: \"" + Policies.PIN + "\"}]|2:16: a destination lacks the key match",
                "version: 1|2:1: the key version is there twice, first in line 1",
                "[a]: 1|2:1: a key is a word, not a list",
                // Types
                "mode: [audit]|2:7: mode is one of off, audit or enforce, not a list",
                "mode: enforced|2:7: mode is one of off, audit or enforce, not \"enforced\" (did you mean enforce?)",
                "mode: ENFORCE|2:7: mode is one of off, audit or enforce, not \"ENFORCE\" (did you mean enforce?)",
                "mode: true|2:7: mode is one of off, audit or enforce, not \"true\"",
                "mode:|2:6: mode is one of off, audit or enforce, not nothing",
                "log: 1|2:6: log is text; put it in quotes: \"1\"",
                "log: ' '|2:6: log is empty",
                "log: {a: b}|2:6: log is text, not a map",
                "baseline: modren|2:11: baseline is one of modern, intermediate or legacy, not \"modren\" (did you mean modern?)",
                "trust: jvm|2:8: trust is a map with the keys anchors, application-anchors or distrust, not \"jvm\"",
                "destinations: {match: a.example}|2:15: destinations is a list, not a map",
                "destinations: [a.example]|2:16: a destination is a map with the keys match, role, anchors, pins, name, scheme, baseline, protocols, ciphers, keys or rules, not \"a.example\"",
                "report: {events: yes}|2:18: events is true or false, not \"yes\"",
                "report: [a]|2:9: report is text, not a list",
                // Values
                "protocols: {min: TLSv1.0}|2:18: min is one of SSLv3, TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3, not \"TLSv1.0\" (did you mean TLSv1?)",
                "protocols: {min: TLS1.2}|2:18: min is one of SSLv3, TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3, not \"TLS1.2\" (did you mean TLSv1.2?)",
                "protocols: {disable: [TLSv1.2, TLSv1.3]}|2:12: no version of TLS is left",
                "protocols: {min: TLSv1.3, disable: TLSv1.3}|2:12: no version of TLS is left",
                "ciphers: {disable: \"*\"}|2:10: no cipher suite is left for the versions of TLS that are",
                "ciphers: {disable: [\"TLS_RSA_WTIH_*\"]}|2:21: no cipher suite has WTIH in its name (did you mean WITH?)",
                "ciphers: {disable: [\"*_CBD_*\"]}|2:21: no cipher suite has CBD in its name (did you mean CBC?)",
                "ciphers: {disable: [\"AES:!MD5\"]}|2:21: this is no JSSE name of a cipher suite, in which * stands for anything",
                "keys: {rsa: 204}|2:13: rsa is a whole number from 512 to 16384, not \"204\"",
                "keys: {rsa: \"2048\"}|2:13: rsa is a whole number from 512 to 16384, not \"2048\"",
                "keys: {ec: 2048}|2:12: ec is a whole number from 112 to 1024, not \"2048\"",
                "keys: {dh: 2e3}|2:12: dh is a whole number from 512 to 16384, not \"2e3\"",
                "keys: {disable: SHA-1}|2:17: disable is one of MD2, MD4, MD5, SHA1, SHA224, SHA256, SHA384 or SHA512, not \"SHA-1\" (did you mean SHA1?)",
                "keys: {disable: [SHA256, SHA384, SHA512]}|2:7: no hash algorithm is left",
                "trust: {distrust: \"sha1/AAAA\"}|2:19: a pin is \"sha256/\" and 44 base64 characters for a key, or \"cert:sha256:\" and 64 hexadecimal digits for a certificate",
                "trust: {distrust: \"sha256/AAAA\"}|2:19: the pin has 3 bytes, a SHA-256 digest has 32",
                "trust: {distrust: \"sha256/é\"}|2:19: the pin is not base64",
                "trust: {distrust: \"cert:sha256:AB:CD\"}|2:19: the pin has 4 hexadecimal digits, a SHA-256 digest has 64",
                "trust: {anchors: []}|2:18: anchors is an empty list; leave it out instead",
                "destinations: [{match: \"\"}]|2:24: match is empty",
                "destinations: [{match: \"https://a.example\"}]|2:24: match https://a.example: a host is expected, not a URL",
                "destinations: [{match: \"a..example\"}]|2:24: match a..example: this is neither a host name nor an address",
                "destinations: [{match: \"a.example:0\"}]|2:24: match a.example:0: the port must be a number from 1 to 65535",
                "destinations: [{match: \"a.example:https\"}]|2:24: match a.example:https: the port must be a number from 1 to 65535",
                "destinations: [{match: \"*\"}]|2:24: match *: * stands only for a whole label, and ** for several, at the front: \\\"*.example.com\\\", \\\"**.example.com\\\"",
                "destinations: [{match: \"10.0.0.1/8\"}]|2:24: match 10.0.0.1/8: this is no CIDR block: bits are set after the first 8 (did you mean 10.0.0.0/8?)",
                "destinations: [{match: \"10.0.0.0/33\"}]|2:24: match 10.0.0.0/33: this is no CIDR block: the prefix length goes from 0 to 32",
                "destinations: [{match: \"10.0/16\"}]|2:24: match 10.0/16: this is no CIDR block: a whole address is expected before the slash",
                "destinations: [{match: \"10.0.0.256\"}]|2:24: match 10.0.0.256: this is no IP address",
                "destinations: [{match: \"[::1\"}]|2:24: match [::1: the bracket is never closed",
                "destinations: [{match: \"[2001:db8::]/32:1\"}]|2:24: match [2001:db8::]/32:1: the prefix length belongs into the brackets (did you mean [2001:db8::/32]:1?)",
                "destinations: [{match: a.example, name: \"*.b.example\"}]|2:41: name is a host name, an IP address or any",
                "destinations: [{match: a.example, scheme: htps}]|2:43: scheme is one of https, http, www, rfc2818, xmpp, rfc3920, ftp, rfc4217, ldap, rfc4513, smtp, rfc2595, imap, pop3, acap, nntp, rfc4642, rfc5539, netconf, rfc5538, syslog, rfc5425, snmp, rfc5953, gist, rfc5971, sip or rfc5922, not \"htps\" (did you mean https?)",
                "destinations: [{match: a.example, role: peer}]|2:41: role is one of server or client, not \"peer\"",
                "destinations: [{match: 10.0.0.1, role: client, name: a.example}]|2:54: a client is not dialled: it has no name to expect",
                "destinations: [{match: 10.0.0.1, role: client, scheme: sip}]|2:56: a client is not dialled: no rules for names hold for it",
                "destinations: [{match: a.example, name: any}]|2:41: name: any needs an exemption from the rule name that matches a.example",
                // Not this YAML
                "destinations: [{match: *.corp.example}]|2:24: aliases are not used in a policy; a value that begins with * has to be quoted",
                "log: &a stderr|2:6: anchors are not used in a policy; a value that begins with & has to be quoted",
                "log: !x stderr|2:6: tags are not used in a policy; a value that begins with ! has to be quoted",
                "log: a: b|2:7: this is not YAML: mapping values are not allowed here",
                "---|2:1: a policy is one YAML document",
            })
    void saysWhatIsWrongAndWhere(String line, String problem) {
        assertThat(Policies.problems("version: 1", line)).containsExactly(problem.replace("\\\"", "\""));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "rule: protokol, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:12: rule is one of trust, name, protocol, cipher, key, revocation, configuration or coverage, not \"protokol\" (did you mean protocol?)",
                "match: a.example, reason: r, owner: o, expires: 2027-01-01|3:5: an exemption lacks the key rule",
                "rule: key, match: a.example, owner: o, expires: 2027-01-01|3:5: an exemption lacks the key reason",
                "rule: key, match: a.example, reason: r, expires: 2027-01-01|3:5: an exemption lacks the key owner",
                "rule: key, match: a.example, reason: r, owner: o|3:5: an exemption lacks the key expires",
                "rule: key, match: a.example, reason: r, owner: 7, expires: 2027-01-01|3:53: owner is text; put it in quotes: \"7\"",
                "rule: key, match: a.example, reason: r, owner: o, expires: 31.3.2027|3:65: expires: a day is written YYYY-MM-DD",
                "rule: key, match: a.example, reason: r, owner: o, expires: 2027-02-29|3:65: expires: there is no such day",
                "rule: key, match: a.example, reason: r, owner: o, expires: 20270331|3:65: expires is text; put it in quotes: \"20270331\"",
                "rule: key, reason: r, owner: o, expires: 2027-01-01|3:5: an exemption has match or origin, or both; this one would hold everywhere",
                "rule: key, origin: \"*\", reason: r, owner: o, expires: 2027-01-01|3:25: origin fits every class; name at least a package",
                "rule: key, origin: com/acme/A, reason: r, owner: o, expires: 2027-01-01|3:25: origin is a class name with dots (did you mean com.acme.A?)",
                "rule: key, origin: com acme, reason: r, owner: o, expires: 2027-01-01|3:25: origin is a class name, in which * stands for anything",
                "rule: configuration, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:34: the rule configuration has no peer, so that this exemption can match nothing; use origin alone",
                "rule: key, allow: expired, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:24: the rule key has no cause expired",
                "rule: key, allow: weak-keys, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:24: the rule key has no cause weak-keys (did you mean weak-key?)",
                "rule: protocol, allow: TLSv1.0, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:29: TLSv1.0 is neither a version of TLS nor a cause (did you mean TLSv1?)",
                "rule: protocol, allow: TLSv1.2, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:29: this exemption can match nothing: no rule of this policy forbids that",
                "rule: cipher, allow: TLS_AES_128_GCM_SHA256, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:27: this exemption can match nothing: no rule of this policy forbids that",
                "rule: cipher, allow: RC5, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:27: no cipher suite has RC5 in its name (did you mean RC4?)",
                "rule: trust, match: a.example, reason: r, owner: o, expires: 2027-01-01|3:5: an exemption from the rule trust needs a destination with the same match and a pin, or accept-risk: I-DONT-CARE-ABOUT-SECURITY",
                "rule: name, match: a.example, reason: r, owner: o, expires: 2027-01-01, accept-risk: i-dont-care-about-security|3:91: accept-risk has to read I-DONT-CARE-ABOUT-SECURITY, word for word",
            })
    void saysWhatIsWrongWithAnExemption(String entry, String problem) {
        assertThat(Policies.problems("version: 1", "exemptions:", "  - {" + entry + "}"))
                .containsExactly(problem);
    }

    @Test
    void reportsAllProblemsAtOnceInTheOrderOfTheFile() {
        assertThat(Policies.problems(
                        "version: 2",
                        "mode: on",
                        "exemptions:",
                        "  - rule: trust",
                        "    match: a..b",
                        "destinations:",
                        "  - match: nowhere.example",
                        "    anchors: gone.pem",
                        "    pin: x"))
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("1:10: version is 1, not \"2\""),
                        p -> assertThat(p).startsWith("2:7: mode is one of"),
                        p -> assertThat(p).startsWith("4:5: an exemption lacks the key expires"),
                        p -> assertThat(p).startsWith("4:5: an exemption lacks the key reason"),
                        p -> assertThat(p).startsWith("4:5: an exemption lacks the key owner"),
                        p -> assertThat(p).startsWith("4:5: an exemption from the rule trust needs"),
                        p -> assertThat(p).startsWith("5:12: match a..b"),
                        p -> assertThat(p).startsWith("8:14: ").endsWith("gone.pem: there is no such file"),
                        p -> assertThat(p).startsWith("9:5: unknown key pin in a destination (did you mean pins?)"));
    }

    @Test
    void needsAVersion() {
        assertThat(Policies.problems("mode: audit")).containsExactly("1:1: the policy lacks the key version");
        assertThat(Policies.problems("version: \"1\""))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1:10: version is 1");
        assertThat(Policies.problems("version: 1.0"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1:10: version is 1");
        assertThat(Policies.problems("version:")).hasSize(1).first().asString().startsWith("1:9: version is 1");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(Policies.problems("")).containsExactly("1:1: the policy is empty; it needs at least: version: 1");
        assertThat(Policies.problems("# only words")).hasSize(1);
        assertThat(Policies.problems("---")).hasSize(1);
        assertThat(Policies.problems("just text")).hasSize(1).first().asString().startsWith("1:1: the policy is a map");
    }

    @Test
    void suggestsTheTrustStoreThatWasMeant() {
        assertThat(Policies.problems("version: 1", "trust: {anchors: [JVM]}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2:19: ")
                .endsWith("JVM: there is no such file (did you mean jvm?)");
    }

    @Test
    void refusesAnchorsThatAreADirectory() {
        assertThat(Policies.problems("version: 1", "trust: {anchors: /}"))
                .containsExactly("2:18: /: this is a directory, not a file");
    }

    @Test
    void refusesToBeItsOwnCandidate() {
        assertThat(Policies.problems("version: 1", "candidate: policy.yaml"))
                .containsExactly("2:12: a policy cannot be its own candidate");
    }

    @Test
    void refusesATabAsIndentation() {
        assertThat(Policies.problems("version: 1", "trust:", "\tanchors: jvm"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("3:1: this is not YAML: lines are indented by spaces, not tabs");
    }

    @Test
    void countsColumnsInCodePoints() {
        assertThat(Policies.problems("version: 1", "report: {directory: \"\uD83D\uDE00\", évènts: true}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2:26: unknown key \\u00e9v\\u00e8nts in report (did you mean events?)");
    }

    @Test
    void keepsControlCharactersOutOfMessages() {
        assertThat(Policies.problems("version: 1", "\"a\\e[31m\\nb\": 1"))
                .containsExactly("2:1: unknown key a\\u001b[31m\\u000ab in the policy");
    }

    @Test
    void skipsAByteOrderMark() throws Exception {
        File file = Policies.file("\ufeffversion: 1\nmdoe: audit\n");
        assertThat(Policies.problems(file)).containsExactly("2:1: unknown key mdoe in the policy (did you mean mode?)");
        assertThat(Policy.load(Policies.file("\ufeffversion: 1")).mode()).isNull();
    }

    @Test
    void acceptsWindowsLineEnds() throws Exception {
        assertThat(Policy.load(Policies.file("version: 1\r\nmode: audit\r\n")).mode())
                .isEqualTo(Mode.AUDIT);
    }

    @Test
    void acceptsAPlainReportDirectory() {
        Policy policy = Policies.of("version: 1", "report: out/%p");
        assertThat(policy.reportDirectory()).isEqualTo("out/%p");
        assertThat(policy.reportEvents()).isFalse();
    }

    @Test
    void readsOffAsAWord() {
        assertThat(Policies.of("version: 1", "mode: off").mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void letsAPinStandInForAcceptingTheRisk() {
        String[] lines = {
            "version: 1",
            "destinations:",
            "  - {match: A.example., pins: \"" + Policies.PIN + "\"}",
            "exemptions:",
            "  - {rule: trust, match: a.EXAMPLE, reason: r, owner: o, expires: 2027-01-01}",
        };
        assertThat(Policies.of(lines).exemptions()).hasSize(1);
        lines[4] = lines[4].replace("a.EXAMPLE", "[a.example, b.example]");
        assertThat(Policies.problems(lines))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("5:5: an exemption from the rule");
    }

    @Test
    void acceptsAnyNameBesideAnExemptionThatCoversIt() {
        String[] lines = {
            "version: 1",
            "destinations:",
            "  - {match: [a.corp.example, b.corp.example], name: any}",
            "exemptions:",
            "  - rule: name",
            "    match: \"*.corp.example\"",
            "    reason: r",
            "    owner: o",
            "    expires: 2027-01-01",
            "    accept-risk: I-DONT-CARE-ABOUT-SECURITY",
        };
        assertThat(Policies.at(Policies.of(lines), "a.corp.example").anyName()).isTrue();
        assertThat(Policies.at(Policies.of(lines), "a.corp.example").referenceIdentifier())
                .isNull();
        lines[5] = "    match: \"a.corp.example\"";
        assertThat(Policies.problems(lines))
                .containsExactly("3:53: name: any needs an exemption from the rule name that matches b.corp.example");
    }

    @Test
    void refusesADestinationBehindOneThatTakesAllItsPeers() {
        assertThat(Policies.problems(
                        "version: 1",
                        "destinations:",
                        "  - match: [a.example, b.example:443]",
                        "  - match: [A.example, b.example:443, a.example:8443]",
                        "    pins: \"" + Policies.PIN + "\"",
                        "  - {match: a.example, role: client}",
                        "  - {match: [a.example, c.example]}",
                        "  - {match: b.example}"))
                .containsExactly(
                        "4:12: this destination is never used: the first that matches counts, and that is in line 3");
    }

    @Test
    void stopsCollectingProblemsAtAHundred() {
        StringBuilder text = new StringBuilder("version: 1\n");
        for (int i = 0; i < 5000; i++) {
            text.append("unknown").append(i).append(": 1\n");
        }
        List<String> problems = Policies.problems(Policies.file(text.toString()));
        assertThat(problems).hasSize(100);
    }

    @Test
    void saysInItsMessageHowManyProblemsThereAre() {
        File file = Policies.file("version: 1\na: 1\nb: 2\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Policy.load(file)))
                .hasMessage(file.getPath() + ":2:1: unknown key a in the policy (and 1 more)");
    }
}
