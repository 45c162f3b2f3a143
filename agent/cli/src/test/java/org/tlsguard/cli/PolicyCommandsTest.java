package org.tlsguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandsTest {

    private static final String SOUND = "version: 1\n"
            + "mode: enforce\n"
            + "rules: {protocol: audit}\n"
            + "destinations:\n"
            + "  - match: \"*.corp.example:443\"\n"
            + "    pins: [\"sha256/YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=\"]\n"
            + "    name: db.internal\n"
            + "exemptions:\n"
            + "  - rule: protocol\n"
            + "    allow: [TLSv1]\n"
            + "    match: \"mainframe.corp:992\"\n"
            + "    origin: \"com.acme.legacy.*\"\n"
            + "    reason: \"vendor firmware\"\n"
            + "    owner: \"ops@corp.example\"\n"
            + "    expires: 2999-03-31\n"
            + "  - rule: key\n"
            + "    match: \"old.corp\"\n"
            + "    reason: \"gone\"\n"
            + "    owner: \"ops@corp.example\"\n"
            + "    expires: 2020-12-31\n";

    @TempDir
    Path directory;

    private Path policy;

    @BeforeEach
    void writePolicy() throws IOException {
        policy = write("policy.yaml", SOUND);
    }

    @Test
    void aSoundPolicyIsCalledSo() throws Exception {
        Invocation check = Invocation.of("policy", "check", policy);
        assertThat(check.exitCode).isZero();
        assertThat(check.out).isEqualTo(policy + ": sound" + System.lineSeparator());
    }

    @Test
    void anExpiredExemptionSaysSo() throws Exception {
        assertThat(Invocation.of("policy", "check", policy).err)
                .contains("policy.yaml:16: this exemption no longer holds: it expired on 2020-12-31")
                .hasLineCount(1);
        assertThat(Invocation.of("policy", "explain", policy, "old.corp:443").out)
                .contains("no longer: it expired on 2020-12-31")
                .doesNotContain("exempted");
    }

    @Test
    void everyErrorIsNamedWithItsPlace() throws Exception {
        Path bad = write("bad.yaml", "version: 1\nmod: audit\nbaseline: ancient\n");
        Invocation check = Invocation.of("policy", "check", bad);
        assertThat(check.exitCode).isEqualTo(78);
        assertThat(check.out).isEmpty();
        assertThat(check.err.split("\\R")).hasSize(2).satisfies(lines -> {
            assertThat(lines[0]).startsWith("tlsguard: " + bad + ":2:1: ");
            assertThat(lines[1]).startsWith("tlsguard: " + bad + ":3:11: ");
        });
    }

    @Test
    void anErrorInTheCandidateIsAnError() throws Exception {
        write("tomorrow.yaml", "version: 1\nmode: sometimes\n");
        Path today = write("today.yaml", "version: 1\ncandidate: tomorrow.yaml\n");
        Invocation check = Invocation.of("policy", "check", today);
        assertThat(check.exitCode).isEqualTo(78);
        assertThat(check.err).contains("tomorrow.yaml:2:7: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "show", "explain"})
    void aPolicyThatCannotBeUsedExitsWith78(String command) throws Exception {
        Path missing = directory.resolve("missing.yaml");
        Invocation refused = command.equals("explain")
                ? Invocation.of("policy", command, missing, "host")
                : Invocation.of("policy", command, missing);
        assertThat(refused.exitCode).isEqualTo(78);
        assertThat(refused.out).isEmpty();
        assertThat(refused.err).startsWith("tlsguard: " + missing).hasLineCount(1);
    }

    @Test
    void whatIsShownIsItselfAPolicyWithTheSameEffect() throws Exception {
        Invocation show = Invocation.of("policy", "show", policy);
        assertThat(show.exitCode).isZero();
        Path shown = write("shown.yaml", show.out);
        assertThat(withoutOrigins(Invocation.of("policy", "show", shown).out)).isEqualTo(withoutOrigins(show.out));
    }

    private static String withoutOrigins(String yaml) {
        return yaml.replaceAll("  # [^\n]*", "");
    }

    @Test
    void whatIsShownSaysWhereItComesFrom() throws Exception {
        assertThat(Invocation.of("policy", "show", policy).out.split("\n"))
                .contains(
                        "mode: enforce  # policy.yaml:2",
                        "# log: stderr  # default",
                        "baseline: intermediate  # default",
                        "  protocol: audit  # policy.yaml:3",
                        "  # trust: the mode  # default",
                        "  revocation: off  # default",
                        "  # directory: tlsguard-report  # default",
                        "  - match: [\"*.corp.example:443\"]  # policy.yaml:5",
                        "    name: \"db.internal\"  # policy.yaml:7",
                        "    scheme: https  # default",
                        "    expires: 2999-03-31  # policy.yaml:15");
    }

    @Test
    void aReportDirectoryInItsShortFormComesFromItsLine() throws Exception {
        Path brief = write("brief.yaml", "version: 1\nreport: here\nkeys: {rsa: 3072}\n");
        assertThat(Invocation.of("policy", "show", brief).out.split("\n"))
                .contains(
                        "  directory: \"here\"  # brief.yaml:2",
                        "  events: false  # default",
                        "  rsa: 3072  # brief.yaml:3");
    }

    @Test
    void withoutFileTheBuiltInPolicyIsShown() throws Exception {
        Invocation show = Invocation.of("policy", "show");
        assertThat(show.exitCode).isZero();
        assertThat(show.out).contains("version: 1", "baseline: intermediate");
    }

    @Test
    void theDestinationThatAppliesIsExplained() throws Exception {
        Invocation explain = Invocation.of("policy", "explain", policy, "db.corp.example:443");
        assertThat(explain.exitCode).isZero();
        assertThat(explain.out)
                .startsWith("db.corp.example:443" + System.lineSeparator())
                .contains("policy.yaml:5", "sha256/YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=", "db.internal")
                .doesNotContain("own check of a chain", "_SCSV");
    }

    @Test
    void whereNoDestinationAppliesTheGeneralPartDoes() throws Exception {
        assertThat(Invocation.of("policy", "explain", policy, "elsewhere.example").out)
                .contains("none: what holds everywhere", "own check of a chain")
                .containsPattern("\\R +trust +enforce\\R")
                .containsPattern("\\R +protocol +audit\\R");
    }

    @Test
    void anExemptionForCertainCodeHoldsForThatCodeOnly() throws Exception {
        String exempted = "TLSv1, by the exemption policy.yaml:9";
        assertThat(Invocation.of("policy", "explain", policy, "mainframe.corp:992").out)
                .contains("only for code in com.acme.legacy.*")
                .doesNotContain(exempted);
        assertThat(Invocation.of("policy", "explain", policy, "mainframe.corp:992", "--origin", "com.acme.legacy.Http")
                        .out)
                .contains(exempted);
        assertThat(Invocation.of("policy", "explain", policy, "mainframe.corp:992", "--origin", "com.acme.Http").out)
                .doesNotContain(exempted);
    }

    @Test
    void whyAnEntryAppliesIsSaid() throws Exception {
        Path many = write(
                "many.yaml",
                "version: 1\n"
                        + "destinations:\n"
                        + "  - {match: [elsewhere, \"*.corp.example:443\"], name: b.example, expires: 2020-01-31,"
                        + " owner: ops, reason: moved}\n"
                        + "  - match: \"**.example\"\n"
                        + "  - {match: 10.0.0.0/8, role: client, baseline: legacy}\n"
                        + "exemptions:\n"
                        + "  - {rule: key, match: \"*.corp.example\", origin: com.acme.*, reason: r, owner: o,"
                        + " expires: 2999-01-31}\n");
        assertThat(Invocation.of("policy", "explain", many, "a.corp.example:443").out)
                .contains(
                        "many.yaml:3, because *.corp.example:443 matches; pins and name no longer vouch: they expired on"
                                + " 2020-01-31; ops: moved",
                        "many.yaml:4: **.example matches too, but the first entry counts",
                        "because *.corp.example matches, only for code in com.acme.* (--origin tells")
                .containsPattern("name +the dialled host");
        assertThat(Invocation.of("policy", "explain", many, "a.corp.example:443", "--origin", "com.acme.X").out)
                .contains(
                        "only for code in com.acme.*, as com.acme.X is", "key/weak-key, by the exemption many.yaml:7");
        assertThat(Invocation.of("policy", "explain", many, "a.corp.example:443", "--origin", "org.X").out)
                .contains("and org.X is not")
                .doesNotContain("key/weak-key");
        assertThat(Invocation.of("policy", "explain", many, "10.1.2.3", "--client").out)
                .contains("many.yaml:5, because 10.0.0.0/8 matches")
                .doesNotContain("the dialled host");
        assertThat(Invocation.of("policy", "explain", many, "10.1.2.3").out).contains("none: what holds everywhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:1", "[fd00::17]:443", "fd00::17", "10.0.0.5:65535"})
    void hostsAndPortsAreUnderstood(String address) throws Exception {
        Invocation explain = Invocation.of("policy", "explain", policy, address);
        assertThat(explain.exitCode).isZero();
        assertThat(explain.out).startsWith(address.equals("fd00::17") ? "[fd00::17]" : address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":443", "host:", "host:0", "host:65536", "host:https", "[::1]:x"})
    void whatIsNoHostIsAUsageError(String address) throws Exception {
        assertThat(Invocation.of("policy", "explain", policy, address).exitCode).isEqualTo(2);
    }

    private Path write(String name, String content) throws IOException {
        return Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }
}
