package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.policy.Certificates.certificate;
import static org.tlsguard.policy.Certificates.named;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NameMatcherTest {
    private static boolean strict(String reference, X509Certificate certificate) {
        return NameMatcher.matches(reference, certificate, NameMatching.STRICT, Scheme.HTTPS);
    }

    private static boolean standard(String reference, X509Certificate certificate) {
        return NameMatcher.matches(reference, certificate, NameMatching.STANDARD, Scheme.HTTPS);
    }

    private static boolean either(String reference, X509Certificate certificate) {
        return strict(reference, certificate) || standard(reference, certificate);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "a.example, a.example",
        "A.Example, a.eXAMPLE",
        "a.example., a.example",
        "a.example, a.example.",
        "bücher.example, xn--bcher-kva.example",
        "localhost, localhost",
        "db_1.internal, db_1.internal",
        "a.b.example, *.b.example",
        "a.b.example, *.B.EXAMPLE.",
        "xn--bcher-kva.b.example, *.b.example",
        "a.example.co.uk, *.example.co.uk",
    })
    void fits(String reference, String presented) {
        assertThat(strict(reference, named(presented))).isTrue();
        assertThat(standard(reference, named(presented))).isTrue();
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({
        "a.example, b.example",
        "a.example, example",
        "a.example, x.a.example",
        "b.example, *.b.example",
        "x.a.b.example, *.b.example",
        ".b.example, *.b.example",
        "x, *",
        "x., *.",
        "a.com, *.com",
        "example.co.uk, *.co.uk",
        "EXAMPLE.CO.UK, *.co.uk.",
        "a.b.example, *.*.example",
        "a.b.example, a.*.example",
        "a.b.example, **.example",
        "a.b.example, **.b.example",
        "a.b.example, *a*.b.example",
        "xn--bcher-kva.b.example, xn--*.b.example",
        "xn--bcher-kva.b.example, x*.b.example",
        "xn--bcher-kva.b.example, *-kva.b.example",
        "a.example, ''",
        "a.example, a..example",
        "a.example, .a.example",
        "a.example, a.example..",
        "a.example, ' a.example'",
        "a.example, 'a.example '",
        "a.example, 'a.example,b.example'",
        "a.example, http://a.example",
        "a.example, a.example:443",
        "a..b.example, a..b.example",
        "-a.example, -a.example",
        "a-.example, a-.example",
        "'', ''",
        "., .",
        "127.1.1, 127.1.1",
        "a.1, a.1",
    })
    void doesNotFit(String reference, String presented) {
        assertThat(either(reference, named(presented))).isFalse();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "foo.b.example, f*.b.example",
        "foo.b.example, *o.b.example",
        "foo.b.example, f*o.b.example",
        "f.b.example, f*.b.example"
    })
    void partialWildcardsFitOnlyWhereMatchingIsStandard(String reference, String presented) {
        assertThat(strict(reference, named(presented))).isFalse();
        assertThat(standard(reference, named(presented))).isTrue();
    }

    @Test
    void commonNameCountsOnlyWhereNoDnsNameIsPresented() {
        X509Certificate alone = certificate().commonName("a.example").build();
        X509Certificate besideAddress =
                certificate().commonName("a.example").ip("10.0.0.1").build();
        X509Certificate besideEmail =
                certificate().commonName("a.example").email("x@a.example").build();
        X509Certificate besideName =
                certificate().commonName("a.example").dns("b.example").build();
        assertThat(standard("a.example", alone)).isTrue();
        assertThat(standard("a.example", besideAddress)).isTrue();
        assertThat(standard("a.example", besideEmail)).isTrue();
        assertThat(standard("a.example", besideName)).isFalse();
        assertThat(strict("a.example", alone)).isFalse();
    }

    @Test
    void onlyTheMostSpecificCommonNameCounts() {
        X509Certificate two =
                certificate().commonName("a.example").commonName("b.example").build();
        assertThat(standard("b.example", two)).isTrue();
        assertThat(standard("a.example", two)).isFalse();
    }

    @Test
    void commonNameInsideAnotherAttribute() {
        X509Certificate sly = certificate()
                .rdn(BCStyle.O, new DERUTF8String("x,CN=a.example"))
                .rdn(BCStyle.OU, new DERUTF8String("CN=a.example"))
                .build();
        assertThat(either("a.example", sly)).isFalse();
    }

    @Test
    void commonNameOfAnotherStringType() {
        assertThat(either(
                        "a.example",
                        certificate()
                                .rdn(BCStyle.CN, new DERBMPString("a.example"))
                                .build()))
                .isFalse();
    }

    @Test
    void brokenAlternativeNameIsNoWayBackToTheCommonName() {
        X509Certificate broken = certificate()
                .commonName("a.example")
                .rawAlternativeName(new byte[] {0x30, 0x03, (byte) 0x82, 0x7f, 0x61})
                .build();
        assertThat(either("a.example", broken)).isFalse();
        assertThat(NameMatcher.presented(broken)).isEmpty();
    }

    @Test
    void addressInADnsName() {
        assertThat(either("10.0.0.1", named("10.0.0.1"))).isFalse();
        assertThat(either("10.0.0.1", named("*.0.0.1"))).isFalse();
        assertThat(either("::1", named("::1"))).isFalse();
    }

    @Test
    void addressInTheCommonName() {
        assertThat(either("10.0.0.1", certificate().commonName("10.0.0.1").build()))
                .isFalse();
    }

    @Test
    void nameInAnAddress() {
        assertThat(either("a.example", certificate().ip("10.0.0.1").build())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:DB8:0::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "fe80::1%eth0, fe80::1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "127.1, 127.0.0.1",
    })
    void addressesCompareByTheirBytes(String reference, String presented) {
        X509Certificate certificate = certificate().ip(presented).build();
        assertThat(strict(reference, certificate)).isTrue();
        assertThat(standard(reference, certificate)).isTrue();
        assertThat(either("10.0.0.2", certificate)).isFalse();
        assertThat(either("2001:db8::2", certificate)).isFalse();
    }

    @Test
    void nulByteAfterTheNameOfAnother() {
        assertThat(either("a.example", named("a.example\u0000.evil.example"))).isFalse();
        assertThat(either("a.example\u0000.evil.example", named("a.example"))).isFalse();
        assertThat(either(
                        "a.example",
                        certificate()
                                .rdn(BCStyle.CN, new DERUTF8String("a.example\u0000.evil.example"))
                                .build()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u007f", "\u001b[2K"})
    void controlCharacters(String control) {
        assertThat(either("a.example", named("a.example" + control))).isFalse();
        assertThat(either("a.example", named(control + "a.example"))).isFalse();
        assertThat(either("a.example" + control, named("a.example"))).isFalse();
    }

    /** U+212A lower-cases to k, U+017F upper-cases to S, U+FF0E and U+3002 are dots to IDNA, U+0430 looks like an a. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u212a.example",
                "k.example\u212a",
                "\u017f.example",
                "k\uff0eexample",
                "k\u3002example",
                "\u0430.example"
            })
    void unicodeLookAlikesInTheCommonName(String lookAlike) {
        X509Certificate certificate =
                certificate().rdn(BCStyle.CN, new DERUTF8String(lookAlike)).build();
        for (String reference : new String[] {"k.example", "s.example", "a.example", "k.examplek"}) {
            assertThat(either(reference, certificate)).isFalse();
        }
        assertThat(either(lookAlike, certificate)).isFalse();
    }

    @Test
    void unicodeNeverFitsUnconverted() {
        X509Certificate certificate = certificate()
                .rdn(BCStyle.CN, new DERUTF8String("bücher.example"))
                .build();
        assertThat(either("bücher.example", certificate)).isFalse();
        assertThat(either("xn--bcher-kva.example", certificate)).isFalse();
    }

    @Test
    void specialKInHostname() {
        // The Kelvin sign is dialled as the letter that IDNA maps it to, and as nothing else.
        assertThat(strict("\u212a.example", named("k.example"))).isTrue();
        assertThat(either("\u212a.example", named("x.example"))).isFalse();
    }

    @Test
    void megabyteNames() {
        String huge = String.join("", Collections.nCopies(500_000, "a."));
        String hyphens = String.join("", Collections.nCopies(1_000_000, "*"));
        X509Certificate certificate = certificate()
                .rdn(BCStyle.CN, new DERUTF8String(huge))
                .dns(huge + "example")
                .dns(hyphens + ".example")
                .dns("*" + huge + "example")
                .build();
        long start = System.nanoTime();
        assertThat(either("a.example", certificate)).isFalse();
        assertThat(either(huge + "example", certificate)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void tenThousandNames() {
        Certificates many = certificate();
        for (int i = 0; i < 10_000; i++) {
            many.dns("*.h" + i + ".example");
        }
        X509Certificate certificate = many.build();
        assertThat(strict("a.h9999.example", certificate)).isTrue();
        assertThat(either("a.h10000.example", certificate)).isFalse();
    }

    @Test
    void nothingAtAll() {
        assertThat(either("a.example", certificate().build())).isFalse();
        assertThat(either(null, named("a.example"))).isFalse();
        assertThat(either("", named("a.example"))).isFalse();
    }

    @Test
    void aCertificateThatThrows() {
        assertThat(either("a.example", new ForeignCertificate(new IllegalStateException())))
                .isFalse();
        assertThat(either("a.example", new ForeignCertificate(null))).isFalse();
    }

    @ParameterizedTest(name = "{0}: alternative name {1}, {2}; common name {3}, {4}, beside a DNS name {5}")
    @CsvSource({
        // scheme, whole and partial wildcard as DNS name, whole and partial as common name, common name beside a DNS
        // name
        "HTTPS, true, true, true, true, false",
        "XMPP, true, true, true, true, false",
        "FTP, true, true, true, true, false",
        "LDAP, true, false, false, false, true",
        "SMTP, true, false, true, false, true",
        "IMAP, true, false, true, false, true",
        "POP3, true, false, true, false, true",
        "ACAP, true, false, true, false, true",
        "NNTP, true, false, true, false, true",
        "NETCONF, true, false, true, false, true",
        "SYSLOG, true, false, true, false, true",
        "SNMP, true, false, true, false, true",
        "GIST, true, false, true, false, false",
        "SIP, false, false, false, false, true",
    })
    void followsTheRulesOfTheScheme(
            Scheme scheme, boolean whole, boolean partial, boolean wholeCommon, boolean partialCommon, boolean beside) {
        String host = "foo.b.example";
        assertThat(NameMatcher.matches(host, named("*.b.example"), NameMatching.STANDARD, scheme))
                .isEqualTo(whole);
        assertThat(NameMatcher.matches(host, named("f*.b.example"), NameMatching.STANDARD, scheme))
                .isEqualTo(partial);
        assertThat(NameMatcher.matches(
                        host, certificate().commonName("*.b.example").build(), NameMatching.STANDARD, scheme))
                .isEqualTo(wholeCommon);
        assertThat(NameMatcher.matches(
                        host, certificate().commonName("f*.b.example").build(), NameMatching.STANDARD, scheme))
                .isEqualTo(partialCommon);
        X509Certificate both = certificate().commonName(host).dns("x.example").build();
        assertThat(NameMatcher.matches(host, both, NameMatching.STANDARD, scheme))
                .isEqualTo(beside);
        assertThat(NameMatcher.matches(host, both, NameMatching.STRICT, scheme)).isFalse();
        assertThat(NameMatcher.matches(host, named("*.b.example"), NameMatching.STRICT, scheme))
                .isTrue();
    }

    @Test
    void listsWhatIsPresented() {
        assertThat(NameMatcher.presented(certificate()
                        .commonName("c")
                        .dns("a.example")
                        .ip("2001:db8::1")
                        .ip("10.0.0.1")
                        .build()))
                .containsExactly("a.example", "2001:db8::1", "10.0.0.1");
        assertThat(NameMatcher.presented(certificate().commonName("c").build())).containsExactly("c");
        assertThat(NameMatcher.presented(certificate().build())).isEmpty();
    }
}
