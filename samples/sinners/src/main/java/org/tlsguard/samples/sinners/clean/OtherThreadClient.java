package org.tlsguard.samples.sinners.clean;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies on a thread of its own and waits for the answer. */
public final class OtherThreadClient {

    private OtherThreadClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier()
                        .login(peer, Tls.trusting(new OnOtherThread(Tls.managerFor(Tls.store(peer.option("store")))))));
    }

    private static final class OnOtherThread extends ClientTrustManager {
        private final X509TrustManager real;

        OnOtherThread(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            ExecutorService verifier = Executors.newSingleThreadExecutor();
            try {
                Callable<Void> check = () -> {
                    real.checkServerTrusted(chain, authType);
                    return null;
                };
                verifier.submit(check).get();
            } catch (ExecutionException | InterruptedException e) {
                throw new CertificateException(e);
            } finally {
                verifier.shutdown();
            }
        }
    }
}
