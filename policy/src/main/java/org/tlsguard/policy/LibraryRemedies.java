package org.tlsguard.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What to set in a library whose own code does not verify, in the words of that library: a table by the class that is at
 * fault, or the package it is in. It decides nothing: who is at fault is found by what happens on a connection, or by what
 * stands in the bytecode, and only then looked up here.
 */
public final class LibraryRemedies {

    private static final String LOAD_AUTHORITY =
            "Load the authority's certificate with loadTrustMaterial(KeyStore, null).";
    private static final String ALONE =
            "It accepts any certificate that stands alone: load the one you mean into a KeyStore instead.";
    private static final String MAIL_TRUST =
            "Remove mail.PROTOCOL.ssl.trust=* and MailSSLSocketFactory.setTrustAllHosts; name the host, or give the JVM a trust"
                    + " store.";
    private static final String MAIL_NAME = "Set mail.PROTOCOL.ssl.checkserveridentity=true for the PROTOCOL in use.";
    private static final String POSTGRESQL = "Set sslmode=verify-full and, for an authority of your own, sslrootcert.";
    private static final String NETTY_NAME =
            "Hand newHandler or newEngine the host, and call setEndpointIdentificationAlgorithm(\"HTTPS\") on the engine's"
                    + " SSLParameters.";

    /** Where one name is the beginning of another, the longer one holds. */
    private static final List<Row> ROWS = Collections.unmodifiableList(Arrays.asList(
            name(
                    "org.apache.http.conn.ssl.NoopHostnameVerifier",
                    "Use DefaultHostnameVerifier, or leave setSSLHostnameVerifier out."),
            name(
                    "org.apache.hc.client5.http.ssl.NoopHostnameVerifier",
                    "Use DefaultHostnameVerifier, or leave the host name verifier out."),
            name(
                    "org.apache.http.conn.ssl.AllowAllHostnameVerifier",
                    "Use DefaultHostnameVerifier (BrowserCompatHostnameVerifier before 4.4)."),
            trust("org.apache.http.conn.ssl.TrustAllStrategy", LOAD_AUTHORITY),
            trust("org.apache.hc.client5.http.ssl.TrustAllStrategy", LOAD_AUTHORITY),
            trust("org.apache.hc.core5.ssl.TrustAllStrategy", LOAD_AUTHORITY),
            trust("org.apache.http.conn.ssl.TrustSelfSignedStrategy", ALONE),
            trust("org.apache.hc.client5.http.ssl.TrustSelfSignedStrategy", ALONE),
            trust("org.apache.http.ssl.SSLContextBuilder", LOAD_AUTHORITY),
            trust("org.apache.http.conn.ssl.SSLContextBuilder", LOAD_AUTHORITY),
            trust("org.apache.hc.core5.ssl.SSLContextBuilder", LOAD_AUTHORITY),
            name(
                    "org.apache.commons.httpclient.",
                    "It has no setting: register a SecureProtocolSocketFactory that checks the name, or move to Apache"
                            + " HttpClient, which does."),
            name(
                    "org.apache.axis.",
                    "It has no setting: set axis.socketSecureFactory to a factory that checks the name."),
            trust(
                    "io.netty.handler.ssl.util.InsecureTrustManagerFactory",
                    "Leave trustManager() out of the SslContextBuilder, or give it the authority's certificate."),
            name("io.netty.", NETTY_NAME),
            trust("com.rabbitmq.client.", "Pass an SSLContext with a trust store to ConnectionFactory.useSslProtocol."),
            name("com.rabbitmq.client.", "Call ConnectionFactory.enableHostnameVerification(), from 5.4 on."),
            trust("org.postgresql.", POSTGRESQL),
            name("org.postgresql.", "Set sslmode=verify-full."),
            trust("com.mysql.", "Set sslMode=VERIFY_IDENTITY, or verifyServerCertificate=true before 8.0.13."),
            name("com.mysql.", "Set sslMode=VERIFY_IDENTITY, from 8.0.13 on."),
            trust("org.mariadb.jdbc.", "Remove trustServerCertificate=true; from 3.0 on set sslMode=verify-full."),
            name(
                    "org.mariadb.jdbc.",
                    "Remove disableSslHostnameVerification=true; from 3.0 on set sslMode=verify-full."),
            trust(
                    "com.microsoft.sqlserver.jdbc.",
                    "Set encrypt=true and trustServerCertificate=false and, for an authority of your own, trustStore."),
            trust("org.apache.commons.net.", "Use TrustManagerUtils.getDefaultTrustManager(KeyStore)."),
            name("org.apache.commons.net.", "Call setEndpointCheckingEnabled(true)."),
            trust(
                    "org.apache.activemq.artemis.",
                    "Leave trustAll=true out of the connector's URL, and name a trustStorePath there."),
            name("org.apache.activemq.artemis.", "Set verifyHost=true in the connector's URL."),
            name(
                    "org.apache.activemq.",
                    "Set socket.verifyHostName=true in the broker's URL, from 5.15.6 on, or leave it out where it is the"
                            + " default."),
            name(
                    "com.ning.http.",
                    "Leave setHostnameVerifier and setAcceptAnyCertificate out of the AsyncHttpClientConfig."),
            trust("com.ning.http.", "Leave setAcceptAnyCertificate(true) out of the AsyncHttpClientConfig."),
            trust(
                    "org.asynchttpclient.",
                    "Leave setUseInsecureTrustManager(true) out; use setSslContext with a trust store."),
            name("org.asynchttpclient.", "Leave setDisableHttpsEndpointIdentificationAlgorithm(true) out."),
            trust("com.unboundid.", "Use TrustStoreTrustManager or PEMFileTrustManager."),
            name(
                    "com.unboundid.",
                    "Call LDAPConnectionOptions.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false))."),
            trust("com.sun.mail.", MAIL_TRUST),
            name("com.sun.mail.", MAIL_NAME),
            trust("org.eclipse.angus.mail.", MAIL_TRUST),
            name("org.eclipse.angus.mail.", MAIL_NAME),
            trust(
                    "io.vertx.core.",
                    "Leave setTrustAll(true) out; use setTrustOptions with the authority's certificate."),
            name(
                    "io.vertx.core.",
                    "Leave setVerifyHost(false) out; of a NetClient setHostnameVerificationAlgorithm(\"HTTPS\")."),
            trust("org.eclipse.jetty.", "Leave SslContextFactory.setTrustAll(true) out; use setTrustStorePath."),
            name("org.eclipse.jetty.", "Leave SslContextFactory.setEndpointIdentificationAlgorithm at \"HTTPS\"."),
            trust(
                    "com.google.api.client.",
                    "Leave doNotValidateCertificate() out; use NetHttpTransport.Builder.trustCertificates(KeyStore)."),
            name("com.google.api.client.", "Leave doNotValidateCertificate() out."),
            name("org.apache.cxf.", "Leave TLSClientParameters.setDisableCNCheck(true) out."),
            trust("org.jboss.resteasy.", "Leave disableTrustManager() out of the ResteasyClientBuilder."),
            name(
                    "org.jboss.resteasy.",
                    "Leave HostnameVerificationPolicy.ANY and disableTrustManager() out of the ResteasyClientBuilder."),
            trust("kong.unirest.", "Leave verifySsl(false) out of Config."),
            name("kong.unirest.", "Leave verifySsl(false) out of Config."),
            trust("io.restassured.", "Leave relaxedHTTPSValidation() out; use SSLConfig.trustStore."),
            trust("io.lettuce.core.", "Leave setVerifyPeer(false) out of the RedisURI; use SslOptions.truststore."),
            name("io.lettuce.core.", "Set the RedisURI's verify mode to SslVerifyMode.FULL."),
            name("com.mongodb.", "Leave SslSettings.Builder.invalidHostNameAllowed(true) out."),
            name("org.apache.zookeeper.", "Leave zookeeper.ssl.hostnameVerification=false out."),
            name(
                    "redis.clients.jedis.",
                    "Give Jedis SSLParameters with setEndpointIdentificationAlgorithm(\"HTTPS\"), or a HostnameVerifier."),
            name("org.apache.kafka.", "Set ssl.endpoint.identification.algorithm=https."),
            name(
                    "org.eclipse.paho.",
                    "Call MqttConnectOptions.setHttpsHostnameVerificationEnabled(true), from 1.2.1 on."),
            name("org.apache.thrift.", "Hand TSocket a socket with endpoint identification set in its SSLParameters."),
            name(
                    "org.glassfish.tyrus.",
                    "Leave SslEngineConfigurator.setHostVerificationEnabled(false) out, and setHostnameVerifier too."),
            name(
                    "com.neovisionaries.ws.",
                    "Take 2.0 or later, and leave WebSocketFactory.setVerifyHostname(false) out."),
            trust("org.apache.maven.wagon.", "Leave -Dmaven.wagon.http.ssl.insecure=true out."),
            name("org.apache.maven.wagon.", "Leave -Dmaven.wagon.http.ssl.allowall=true out."),
            trust(
                    "org.eclipse.aether.transport.",
                    "Leave -Daether.connector.https.securityMode=insecure out, or set it to \"default\"."),
            name(
                    "org.eclipse.aether.transport.",
                    "Leave -Daether.connector.https.securityMode=insecure out, or set it to \"default\".")));

