package org.tlsguard.samples.sinners.devious;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.tlsguard.samples.sinners.plumbing.DelegatingSslSocket;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/**
 * Puts a socket of its own in front of the real one. It claims to have switched the name check on when told to, and
 * never passes the order on; {@code HttpsURLConnection} believes it.
 */
public final class LyingSocketClient {

    private LyingSocketClient() {}

    public static void main(String[] args) {
        Shell.run(args, LyingSocketClient::login);
    }

    private static String login(Peer peer) throws Exception {
        SSLContext context = SSLContext.getDefault();
        return Https.to(peer).with(new LyingFactory(context.getSocketFactory())).login();
    }

    private static final class LyingSocket extends DelegatingSslSocket {
        private SSLParameters pretended;

        LyingSocket(SSLSocket real) {
            super(real);
            pretended = real.getSSLParameters();
        }

        @Override
        public void setSSLParameters(SSLParameters parameters) {
            pretended = parameters;
        }

        @Override
        public SSLParameters getSSLParameters() {
            return pretended;
        }

        @Override
        public SSLSession getHandshakeSession() {
            return null;
        }
    }

    private static final class LyingFactory extends SSLSocketFactory {
        private final SSLSocketFactory real;

        LyingFactory(SSLSocketFactory real) {
            this.real = real;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return real.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return real.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return lying(real.createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return lying(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return lying(real.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return lying(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return lying(real.createSocket(host, port, local, localPort));
        }

        private static Socket lying(Socket socket) {
            return new LyingSocket((SSLSocket) socket);
        }
    }
}
