package org.tlsguard.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A page of the docs of which some parts, between two comments each, are made from the files of the libraries. */
final class GeneratedPage {

    private static final String BEGIN = "<!-- begin: %s, made from samples/clients -->\n";
    private static final String END = "<!-- end: %s -->\n";

    private GeneratedPage() {}

    /** Fails if a committed part differs; writes them instead where the build is told to update the docs. */
    static void check(String page, Map<String, String> parts) throws IOException {
        Path file = Path.of(System.getProperty("tlsguard.docs"), page);
        String committed = Files.readString(file).replace("\r\n", "\n");
        String made = committed;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            made = replaced(made, part.getKey(), part.getValue());
        }
        if (Boolean.getBoolean("tlsguard.update-docs")) {
            Files.writeString(file, made);
            return;
        }
        assertThat(committed)
                .as(
                        "docs/%s is not made from these clients; make it anew with"
                                + " mvn -pl samples/clients -am test -Dtlsguard.update-docs=true",
                        page)
                .isEqualTo(made);
    }

    private static String replaced(String text, String part, String content) {
        String begin = String.format(BEGIN, part);
        int start = text.indexOf(begin) + begin.length();
        int end = text.indexOf(String.format(END, part));
        assertThat(start).as(begin).isGreaterThanOrEqualTo(begin.length());
        assertThat(end).as("the end of %s", part).isGreaterThanOrEqualTo(start);
        return text.substring(0, start) + content + text.substring(end);
    }
}
