package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostilePolicyFileTest {
    @TempDir
    Path directory;

    private static String repeated(String text, int times) {
        return String.join("", Collections.nCopies(times, text));
    }

    @Test
    void missing() {
        assertThat(Policies.problems(directory.resolve("gone.yaml").toFile()))
                .containsExactly("1:1: there is no such file");
    }

    @Test
    void directory() {
        assertThat(Policies.problems(directory.toFile())).containsExactly("1:1: this is a directory, not a file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endlessDevice() {
        assertThat(Policies.problems(new File("/dev/zero"))).containsExactly("1:1: this is no regular file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeThatNobodyWritesTo() throws Exception {
        File pipe = directory.resolve("pipe").toFile();
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.getPath()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Policies.problems(pipe)).containsExactly("1:1: this is no regular file");
    }

    @Test
    void fiftyMegabytes() throws Exception {
        File file = directory.resolve("large.yaml").toFile();
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) '#');
        try (FileOutputStream out = new FileOutputStream(file)) {
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        }
        assertThat(Policies.problems(file)).containsExactly("1:1: the policy is larger than 8 MiB");
    }

    @Test
    void nestedAHundredThousandDeepInFlowStyle() {
        assertThat(Policies.problems("version: 1", "rules: " + repeated("[", 100_000)))
                .hasSize(1);
        assertThat(Policies.problems("version: 1", "rules: " + repeated("{a: ", 100_000)))
                .containsExactly("2:68: the nesting is too deep");
    }

    @Test
    void nestedAHundredThousandDeepInBlockStyle() {
        assertThat(Policies.problems("version: 1", "rules:", repeated("- ", 100_000)))
                .containsExactly("3:31: the nesting is too deep");
    }

    @Test
    void aliasesUponAliases() {
        StringBuilder text = new StringBuilder("version: 1\na0: &a0 [x, x]\n");
        for (int i = 1; i < 100; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(repeated("*a" + (i - 1) + ", ", 10)).append("x]\n");
        }
        assertThat(Policies.problems(Policies.file(text.toString())))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void oneValueTooMany() {
        assertThat(Policies.problems("version: 1", "rules: [" + repeated("a,", 1_000_001) + "a]"))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("the policy has more than 1000000 values");
    }

    @Test
    void oneVeryLongKey() {
        assertThat(Policies.problems("version: 1", "? " + repeated("k", 1_000_000) + "\n: 1"))
                .containsExactly("2:3: unknown key " + repeated("k", 60) + "… in the policy");
    }

    @Test
    void oneVeryLongPattern() {
        assertThat(Policies.problems("version: 1", "destinations: [{match: \"" + repeated("a.", 1_000_000) + "\"}]"))
                .hasSize(1)
                .first()
                .asString()
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "'", "- ", "a: ", "? ", "#", "&", "&a ", "*", "!", "!<", "|", ">\n", "%", " ", "\n", "[", "{",
                "a", "a\n", "a ", "a: b\n", "- a\n", "---\n", "...\n", ",", ":", "\\", "\t", "\u0085", "\r", "a,",
                "[],", "{},", "- - -\n"
            })
    void halfAMegabyteOfTheSame(String text) {
        for (String start :
                new String[] {"", "version: 1\n", "version: 1\nlog: \"", "version: 1\nrules: [", "version: 1\nlog: |\n "
                }) {
            try {
                Policy.load(Policies.file(start + repeated(text, 500_000 / text.length())));
            } catch (PolicyException e) {
                assertThat(e.problems())
                        .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(300));
            }
        }
    }

    @Test
    void notUtf8() {
        byte[] latin1 = "version: 1\nlog: \"é\"\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Policies.problems(Policies.file(latin1))).containsExactly("2:7: the file is not UTF-8");
        byte[] utf16 = "version: 1".getBytes(StandardCharsets.UTF_16);
        assertThat(Policies.problems(Policies.file(utf16))).containsExactly("1:1: the file is not UTF-8");
        byte[] cutOff = Arrays.copyOf("version: é".getBytes(StandardCharsets.UTF_8), 10);
        assertThat(Policies.problems(Policies.file(cutOff))).containsExactly("1:10: the file is not UTF-8");
    }

    @Test
    void binary() {
        assertThat(Policies.problems("version: 1", "log: a\u0000b"))
                .containsExactly("2:7: this is not YAML: a character that is not allowed");
        assertThat(Policies.problems(Policies.file(new byte[4096]))).hasSize(1);
    }

    @Test
    void everyPrefixOfAPolicyIsReadOrRefusedWithAPlace() throws Exception {
        String text =
                "version: 1\ndestinations:\n  - {match: ['*.a.example:443', \"::1\"], scheme: ldap}\nmode: audit\n";
        for (int end = 0; end < text.length(); end++) {
            File file = Policies.file(text.substring(0, end));
            try {
                Policy.load(file);
            } catch (PolicyException e) {
                assertThat(e.problems()).allSatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.column()).isPositive();
                    assertThat(problem.message()).isNotBlank().doesNotContain("\n");
                });
            }
        }
    }
}
