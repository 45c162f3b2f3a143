package org.tlsguard.samples.clients.http;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Google HTTP client
 *
 * @library com.google.http-client:google-http-client
 * @versions 1.43.3
 * @protocol https
 * @row default accepts nobody
 * @row do-not-validate accepts anybody by com.google.api.client.*
 *     with doNotValidateCertificate()
 */
public final class GoogleHttpClient {

    private GoogleHttpClient() {}

    public static void main(String[] args) {
        Caller.main(args, GoogleHttpClient::talk);
    }

    private static Object talk(Target target) throws Exception {
        NetHttpTransport.Builder transport = new NetHttpTransport.Builder();
        if (target.in("do-not-validate")) {
            transport.doNotValidateCertificate();
        }
        return transport
                .build()
                .createRequestFactory()
                .buildGetRequest(new GenericUrl(target.url()))
                .execute()
                .getStatusCode();
    }
}
