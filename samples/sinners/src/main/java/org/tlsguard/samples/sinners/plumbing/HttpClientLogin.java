package org.tlsguard.samples.sinners.plumbing;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import javax.net.ssl.SSLContext;

/** Logs in with {@code java.net.http}, by reflection: these samples are compiled for Java 8, which has no such package. */
final class HttpClientLogin {

    private static final String PACKAGE = "java.net.http.";

    private HttpClientLogin() {}

    static String login(Peer peer, SSLContext context) throws Exception {
        URI uri = new URI("https", null, peer.host, peer.port, "/login", null, null);
        Object body = call(type("HttpRequest$BodyPublishers"), null, "ofString", String.class, Login.FORM);
        Object request = call(type("HttpRequest"), null, "newBuilder", URI.class, uri);
        request = call(type("HttpRequest$Builder"), request, "POST", type("HttpRequest$BodyPublisher"), body);
        request = type("HttpRequest$Builder").getMethod("build").invoke(request);

        Object client = type("HttpClient").getMethod("newBuilder").invoke(null);
        client = call(type("HttpClient$Builder"), client, "sslContext", SSLContext.class, context);
        client = type("HttpClient$Builder").getMethod("build").invoke(client);

        Object handler = type("HttpResponse$BodyHandlers").getMethod("ofString").invoke(null);
        try {
            Object response = type("HttpClient")
                    .getMethod("send", type("HttpRequest"), type("HttpResponse$BodyHandler"))
                    .invoke(client, request, handler);
            return type("HttpResponse")
                    .getMethod("body")
                    .invoke(response)
                    .toString()
                    .trim();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    private static Object call(Class<?> owner, Object target, String method, Class<?> parameter, Object argument)
            throws ReflectiveOperationException {
        return owner.getMethod(method, parameter).invoke(target, argument);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }
}
