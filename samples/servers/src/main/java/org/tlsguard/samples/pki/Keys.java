package org.tlsguard.samples.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** Fresh key pairs. */
final class Keys {

    private Keys() {}

    static KeyPair rsa(int bits) {
        return generate("RSA", bits);
    }

    static KeyPair ec(int bits) {
        return generate("EC", bits);
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
