package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as a real browser reads it: Chromium without a screen. Skipped where there is none, unless the environment
 * variable {@value #REQUIRE} says that there must be.
 */
class BrowserTest {

    private static final String REQUIRE = "TLSGUARD_REQUIRE_BROWSER";

    /** Would tell by the page's title that a script ran, by an image that something was asked of the network. */
    private static final String ATTACK = "\"'></code></dd></pre></title></style><script>document.title='owned'</script>"
            + "<img src=x onerror=\"document.title='owned'\"><svg onload=\"document.title='owned'\">"
            + "<a href=\"javascript:document.title='owned'\">x</a><iframe srcdoc=\"<p>x\"></iframe>"
            + "<meta http-equiv=refresh content=\"0;url=data:text/html,owned\"><base href=//evil><form action=//evil>";

    /** An element of the page that no part of it is made of. */
    private static final Pattern FOREIGN =
            Pattern.compile("<(script|img|svg|a|iframe|base|form|link|object|embed)\\b", Pattern.CASE_INSENSITIVE);

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    void aHostileCertificateInjectsNothing() throws Exception {
        String dom = dom(html(Samples.everywhere(ATTACK)));
        Matcher foreign = FOREIGN.matcher(dom);
        assertThat(foreign.find())
                .as(() -> "an element that the certificate made: " + foreign.group())
                .isFalse();
        assertThat(dom).contains("<title>tlsguard: ").doesNotContain("<title>owned");
        assertThat(count(dom, "<meta ")).as("its own four").isEqualTo(4);
    }

    @Test
    void thePageIsReadWithoutScript() throws Exception {
        String dom = dom(html(Samples.typical()));
        assertThat(dom).contains("The sinners", "trust / self-signed", "</html>");
    }

    private Path html(Report report) throws IOException {
        StringBuilder html = new StringBuilder();
        HtmlReport.write(report, html);
        return Files.write(
                directory.resolve("hall-of-shame.html"), html.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The elements as the browser understood them, after everything that can run has run. */
    private String dom(Path page) throws IOException, InterruptedException {
        String browser = browser();
        boolean required = System.getenv(REQUIRE) != null;
        assumeTrue(browser != null || required, "no chromium on the path; " + REQUIRE + " makes that an error");
        assertThat(browser).as("chromium, which " + REQUIRE + " requires").isNotNull();
        Path output = directory.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser,
                        "--headless",
                        // The browser's own sandbox does not start as root, which builds often run as.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--virtual-time-budget=2000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(output.toFile())
                .redirectError(directory.resolve("browser.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the browser is done")
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    private static String browser() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : new String[] {"chromium", "chromium-browser", "google-chrome"}) {
                File file = new File(folder, name);
                if (file.canExecute()) {
                    return file.getPath();
                }
            }
        }
        return null;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
