package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A report all of whose text is an attack, in every form. */
class HostileTextTest {

    private static final Set<String> OWN_ELEMENTS = new HashSet<String>(Arrays.asList(
            "!DOCTYPE",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "li",
            "b",
            "section",
            "code",
            "span",
            "article",
            "dl",
            "dt",
            "dd",
            "details",
            "summary",
            "pre",
            "table",
            "tr",
            "th",
            "td",
            "footer"));

    private static final Set<String> OWN_ATTRIBUTES =
            new HashSet<String>(Arrays.asList("lang", "charset", "http-equiv", "content", "name", "class"));

    @Test
    void noElementOrAttributeGetsIntoThePage() throws IOException {
        String page = html();
        Set<String> elements = new TreeSet<String>();
        Set<String> attributes = new TreeSet<String>();
        Matcher tag = Pattern.compile("<(/?)([^\\s>]*)([^>]*)>").matcher(page);
        while (tag.find()) {
            elements.add(tag.group(2));
            Matcher attribute = Pattern.compile("([\\w-]+)=\"[^\"<]*\"").matcher(tag.group(3));
            while (attribute.find()) {
                attributes.add(attribute.group(1));
            }
        }
        assertThat(OWN_ELEMENTS).containsAll(elements);
        assertThat(OWN_ATTRIBUTES).containsAll(attributes);
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void thePageLoadsAndRunsNothing() throws IOException {
        assertThat(html())
                .contains("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .doesNotContain("<script", "<link", "<img", "<a ", "url(", "@import");
    }

    @Test
    void nothingInvisibleGetsIntoAnyForm() throws IOException {
        assertThat(deceitIn(html())).isEmpty();
        assertThat(deceitIn(json())).isEmpty();
        assertThat(deceitIn(sarif())).isEmpty();
        assertThat(deceitIn(text())).isEmpty();
    }

    @Test
    void jsonGivesTheTextBackButForLoneSurrogates() throws IOException {
        JsonNode report = new ObjectMapper().readTree(json());
        String faithful = Samples.HOSTILE.replace("\ud800x\udc00", "\ufffdx\ufffd");
        assertThat(report.at("/jvm/mainClass").asText()).isEqualTo(faithful);
        assertThat(report.at("/findings/0/certificate/subject").asText()).isEqualTo(faithful);
        assertThat(report.at("/findings/0/stack/0").asText()).isEqualTo(faithful);
        assertThat(report.at("/destinations/0/anchor").asText()).isEqualTo(faithful);
    }

    @Test
    void sarifStaysWellFormed() throws IOException {
        JsonNode results = new ObjectMapper().readTree(sarif()).at("/runs/0/results");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .matches("[\\w/.~!$%-]+");
    }

    @Test
    void coloursAreTheOnlyEscapeSequences() throws IOException {
        StringBuilder out = new StringBuilder();
        TextReport.write(Samples.hostile(), out, true);
        assertThat(deceitIn(out.toString().replaceAll("\u001b\\[\\d+m", ""))).isEmpty();
        assertThat(out.toString()).contains("\u001b[1m");
    }

    @Test
    void longTextMakesNoLongReport() throws IOException {
        char[] megabyte = new char[1 << 20];
        Arrays.fill(megabyte, '\u202e');
        StringBuilder out = new StringBuilder();
        JsonReport.write(Samples.everywhere(new String(megabyte)), out);
        assertThat(out.length()).isLessThan(600_000);
    }

    private static String deceitIn(String text) {
        StringBuilder deceit = new StringBuilder();
        text.codePoints()
                .filter(c -> c != '\n')
                .filter(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.UNASSIGNED)
                .forEach(c -> deceit.append(Integer.toHexString(c)).append(' '));
        return deceit.toString();
    }

    private static String html() throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlReport.write(Samples.hostile(), out);
        return out.toString();
    }

    private static String json() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.write(Samples.hostile(), out);
        return out.toString();
    }

    private static String sarif() throws IOException {
        StringBuilder out = new StringBuilder();
        SarifReport.write(Samples.hostile(), out);
        return out.toString();
    }

    private static String text() throws IOException {
        StringBuilder out = new StringBuilder();
        TextReport.write(Samples.hostile(), out);
        return out.toString();
    }
}
