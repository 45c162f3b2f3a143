package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tlsguard.engine.judge.TestCertificates.chain;
import static org.tlsguard.engine.judge.TestCertificates.root;

import java.security.cert.CertPathBuilderException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tlsguard.engine.judge.TestCertificates.Builder;
import org.tlsguard.engine.judge.TestCertificates.Identity;

class NamedPkixTest {

    @Test
    void isNotNeededWhereNobodyElseOffersPkix() throws Exception {
        assertThat(NamedPkix.isNeeded()).isFalse();
    }

    @Test
    void aPathEndsAtItsAnchorInWhateverOrderItWasServed() throws Exception {
        Identity root = root("Root");
        Identity upper = new Builder("Upper").authority(null).signedBy(root);
        Identity lower = new Builder("Lower").authority(null).signedBy(upper);
        Identity host = new Builder("host").signedBy(lower);

        assertThat(NamedPkix.path(chain(host, upper, lower), anchors(root)))
                .containsExactly(chain(host, lower, upper, root));
    }

    @Test
    void anEndEntityThatIsTrustedItselfNeedsNoPath() throws Exception {
        Identity host = new Builder("host").signedBy(null);

        assertThat(NamedPkix.path(chain(host), anchors(host))).containsExactly(host.certificate);
    }

    @Test
    void noPathLeadsThroughOneThatMayNotIssue() throws Exception {
        Identity root = root("Root");
        Identity leaf = new Builder("leaf").signedBy(root);
        X509Certificate[] served = chain(new Builder("host").signedBy(leaf), leaf);

        assertThatThrownBy(() -> NamedPkix.path(served, anchors(root))).isInstanceOf(CertPathBuilderException.class);
    }

    private static List<X509Certificate> anchors(Identity only) {
        return Collections.unmodifiableList(Arrays.asList(only.certificate));
    }
}
