package org.tlsguard.samples.clients.http;

import io.restassured.RestAssured;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * REST Assured 4
 *
 * @library io.rest-assured:rest-assured
 * @versions 4.5.1
 * @protocol https
 * @row default accepts nobody
 * @row relaxed accepts anybody by io.restassured.* org.apache.http.conn.ssl.*
 *     with relaxedHTTPSValidation()
 * @row all-hosts accepts any-name by org.apache.http.conn.ssl.*
 *     with SSLConfig.allowAllHostnames()
 */
public final class RestAssured4 {

    private RestAssured4() {}

    public static void main(String[] args) {
        Caller.main(args, RestAssured4::talk);
    }

    private static Object talk(Target target) throws Exception {
        RequestSpecification request = RestAssured.given();
        if (target.in("relaxed")) {
            request.relaxedHTTPSValidation();
        }
        if (target.in("all-hosts")) {
            request.config(RestAssured.config().sslConfig(SSLConfig.sslConfig().allowAllHostnames()));
        }
        return request.get(target.url()).statusCode();
    }
}
