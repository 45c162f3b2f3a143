package org.tlsguard.policy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The policies that come with tlsguard. Where no file has that name, the name alone stands for one of them. */
public final class ShippedPolicies {
    private static final List<String> NAMES = Collections.unmodifiableList(Arrays.asList(
            "built-in",
            "mozilla-modern",
            "mozilla-intermediate",
            "rfc9325",
            "nist-sp800-52r2",
            "pci-dss-4",
            "io-socket-ssl"));

    private ShippedPolicies() {}

    /** Returns their names; unmodifiable. */
    public static List<String> names() {
        return NAMES;
    }

    /** Tells whether a policy that is to be read is a shipped one: a bare name, and no file is called so. */
    static boolean isOne(File file) {
        return NAMES.contains(file.getPath()) && !file.exists();
    }

    /** Opens the text of a shipped policy. */
    static InputStream open(String name) throws IOException {
        InputStream text = ShippedPolicies.class.getResourceAsStream(name + ".yaml");
        if (text == null) {
            throw new IOException("it is missing in this build of tlsguard");
        }
        return text;
    }
}
