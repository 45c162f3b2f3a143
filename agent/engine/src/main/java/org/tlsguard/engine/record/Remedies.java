package org.tlsguard.engine.record;

import java.util.List;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;

/**
 * What to do about a finding: what the catalogue says, and, where the code of a known library decided or was told to, which of
 * its settings that is. No verdict rests on this.
 */
final class Remedies {

    /** About trust: there is no setting of the library. About names: it is the same one. */
    private static final String SAME = null;

    /** A part of the class's name, shaded copies included; the library; what to set about trust; what about names. */
    private static final String[][] LIBRARIES = {
        {
            "org.apache.commons.net.",
            "Commons Net",
            "setTrustManager(TrustManagerUtils.getDefaultTrustManager(keyStore))",
            "setEndpointCheckingEnabled(true)"
        },
        {
            "org.apache.http.",
            "Apache HttpClient 4",
            "SSLContexts.custom().loadTrustMaterial(keyStore, null) with the authority's certificate, or the default",
            "leave setSSLHostnameVerifier (before 4.4: setHostnameVerifier) out"
        },
        {
            "org.apache.hc.",
            "Apache HttpClient 5",
            "SSLContexts.custom().loadTrustMaterial(keyStore, null) with the authority's certificate, or the default",
            "leave setHostnameVerifier out"
        },
        {
            "org.apache.commons.httpclient.",
            "Commons HttpClient 3",
            "leave out the Protocol that was registered for https",
            "it has no setting; its successor, Apache HttpClient, checks the name"
        },
        {
            "org.apache.axis.",
            "Axis 1",
            "leave axis.socketSecureFactory out",
            "it has no setting; Apache CXF checks the name"
        },
        {
            "org.apache.cxf.",
            "CXF",
            "give TLSClientParameters the trust managers of a trust store",
            "setDisableCNCheck(false), and no HostnameVerifier"
        },
        {
            "okhttp3.",
            "OkHttp",
            "leave sslSocketFactory out, or build it by HandshakeCertificates with addTrustedCertificate",
            "leave hostnameVerifier out"
        },
        {"com.squareup.okhttp.", "OkHttp 2", "leave setSslSocketFactory out", "leave setHostnameVerifier out"},
        {
            "io.netty.handler.ssl.",
            "Netty",
            "leave trustManager(InsecureTrustManagerFactory.INSTANCE) out of the SslContextBuilder, or give it the"
                    + " authority's certificate",
            "newHandler(alloc, host, port), and setEndpointIdentificationAlgorithm(\"HTTPS\") in its engine's"
                    + " SSLParameters"
        },
        {
            "io.vertx.",
            "Vert.x",
            "setTrustAll(false), and setTrustOptions with the authority's certificate",
            "setVerifyHost(true) or setHostnameVerificationAlgorithm(\"HTTPS\")"
        },
        {
            "org.asynchttpclient.",
            "AsyncHttpClient",
            "setUseInsecureTrustManager(false)",
            "setDisableHttpsEndpointIdentificationAlgorithm(false)"
        },
        {"com.ning.http.", "AsyncHttpClient 1", "setAcceptAnyCertificate(false)", "leave setHostnameVerifier out"},
        {
            "org.eclipse.jetty.",
            "Jetty",
            "setTrustAll(false) and, for an authority of your own, setTrustStorePath",
            "setEndpointIdentificationAlgorithm(\"HTTPS\")"
        },
        {"com.google.api.client.", "Google HTTP client", "leave doNotValidateCertificate() out", SAME},
        {
            "io.restassured.",
            "REST Assured",
            "leave relaxedHTTPSValidation() out; trustStore(path, password) for an authority of your own",
            "leave allowAllHostnames() and relaxedHTTPSValidation() out"
        },
        {"kong.unirest.", "Unirest", "verifySsl(true)", SAME},
        {
            "org.glassfish.jersey.",
            "Jersey",
            "ClientBuilder.trustStore(keyStore) with the authority's certificate",
            "leave ClientBuilder.hostnameVerifier out"
        },
        {
            "org.jboss.resteasy.",
            "RESTEasy",
            "leave disableTrustManager() out of the ResteasyClientBuilder",
            "hostnameVerification(HostnameVerificationPolicy.WILDCARD)"
        },
        {"com.mysql.", "MySQL Connector/J", "sslMode=VERIFY_IDENTITY in the URL", SAME},
        {
            "org.postgresql.",
            "PostgreSQL JDBC",
            "sslmode=verify-full in the URL and, for an authority of your own, sslrootcert",
            SAME
        },
        {
            "org.mariadb.",
            "MariaDB Connector/J",
            "sslMode=verify-full (before 3.0: trustServerCertificate=false) in the URL",
            "sslMode=verify-full (before 3.0: disableSslHostnameVerification=false) in the URL"
        },
        {
            "com.microsoft.sqlserver.",
            "SQL Server JDBC",
            "encrypt=true;trustServerCertificate=false in the URL",
            "encrypt=true;trustServerCertificate=false in the URL, with the right name in hostNameInCertificate"
        },
        {
            "com.sun.mail.",
            "JavaMail",
            "leave setTrustAllHosts(true) and mail.PROTOCOL.ssl.trust=* out",
            "mail.PROTOCOL.ssl.checkserveridentity=true"
        },
        {"org.apache.commons.mail.", "Commons Email", SAME, "setSSLCheckServerIdentity(true)"},
        {
            "com.unboundid.",
            "UnboundID LDAP SDK",
            "TrustStoreTrustManager or PEMFileTrustManager in place of TrustAllTrustManager",
            "setSSLSocketVerifier(new HostNameSSLSocketVerifier(false))"
        },
        {"org.apache.activemq.artemis.", "Artemis", "leave trustAll=true out of the URL", "verifyHost=true in the URL"},
        {"org.apache.activemq.", "ActiveMQ", SAME, "socket.verifyHostName=true in the URL of the broker"},
        {"org.apache.kafka.", "Kafka", SAME, "ssl.endpoint.identification.algorithm=https"},
        {
            "com.rabbitmq.",
            "RabbitMQ client",
            "useSslProtocol(SSLContext) with the context of a trust store",
            "enableHostnameVerification()"
        },
        {"org.eclipse.paho.", "Paho", SAME, "setHttpsHostnameVerificationEnabled(true), from 1.2.5 on"},
        {
            "redis.clients.",
            "Jedis",
            SAME,
            "setEndpointIdentificationAlgorithm(\"HTTPS\") in the SSLParameters that it is given"
        },
        {"io.lettuce.", "Lettuce", "withVerifyPeer(SslVerifyMode.FULL)", "withVerifyPeer(SslVerifyMode.FULL)"},
        {
            "com.mongodb.",
            "MongoDB driver",
            "leave tlsInsecure=true out",
            "leave tlsInsecure=true, tlsAllowInvalidHostnames=true and invalidHostNameAllowed(true) out"
        },
    };