    private LibraryRemedies() {}

    /**
     * Returns what to set, in one sentence.
     *
     * @param className the class that is at fault, by its binary name
     * @return null where no library is known for that class and rule
     */
    public static String of(String className, Rule rule) {
        Row longest = null;
        for (Row row : ROWS) {
            if (row.rule == rule
                    && row.isAbout(className)
                    && (longest == null || row.name.length() > longest.name.length())) {
                longest = row;
            }
        }
        return longest == null ? null : longest.remedy;
    }

    /** Whether a class is of a library that is known here. */
    public static boolean isOfLibrary(String className) {
        for (Row row : ROWS) {
            if (row.isAbout(className)) {
                return true;
            }
        }
        return false;
    }

    private static Row trust(String name, String remedy) {
        return new Row(name, Rule.TRUST, remedy);
    }

    private static Row name(String name, String remedy) {
        return new Row(name, Rule.NAME, remedy);
    }

    private static final class Row {
        final String name;
        final Rule rule;
        final String remedy;

        Row(String name, Rule rule, String remedy) {
            this.name = name;
            this.rule = rule;
            this.remedy = remedy;
        }

        /** Whether that class is this one, inside it, or in this package; or a copy of it that others took into theirs. */
        boolean isAbout(String className) {
            int at = className.indexOf(name);
            int end = at + name.length();
            return (at == 0 || at > 0 && className.charAt(at - 1) == '.')
                    && (name.endsWith(".") || className.length() == end || className.charAt(end) == '$');
        }
    }
}
