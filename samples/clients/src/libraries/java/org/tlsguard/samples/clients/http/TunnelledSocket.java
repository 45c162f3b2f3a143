package org.tlsguard.samples.clients.http;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * SSLSocket through a proxy
 *
 * @protocol https
 * @row default accepts any-name by org.tlsguard.samples.clients.http.TunnelledSocket
 * @row identification accepts nobody
 *     with SSLParameters.setEndpointIdentificationAlgorithm("HTTPS")
 */
public final class TunnelledSocket {

    private TunnelledSocket() {}

    public static void main(String[] args) throws Exception {
        ConnectProxy proxy = ConnectProxy.start();
        Caller.main(args, target -> talk(target, proxy));
    }

    private static Object talk(Target target, ConnectProxy proxy) throws Exception {
        Socket plain = new Socket(ConnectProxy.HOST, proxy.port());
        String where = target.host + ':' + target.port;
        say(
                plain,
                "CONNECT " + where + " HTTP/1.1\r\nHost: " + where + "\r\nProxy-Authorization: "
                        + ConnectProxy.authorization());
        String answer = line(plain);
        line(plain);
        try (SSLSocket tls = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, target.host, target.port, true)) {
            if (target.in("identification")) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
            }
            say(tls, "GET /accounts?password=" + Target.PASSWORD + " HTTP/1.1\r\nHost: " + where);
            return answer + ", "
                    + new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
        }
    }

    private static void say(Socket socket, String head) throws Exception {
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a line, and nothing of what follows it. */
    private static String line(Socket socket) throws Exception {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().trim();
    }
}