    private Remedies() {}

    /**
     * In a sentence or two.
     *
     * @param className the code at fault; null when unknown
     * @param stack the frames that installed or called it, the innermost first
     */
    static String of(Rule rule, Cause cause, String className, List<String> stack) {
        String general = Catalogue.remedy(rule, cause);
        if (rule != Rule.TRUST && rule != Rule.NAME || cause == Cause.PIN_MISMATCH || cause == Cause.DISTRUSTED) {
            return general;
        }
        String own = setting(rule, className);
        for (int i = 0; own == null && i < stack.size(); i++) {
            own = setting(rule, stack.get(i));
        }
        return own == null ? general : general + " " + own;
    }

    /** Null where the code is of no library known, or that has no such setting. */
    private static String setting(Rule rule, String code) {
        for (String[] each : LIBRARIES) {
            if (code != null && isWithin(code, each[0])) {
                String trust = each[2];
                String name = each[3] == SAME ? trust : each[3];
                String setting = rule == Rule.TRUST ? trust : name;
                return setting == null ? null : "In " + each[1] + ": " + setting + ".";
            }
        }
        return null;
    }

    private static boolean isWithin(String code, String packagePrefix) {
        int at = code.indexOf(packagePrefix);
        return at == 0 || at > 0 && code.charAt(at - 1) == '.';
    }
}
