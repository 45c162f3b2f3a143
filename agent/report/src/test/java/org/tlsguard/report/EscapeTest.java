package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EscapeTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Escape.line("CN=Jürgen \u4e2d\u6587 \ud83d\ude08, O=\"A & B\" \\ x"))
                .isEqualTo("CN=Jürgen \u4e2d\u6587 \ud83d\ude08, O=\"A & B\" \\ x");
    }

    @Test
    void aLogLineCannotBeForged() {
        assertThat(Escape.line("a\r\ntlsguard: all is well\u0085\u2028\u2029"))
                .isEqualTo("a\\u000d\\u000atlsguard: all is well\\u0085\\u2028\\u2029");
    }

    @Test
    void aTerminalObeysNoEscapeSequence() {
        assertThat(Escape.line("\u001b[2J\u009b31m\u0007\u007f")).isEqualTo("\\u001b[2J\\u009b31m\\u0007\\u007f");
    }

    @Test
    void rightToLeftOverridesAndInvisibleCharactersShow() {
        assertThat(Escape.line("\u202egnp.exe\u2066\u200b\ufeff\u00ad"))
                .isEqualTo("\\u202egnp.exe\\u2066\\u200b\\ufeff\\u00ad");
        // LANGUAGE TAG, outside of the basic plane
        assertThat(Escape.line("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
    }

    @Test
    void loneSurrogatesAndNoncharactersShow() {
        assertThat(Escape.line("\udc00x\ud800\uffff")).isEqualTo("\\udc00x\\ud800\\uffff");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(Escape.line(repeat("x", 1_000_000))).hasSize(Escape.MAX_LINE).endsWith("x\u2026");
        assertThat(Escape.line("12345", 5)).isEqualTo("12345");
        assertThat(Escape.line("123456", 5)).isEqualTo("1234\u2026");
        assertThat(Escape.line("\n\n", 7)).isEqualTo("\\u000a\u2026");
        assertThat(Escape.line("xy", 1)).isEqualTo("\u2026");
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        String devils = repeat("\ud83d\ude08", 10);
        for (int max = 1; max < 20; max++) {
            assertThat(Escape.line(devils, max)).doesNotContain("\\u").hasSizeLessThanOrEqualTo(max);
            assertThat(Escape.line(Escape.bounded(devils, max))).doesNotContain("\\u");
        }
    }

    @Test
    void nullIsTheWordNull() {
        assertThat(Escape.line(null)).isEqualTo("null");
    }

    @Test
    void htmlLeavesNeitherAnElementNorAnAttribute() throws IOException {
        StringBuilder out = new StringBuilder();
        Escape.html("<b onload='x'>&amp;\"\u202e", out);
        assertThat(out).hasToString("&lt;b onload=&#39;x&#39;&gt;&amp;amp;&quot;\\u202e");
    }

    @Test
    void jsonEscapesWhatItMustAndWhatDeceives() throws IOException {
        StringBuilder out = new StringBuilder();
        Escape.json("\"\\\n\u001b\u202e\ud83d\ude08\ud800<", out);
        assertThat(out).hasToString("\\\"\\\\\\n\\u001b\\u202e\ud83d\ude08\ufffd<");
    }

    private static String repeat(String text, int times) {
        StringBuilder repeated = new StringBuilder();
        for (int i = 0; i < times; i++) {
            repeated.append(text);
        }
        return repeated.toString();
    }
}
