package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;

/**
 * Every form of a typical report, to the letter. What was written instead is found in {@code target/golden}, to be
 * looked at and, if it is right, copied to {@code src/test/resources}.
 */
class GoldenFilesTest {

    @Test
    void json() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.write(Samples.typical(), out);
        matches("typical.json", out);
    }

    @Test
    void html() throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlReport.write(Samples.typical(), out);
        matches("typical.html", out);
    }

    @Test
    void sarif() throws IOException {
        StringBuilder out = new StringBuilder();
        SarifReport.write(Samples.typical(), out);
        matches("typical.sarif", out);
    }

    @Test
    void text() throws IOException {
        StringBuilder out = new StringBuilder();
        TextReport.write(Samples.typical(), out);
        matches("typical.txt", out);
    }

    private static void matches(String name, CharSequence written) throws IOException {
        Path actual = Paths.get("target", "golden", name);
        Files.createDirectories(actual.getParent());
        Files.write(actual, written.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(written.toString()).isEqualTo(golden(name));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            byte[] bytes = new byte[1 << 20];
            int length = 0;
            for (int n; (n = in.read(bytes, length, bytes.length - length)) > 0; ) {
                length += n;
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }
}
