package org.tlsguard.samples.clients.plumbing;

import java.util.Arrays;

/** Whom to dial, and how. */
public final class Target {

    /** Nobody's, but a secret all the same. */
    public static final String USER = "alice";

    public static final String PASSWORD = "sesame";

    public final String host;
    public final int port;
    private final String row;

    Target(String row, String host, int port) {
        this.row = row;
        this.host = host;
        this.port = port;
    }

    /** Whether the client is to be configured as in one of these rows. */
    public boolean in(String... rows) {
        return Arrays.asList(rows).contains(row);
    }

    /** The target as a URL of that scheme, with a path. */
    public String url(String scheme) {
        return scheme + "://" + host + ':' + port + "/accounts?password=" + PASSWORD;
    }

    /** The target as a URL of HTTPS. */
    public String url() {
        return url("https");
    }
}
