package org.tlsguard.samples.clients.plumbing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A proxy on the loopback address that lets those through who say its password, by CONNECT, to whatever port they want. */
public final class ConnectProxy {

    public static final String HOST = "127.0.0.1";
    public static final String USER = "proxy-user";
    public static final String PASSWORD = "proxy-password";

    private static final String CREDENTIALS =
            Base64.getEncoder().encodeToString((USER + ':' + PASSWORD).getBytes(StandardCharsets.US_ASCII));

    private final ServerSocket listener;

    private ConnectProxy(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts one, which lives as long as the JVM. */
    public static ConnectProxy start() throws IOException {
        ConnectProxy proxy = new ConnectProxy(new ServerSocket(0, 50, InetAddress.getByName(HOST)));
        proxy.inBackground(proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The proxy as the JDK's clients are told of one. */
    public Proxy address() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(HOST, port()));
    }

    /** Has the JDK's clients say the password, in the one way that they do not say it by themselves any more. */
    public static Authenticator authenticator() {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(USER, PASSWORD.toCharArray());
            }
        };
    }

    /** What a client says that speaks to the proxy itself. */
    public static String authorization() {
        return "Basic " + CREDENTIALS;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (Socket open = client) {
            String request = head(open.getInputStream());
            while (!request.contains(CREDENTIALS)) {
                if (request.isEmpty()) {
                    return;
                }
                say(
                        open,
                        "407 Authentication Required\r\nProxy-Authenticate: Basic realm=\"shop\"\r\nContent-Length: 0");
                request = head(open.getInputStream());
            }
            String target = request.split(" ")[1];
            int colon = target.lastIndexOf(':');
            try (Socket server = new Socket(
                    target.substring(0, colon).toLowerCase(Locale.ROOT),
                    Integer.parseInt(target.substring(colon + 1)))) {
                say(open, "200 Connected");
                inBackground(() -> pass(server, open));
                pass(open, server);
            }
        }
    }

    /** A request up to the empty line; empty when there is none. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            text = new String(head.toByteArray(), StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pass(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8192];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            out.write(buffer, 0, length);
        }
        to.shutdownOutput();
    }

    private void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException hungUp) {
                // Whoever is left finds out by reading.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException;
    }
}
