package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema and the loader agree about every document here; where the loader knows more, it is said. */
class PolicySchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(PolicySchemaTest.class.getResourceAsStream("policy.schema.json"));
    private static final String END = ", reason: r, owner: o, expires: 2027-01-01";

    private static boolean schemaAccepts(String yaml) throws Exception {
        Object document =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(document);
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    private static boolean loaderAccepts(String yaml) {
        try {
            Policy.load(Policies.file(yaml));
            return true;
        } catch (PolicyException e) {
            return false;
        }
    }

    @Test
    void acceptsTheShippedPolicies() throws Exception {
        for (String name : ShippedPolicies.names()) {
            File shipped = new File(Policy.class.getResource(name + ".yaml").toURI());
            assertThat(schemaAccepts(new String(Files.readAllBytes(shipped.toPath()), StandardCharsets.UTF_8)))
                    .as(name)
                    .isTrue();
            assertThat(schemaAccepts(Policy.load(new File(name)).toYaml()))
                    .as(name)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1",
                "version: 1\nmode: off",
                "version: 1\nreport: out",
                "version: 1\nreport: {directory: out, events: true}",
                "version: 1\nprotocols: {min: TLSv1.2, disable: [TLSv1.1]}",
                "version: 1\nciphers: {disable: ['TLS_RSA_*', '*_CBC_*']}",
                "version: 1\nkeys: {rsa: 2048, dh: 2048, ec: 224, disable: [SHA1, MD5]}",
                "version: 1\nrules: {protocol: audit, revocation: enforce}",
                "version: 1\ntrust: {anchors: [jvm, os], application-anchors: ignore, distrust: " + Policies.PIN + "}",
                "version: 1\nname: {matching: strict, application-verifiers: ignore}",
                "version: 1\ndestinations: []\nexemptions: []",
                "version: 1\ndestinations: [{match: ['*.a.example:443', 10.0.0.0/8], role: server, anchors: os, pins: ['"
                        + Policies.PIN + "'], name: b.example, scheme: ldap, baseline: legacy, rules: {key: audit}}]",
                "version: 1\ndestinations: [{match: a.example, name: b.example" + END + "}]",
                "version: 1\ndestinations: [{match: a.example, reason: r, owner: o}]",
                "version: 1\nexemptions: [{rule: protocol, allow: [TLSv1], match: a.example, origin: com.acme.*" + END
                        + "}]",
                "version: 1\nexemptions: [{rule: configuration, origin: com.acme.*" + END + "}]",
                "version: 1\nexemptions: [{rule: trust, match: a.example" + END
                        + ", accept-risk: I-DONT-CARE-ABOUT-SECURITY}]",
            })
    void acceptsWhatTheLoaderAccepts(String yaml) throws Exception {
        assertThat(loaderAccepts(yaml)).isTrue();
        assertThat(schemaAccepts(yaml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: audit",
                "version: 2",
                "version: '1'",
                "version: 1\nmdoe: audit",
                "version: 1\nmode: ENFORCE",
                "version: 1\nmode: true",
                "version: 1\nmode:",
                "version: 1\nlog: 7",
                "version: 1\nlog: ' '",
                "version: 1\nbaseline: old",
                "version: 1\nreport: {dir: x}",
                "version: 1\nreport: {events: yes}",
                "version: 1\nprotocols: {min: TLSv1.0}",
                "version: 1\nprotocols: {min: SSLv2}",
                "version: 1\nprotocols: {disable: []}",
                "version: 1\nciphers: {disable: ['AES:!MD5']}",
                "version: 1\nkeys: {rsa: 2048.5}",
                "version: 1\nkeys: {rsa: '2048'}",
                "version: 1\nkeys: {rsa: 1}",
                "version: 1\nkeys: {disable: sha1}",
                "version: 1\nrules: {tls: audit}",
                "version: 1\nrules: {trust: warn}",
                "version: 1\ntrust: {application-anchors: yes}",
                "version: 1\ntrust: {distrust: sha256/AAAA}",
                "version: 1\nname: {matching: loose}",
                "version: 1\ndestinations: {match: a.example}",
                "version: 1\ndestinations: [a.example]",
                "version: 1\ndestinations: [{role: server}]",
                "version: 1\ndestinations: [{match: []}]",
                "version: 1\ndestinations: [{match: a.example, scheme: gopher}]",
                "version: 1\ndestinations: [{match: 10.0.0.1, role: client, name: a.example}]",
                "version: 1\ndestinations: [{match: a.example, expires: 2027-01-01}]",
                "version: 1\ndestinations: [{match: a.example, name: b.example, expires: never}]",
                "version: 1\nexemptions: [{rule: key, reason: r, owner: o, expires: 2027-01-01}]",
                "version: 1\nexemptions: [{rule: key, match: a.example, reason: r, owner: o}]",
                "version: 1\nexemptions: [{rule: key, match: a.example, owner: o, expires: 2027-01-01}]",
                "version: 1\nexemptions: [{match: a.example" + END + "}]",
                "version: 1\nexemptions: [{rule: keys, match: a.example" + END + "}]",
                "version: 1\nexemptions: [{rule: configuration, match: a.example" + END + "}]",
                "version: 1\nexemptions: [{rule: key, match: a.example, reason: r, owner: o, expires: 2027-13-01}]",
                "version: 1\nexemptions: [{rule: key, match: a.example" + END + ", accept-risk: yes}]",
            })
    void refusesWhatTheLoaderRefuses(String yaml) throws Exception {
        assertThat(loaderAccepts(yaml)).isFalse();
        assertThat(schemaAccepts(yaml)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1\ntrust: {anchors: gone.pem}",
                "version: 1\nprotocols: {disable: [TLSv1.2, TLSv1.3]}",
                "version: 1\nciphers: {disable: TLS_RAS_*}",
                "version: 1\ndestinations: [{match: 10.0.0.1/8}]",
                "version: 1\ndestinations: [{match: a.example, name: any}]",
                "version: 1\ndestinations: [{match: a.example}, {match: a.example}]",
                "version: 1\nexemptions: [{rule: trust, match: a.example" + END + "}]",
                "version: 1\nexemptions: [{rule: key, allow: expired, match: a.example" + END + "}]",
                "version: 1\nexemptions: [{rule: key, match: a.example, reason: r, owner: o, expires: 2027-02-30}]",
            })
    void leavesToTheLoaderWhatASchemaCannotSay(String yaml) throws Exception {
        assertThat(loaderAccepts(yaml)).isFalse();
        assertThat(schemaAccepts(yaml)).isTrue();
    }
}
