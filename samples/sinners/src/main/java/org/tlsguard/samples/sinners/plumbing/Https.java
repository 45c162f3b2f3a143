package org.tlsguard.samples.sinners.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Logs in by a form, with {@link HttpsURLConnection}. */
public final class Https {

    private final HttpsURLConnection connection;

    private Https(Peer peer) throws IOException {
        connection = (HttpsURLConnection) new URL("https", peer.host, peer.port, "/login").openConnection();
        connection.setConnectTimeout(peer.timeoutMillis());
        connection.setReadTimeout(peer.timeoutMillis());
    }

    public static Https to(Peer peer) throws IOException {
        return new Https(peer);
    }

    public Https with(SSLSocketFactory factory) {
        connection.setSSLSocketFactory(factory);
        return this;
    }

    public Https with(HostnameVerifier verifier) {
        connection.setHostnameVerifier(verifier);
        return this;
    }

    public String login() throws IOException {
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(Login.FORM.getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream in = connection.getInputStream()) {
            return Login.line(in);
        }
    }
}
