package org.tlsguard.samples.clients.file;

import org.apache.commons.net.ftp.FTPSClient;
import org.apache.commons.net.util.TrustManagerUtils;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Commons Net, FTPS
 *
 * @library commons-net:commons-net
 * @versions 3.6 3.13.0
 * @protocol ftp
 * @row default accepts anybody but expired not-yet-valid by org.apache.commons.net.*
 * @row accept-all accepts anybody by org.apache.commons.net.*
 *     with setTrustManager(TrustManagerUtils.getAcceptAllTrustManager())
 * @row jvm-trust accepts any-name by org.apache.commons.net.*
 *     with setTrustManager(TrustManagerUtils.getDefaultTrustManager(null))
 * @row identification accepts nobody
 *     with setTrustManager(TrustManagerUtils.getDefaultTrustManager(null)) and setEndpointCheckingEnabled(true)
 */
public final class CommonsNetFtps {

    private CommonsNetFtps() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsNetFtps::talk);
    }

    private static Object talk(Target target) throws Exception {
        FTPSClient client = new FTPSClient(false);
        client.setDefaultTimeout(30_000);
        if (target.in("accept-all")) {
            client.setTrustManager(TrustManagerUtils.getAcceptAllTrustManager());
        }
        if (target.in("jvm-trust", "identification")) {
            client.setTrustManager(TrustManagerUtils.getDefaultTrustManager(null));
        }
        client.setEndpointCheckingEnabled(target.in("identification"));
        client.connect(target.host, target.port);
        return client.login(Target.USER, Target.PASSWORD);
    }
}
