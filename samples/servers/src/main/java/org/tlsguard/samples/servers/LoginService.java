package org.tlsguard.samples.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The application behind every server: welcomes whoever logs in, by HTTP or line by line. */
final class LoginService {

    private final BufferedReader in;
    private final OutputStream out;

    LoginService(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        this.out = out;
    }

    void serve() throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(" HTTP/")) {
                answerHttp();
                return;
            }
            send(welcome(line));
        }
    }

    private void answerHttp() throws IOException {
        int length = 0;
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            body.append((char) c);
        }
        String answer = welcome(body.toString());
        send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: " + answer.length()
                + "\r\n\r\n" + answer);
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String welcome(String data) {
        return Credentials.in(data).stream()
                        .findFirst()
                        .map(who -> "welcome " + who.user())
                        .orElse("who are you?")
                + "\n";
    }
}
