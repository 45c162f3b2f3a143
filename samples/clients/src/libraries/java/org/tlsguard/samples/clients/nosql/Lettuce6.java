package org.tlsguard.samples.clients.nosql;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Lettuce 6
 *
 * @library io.lettuce:lettuce-core
 * @versions 6.3.2.RELEASE
 * @protocol raw
 * @row default accepts nobody
 * @row no-verify-peer accepts anybody by io.netty.* io.lettuce.*
 *     with setVerifyPeer(false)
 * @row verify-ca accepts any-name by io.netty.* io.lettuce.*
 *     with setVerifyPeer(SslVerifyMode.CA)
 */
public final class Lettuce6 {

    private Lettuce6() {}

    public static void main(String[] args) {
        Caller.main(args, Lettuce6::talk);
    }

    private static Object talk(Target target) throws Exception {
        RedisURI uri = RedisURI.builder()
                .withHost(target.host)
                .withPort(target.port)
                .withSsl(true)
                .withPassword(Target.PASSWORD.toCharArray())
                .withTimeout(Duration.ofSeconds(3))
                .build();
        if (target.in("no-verify-peer")) {
            uri.setVerifyPeer(false);
        }
        if (target.in("verify-ca")) {
            uri.setVerifyPeer(SslVerifyMode.CA);
        }
        RedisClient client = RedisClient.create(uri);
        try {
            return client.connect();
        } finally {
            client.shutdown(0, 0, TimeUnit.SECONDS);
        }
    }
}
