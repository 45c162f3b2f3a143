package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Copies a key store that holds certificates only. Some managers put whomever they meet first into theirs; a copy shows
 * what they would have done had somebody else been first.
 */
final class StoreCopy {

    /** The types that live in memory: a change of others may reach a token or the operating system. */
    private static final Set<String> IN_MEMORY = new HashSet<>(Arrays.asList("JKS", "CASEEXACTJKS", "JCEKS", "PKCS12"));

    private static final int LARGEST = 4_096;

    private StoreCopy() {}

    /** A copy; the very same where it holds keys, is not loaded, or is not the JDK's own. */
    static KeyStore of(KeyStore original) {
        if (!ProbeCopy.isJdk(original.getProvider().getClass())
                || !IN_MEMORY.contains(original.getType().toUpperCase(Locale.ROOT))) {
            return original;
        }
        try {
            return original.size() > LARGEST ? original : copy(original);
        } catch (GeneralSecurityException | IOException notLoaded) {
            return original;
        }
    }

    private static KeyStore copy(KeyStore original) throws GeneralSecurityException, IOException {
        KeyStore copy = KeyStore.getInstance(original.getType(), original.getProvider());
        copy.load(null, null);
        for (String alias : Collections.list(original.aliases())) {
            if (!original.isCertificateEntry(alias)) {
                return original;
            }
            copy.setCertificateEntry(alias, original.getCertificate(alias));
        }
        return copy;
    }
}
