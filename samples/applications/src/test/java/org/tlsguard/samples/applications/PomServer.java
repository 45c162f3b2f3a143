package org.tlsguard.samples.applications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.pki.Identity;

/** A repository for Maven, over HTTPS, in which there is one POM. */
final class PomServer implements AutoCloseable {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>shop</groupId>
              <artifactId>parent</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    private final HttpsServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private PomServer(HttpsServer server) {
        this.server = server;
    }

    static PomServer presenting(Identity identity) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(identity)));
            PomServer repository = new PomServer(server);
            server.createContext("/", repository::answer);
            server.start();
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            if (path.equals("/shop/parent/1/parent-1.pom")) {
                byte[] pom = POM.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, pom.length);
                exchange.getResponseBody().write(pom);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static SSLContext context(Identity identity) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(identity.keyStore("PKCS12"), Identity.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
