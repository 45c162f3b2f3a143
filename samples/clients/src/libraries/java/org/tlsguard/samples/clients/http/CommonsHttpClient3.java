package org.tlsguard.samples.clients.http;

import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.GetMethod;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Commons HttpClient 3
 *
 * @library commons-httpclient:commons-httpclient
 * @versions 3.1
 * @protocol https
 * @row default accepts any-name by org.apache.commons.httpclient.*
 * @remedy It has no setting. Its successor, Apache HttpClient, checks the name.
 */
public final class CommonsHttpClient3 {

    private CommonsHttpClient3() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsHttpClient3::talk);
    }

    private static Object talk(Target target) throws Exception {
        return new HttpClient().executeMethod(new GetMethod(target.url()));
    }
}
