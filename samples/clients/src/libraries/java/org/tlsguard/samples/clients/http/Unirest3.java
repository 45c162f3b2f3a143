package org.tlsguard.samples.clients.http;

import kong.unirest.Unirest;
import kong.unirest.UnirestInstance;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Unirest 3
 *
 * @library com.konghq:unirest-java
 * @versions 3.14.5
 * @protocol https
 * @row default accepts nobody
 * @row no-verify-ssl accepts anybody by kong.unirest.* org.apache.http.*
 *     with verifySsl(false)
 */
public final class Unirest3 {

    private Unirest3() {}

    public static void main(String[] args) {
        Caller.main(args, Unirest3::talk);
    }

    private static Object talk(Target target) throws Exception {
        try (UnirestInstance unirest = Unirest.spawnInstance()) {
            unirest.config().verifySsl(!target.in("no-verify-ssl"));
            return unirest.get(target.url()).asString().getStatus();
        }
    }
}
