package org.tlsguard.samples.tests;

import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.conscrypt.OpenSSLProvider;
import org.tlsguard.samples.sinners.plumbing.OnProvider;

/** The other implementations of JSSE, from Maven Central. */
enum JsseProvider {
    BOUNCY_CASTLE(
            List.of(BouncyCastleProvider.class, BouncyCastleJsseProvider.class),
            List.of(BouncyCastleProvider.class, BouncyCastleJsseProvider.class, PKIStatus.class)),
    CONSCRYPT(List.of(OpenSSLProvider.class), List.of(OpenSSLProvider.class));

    private final List<Class<?>> providers;
    private final List<Class<?>> inJars;

    JsseProvider(List<Class<?>> providers, List<Class<?>> inJars) {
        this.providers = providers;
        this.inJars = inJars;
    }

    /** An application on this provider, which it need not know. */
    Scenario.Draft under(Class<?> application) {
        return Scenario.sample(OnProvider.class)
                .alongside(inJars)
                .with(
                        "application=" + application.getName(),
                        "providers=" + providers.stream().map(Class::getName).collect(Collectors.joining(",")));
    }
}
