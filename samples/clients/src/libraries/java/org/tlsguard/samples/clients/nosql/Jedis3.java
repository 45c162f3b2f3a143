package org.tlsguard.samples.clients.nosql;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.YesVerifier;
import redis.clients.jedis.Jedis;

/**
 * Jedis 3
 *
 * @library redis.clients:jedis
 * @versions 3.10.0
 * @protocol raw
 * @row default accepts any-name by redis.clients.*
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row identification accepts nobody
 *     with SSLParameters.setEndpointIdentificationAlgorithm("HTTPS")
 */
public final class Jedis3 {

    private Jedis3() {}

    public static void main(String[] args) {
        Caller.main(args, Jedis3::talk);
    }

    private static Object talk(Target target) throws Exception {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLParameters parameters = new SSLParameters();
        if (target.in("identification")) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        try (Jedis jedis = target.in("default")
                ? new Jedis(target.host, target.port, 5_000, true)
                : new Jedis(target.host, target.port, 5_000, true, factory, parameters, verifier(target))) {
            return jedis.auth(Target.PASSWORD);
        }
    }

    private static HostnameVerifier verifier(Target target) {
        return target.in("verifier") ? new YesVerifier() : null;
    }
}
