package org.tlsguard.scan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.LibraryRemedies;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;

/**
 * How libraries, drivers and the JDK let an application switch verification off or allow what is weak: a table. Each
 * row says what to look for, what it does, and what to write instead in the library's own terms.
 */
final class KnownSwitches {

    /** What a row looks for in the argument of a call, or in the value of a property. */
    interface Test {
        /** Whether this constant weakens; the constant is an Integer, a String, or {@link Fact#NULL}. */
        boolean weakens(Object constant);
    }

    /** A row. Immutable. */
    static final class Row {
        final String owner;
        final String member;
        final int argument;
        final Test test;
        final Rule rule;
        final Cause cause;
        final String does;
        final String instead;

        Row(String owner, String member, int argument, Test test, Rule rule, Cause cause, String does, String instead) {
            this.owner = owner;
            this.member = member;
            this.argument = argument;
            this.test = test;
            this.rule = rule;
            this.cause = cause;
            this.does = does;
            this.instead = instead;
        }
    }

    static final Test TRUE = constant -> Integer.valueOf(1).equals(constant) || isText(constant, "true");
    static final Test FALSE = constant -> Integer.valueOf(0).equals(constant) || isText(constant, "false");
    static final Test NOTHING = constant -> constant == Fact.NULL || isText(constant, "");
    static final Test ANY = constant -> true;
    static final Test STAR = constant -> isText(constant, "*");

    /** What every JDK of today disables; a list without one of them is weaker than what it replaces. */
    private static final String[] FLOOR = {"SSLv3", "TLSv1", "TLSv1.1", "RC4", "DES", "3DES_EDE_CBC", "anon", "NULL"};

    private static final String[] CHAIN_FLOOR = {"MD2", "MD5"};

    private static final PeerPolicy BASELINE = Policy.builtIn().forPeer(Peer.of(Role.SERVER, null, -1));

    /** Names of versions and suites that the built-in policy forbids, alone or in a list. */
    static final Test WEAK_VERSION = constant -> constant instanceof String && hasWeak((String) constant, true);

    static final Test WEAK_SUITE = constant -> constant instanceof String && hasWeak((String) constant, false);

    /** Methods by which a check is switched off, by the class that declares them or one below it. */
    static final List<Row> CALLS = Collections.unmodifiableList(Arrays.asList(
            name(
                    "javax/net/ssl/SSLParameters",
                    "setEndpointIdentificationAlgorithm",
                    0,
                    NOTHING,
                    "switches the name check of the JDK off",
                    "Pass \"HTTPS\" (or \"LDAPS\") to setEndpointIdentificationAlgorithm."),
            protocol("javax/net/ssl/SSLContext", "getInstance", "Ask for SSLContext.getInstance(\"TLS\")."),
            protocol("javax/net/ssl/SSLSocket", "setEnabledProtocols", "Leave the versions to the JDK."),
            protocol("javax/net/ssl/SSLServerSocket", "setEnabledProtocols", "Leave the versions to the JDK."),
            protocol("javax/net/ssl/SSLEngine", "setEnabledProtocols", "Leave the versions to the JDK."),
            protocol("javax/net/ssl/SSLParameters", "setProtocols", "Leave the versions to the JDK."),
            protocol("javax/net/ssl/SSLParameters", "<init>", 1, "Leave the versions to the JDK."),
            protocol("io/netty/handler/ssl/SslContextBuilder", "protocols", "Leave the versions to Netty."),
            cipher("javax/net/ssl/SSLSocket", "setEnabledCipherSuites", "Leave the suites to the JDK."),
            cipher("javax/net/ssl/SSLServerSocket", "setEnabledCipherSuites", "Leave the suites to the JDK."),
            cipher("javax/net/ssl/SSLEngine", "setEnabledCipherSuites", "Leave the suites to the JDK."),
            cipher("javax/net/ssl/SSLParameters", "setCipherSuites", "Leave the suites to the JDK."),
            cipher("javax/net/ssl/SSLParameters", "<init>", "Leave the suites to the JDK."),
            name(
                    "org/springframework/ldap/core/support/DefaultTlsDirContextAuthenticationStrategy",
                    "setHostnameVerifier",
                    0,
                    constant -> constant == Fact.NULL,
                    "sets no host name verifier",
                    "Leave the host name verifier alone.")));

    /** Classes and constants that stand for "no verification". */
    static final List<Row> OFF = Collections.unmodifiableList(Arrays.asList(
            off("org/apache/http/conn/ssl/NoopHostnameVerifier", Rule.NAME),
            off("org/apache/hc/client5/http/ssl/NoopHostnameVerifier", Rule.NAME),
            off("org/apache/http/conn/ssl/AllowAllHostnameVerifier", Rule.NAME),
            off("org/apache/http/conn/ssl/TrustAllStrategy", Rule.TRUST),
            off("org/apache/hc/client5/http/ssl/TrustAllStrategy", Rule.TRUST),
            off("org/apache/hc/core5/ssl/TrustAllStrategy", Rule.TRUST),
            off("org/apache/http/conn/ssl/TrustSelfSignedStrategy", Rule.TRUST),
            off("org/apache/hc/client5/http/ssl/TrustSelfSignedStrategy", Rule.TRUST),
            off("io/netty/handler/ssl/util/InsecureTrustManagerFactory", Rule.TRUST),
            off("com/rabbitmq/client/TrustEverythingTrustManager", Rule.TRUST),
            off("org/postgresql/ssl/NonValidatingFactory", Rule.TRUST),
            off("org/postgresql/ssl/jdbc4/LibPQFactory$NonValidatingTM", Rule.TRUST),
            off("org/apache/commons/net/util/TrustManagerUtils$TrustManager", Rule.TRUST),
            off("org/apache/activemq/artemis/core/remoting/impl/ssl/TrustAllFactory", Rule.TRUST),
            off("com/ning/http/util/AllowAllHostnameVerifier", Rule.NAME),
            off("com/unboundid/util/ssl/TrustAllTrustManager", Rule.TRUST)));

    /** Setters of one truth. */
    static final List<Row> SETTERS = Collections.unmodifiableList(Arrays.asList(
            trust(
                    "com/sun/mail/util/MailSSLSocketFactory",
                    "setTrustAllHosts",
                    0,
                    TRUE,
                    "makes JavaMail trust anyone",
                    "Remove it; give a trust store to the JVM, or name the host with setTrustedHosts."),
            trust(
                    "io/vertx/core/net/TCPSSLOptions",
                    "setTrustAll",
                    0,
                    TRUE,
                    "makes Vert.x trust anyone",
                    "Use setTrustOptions with the authority's certificate."),
            trust(
                    "io/vertx/core/net/ClientOptionsBase",
                    "setTrustAll",
                    0,
                    TRUE,
                    "makes Vert.x trust anyone",
                    "Use setTrustOptions with the authority's certificate."),
            trust(
                    "io/vertx/core/http/HttpClientOptions",
                    "setTrustAll",
                    0,
                    TRUE,
                    "makes Vert.x trust anyone",
                    "Use setTrustOptions with the authority's certificate."),
            name(
                    "io/vertx/core/http/HttpClientOptions",
                    "setVerifyHost",
                    0,
                    FALSE,
                    "switches the name check of Vert.x off",
                    "Remove setVerifyHost(false)."),
            trust(
                    "org/eclipse/jetty/util/ssl/SslContextFactory",
                    "setTrustAll",
                    0,
                    TRUE,
                    "makes Jetty's client trust anyone",
                    "Use setTrustStorePath."),
            trust(
                    "org/eclipse/jetty/util/ssl/SslContextFactory",
                    "<init>",
                    0,
                    TRUE,
                    "makes Jetty's client trust anyone",
                    "Use new SslContextFactory.Client() and setTrustStorePath."),
            trust(
                    "org/eclipse/jetty/util/ssl/SslContextFactory$Client",
                    "<init>",
                    0,
                    TRUE,
                    "makes Jetty's client trust anyone",
                    "Use new SslContextFactory.Client() and setTrustStorePath."),
            name(
                    "org/eclipse/jetty/util/ssl/SslContextFactory",
                    "setEndpointIdentificationAlgorithm",
                    0,
                    NOTHING,
                    "switches the name check of Jetty's client off",
                    "Leave it at \"HTTPS\"; a server's factory is SslContextFactory.Server."),
            trust(
                    "org/asynchttpclient/DefaultAsyncHttpClientConfig$Builder",
                    "setUseInsecureTrustManager",
                    0,
                    TRUE,
                    "makes AsyncHttpClient trust anyone",
                    "Use setSslContext with a trust store."),
            name(
                    "org/asynchttpclient/DefaultAsyncHttpClientConfig$Builder",
                    "setDisableHttpsEndpointIdentificationAlgorithm",
                    0,
                    TRUE,
                    "switches the name check of AsyncHttpClient off",
                    "Remove it."),
            name(
                    "org/apache/cxf/configuration/jsse/TLSClientParameters",
                    "setDisableCNCheck",
                    0,
                    TRUE,
                    "switches the name check of CXF off",
                    "Remove disableCNCheck."),
            name(
                    "com/mongodb/connection/SslSettings$Builder",
                    "invalidHostNameAllowed",
                    0,
                    TRUE,
                    "switches the name check of the MongoDB driver off",
                    "Remove invalidHostNameAllowed(true)."),
            name(
                    "org/apache/commons/net/ftp/FTPSClient",
                    "setEndpointCheckingEnabled",
                    0,
                    FALSE,
                    "switches the name check of FTPS off",
                    "Call setEndpointCheckingEnabled(true).")));

    /** Calls that ask for TLS and leave the name unchecked unless another call is made on the same object. */
    static final List<Companion> COMPANIONS = Collections.unmodifiableList(Arrays.asList(
            new Companion(
                    "org/apache/commons/mail/Email",
                    new String[] {"setSSLOnConnect", "setSSL", "setStartTLSEnabled", "setTLS", "setStartTLSRequired"},
                    "setSSLCheckServerIdentity"),
            new Companion(
                    "org/apache/commons/mail2/core/EmailBase",
                    new String[] {"setSSLOnConnect", "setStartTLSEnabled", "setStartTLSRequired"},
                    "setSSLCheckServerIdentity")));

    /** A call that needs another. */
    static final class Companion {
        final String owner;
        final List<String> calls;
        final String needs;

        Companion(String owner, String[] calls, String needs) {
            this.owner = owner;
            this.calls = Arrays.asList(calls);
            this.needs = needs;
        }
    }

    /** Properties of the JVM, of libraries, drivers and frameworks; as far as a key ends like this. */
    static final List<Row> PROPERTIES = Collections.unmodifiableList(Arrays.asList(
            property(
                    "jdk.internal.httpclient.disableHostnameVerification",
                    constant -> TRUE.weakens(constant) || isText(constant, ""),
                    Rule.NAME,
                    "switches the name check of java.net.http off",
                    "Remove the property."),
            property(
                    "com.sun.jndi.ldap.object.disableEndpointIdentification",
                    TRUE,
                    Rule.NAME,
                    "switches the name check of LDAP off",
                    "Remove the property."),
            property(
                    "jdk.rmi.ssl.client.enableEndpointIdentification",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of RMI off",
                    "Remove the property."),
            property(
                    "jdk.tls.allowUnsafeServerCertChange",
                    TRUE,
                    Rule.CONFIGURATION,
                    "lets a server change its certificate in a renegotiation",
                    "Remove the property."),
            property(
                    "jdk.tls.trustNameService",
                    TRUE,
                    Rule.CONFIGURATION,
                    "believes the name service who the peer is",
                    "Remove the property."),
            property(
                    "sun.security.ssl.allowUnsafeRenegotiation",
                    TRUE,
                    Rule.CONFIGURATION,
                    "allows renegotiation that an attacker can splice into",
                    "Remove the property."),
            property(
                    "jdk.security.allowNonCaAnchor",
                    TRUE,
                    Rule.CONFIGURATION,
                    "lets anchors issue that are no authorities",
                    "Remove the property."),
            property(
                    "jdk.tls.useExtendedMasterSecret",
                    FALSE,
                    Rule.CONFIGURATION,
                    "switches the extended master secret off",
                    "Remove the property."),
            property(
                    "jdk.tls.disabledAlgorithms",
                    constant -> lacks(constant, FLOOR),
                    Rule.CONFIGURATION,
                    "enables what the JDK disables",
                    "Leave jdk.tls.disabledAlgorithms as the JDK ships it."),
            property(
                    "jdk.certpath.disabledAlgorithms",
                    constant -> lacks(constant, CHAIN_FLOOR),
                    Rule.CONFIGURATION,
                    "accepts signatures and keys that the JDK refuses",
                    "Leave jdk.certpath.disabledAlgorithms as the JDK ships it."),
            property(
                    "jdk.tls.client.protocols",
                    WEAK_VERSION,
                    Rule.PROTOCOL,
                    "enables weak versions",
                    "Remove the property."),
            property(
                    "jdk.tls.server.protocols",
                    WEAK_VERSION,
                    Rule.PROTOCOL,
                    "enables weak versions",
                    "Remove the property."),
            property("https.protocols", WEAK_VERSION, Rule.PROTOCOL, "enables weak versions", "Remove the property."),
            property(
                    "jdk.tls.client.cipherSuites",
                    WEAK_SUITE,
                    Rule.CIPHER,
                    "enables weak suites",
                    "Remove the property."),
            property(
                    "jdk.tls.server.cipherSuites",
                    WEAK_SUITE,
                    Rule.CIPHER,
                    "enables weak suites",
                    "Remove the property."),
            property("https.cipherSuites", WEAK_SUITE, Rule.CIPHER, "enables weak suites", "Remove the property."),
            property(
                    "mail.smtp.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.smtps.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.imap.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.imaps.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.pop3.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.pop3s.ssl.trust",
                    STAR,
                    Rule.TRUST,
                    "makes JavaMail trust anyone",
                    "Remove the property, or name the host."),
            property(
                    "mail.smtp.ssl.checkserveridentity",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of JavaMail off",
                    "Set it to true."),
            property(
                    "mail.smtps.ssl.checkserveridentity",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of JavaMail off",
                    "Set it to true."),
            property(
                    "mail.imap.ssl.checkserveridentity",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of JavaMail off",
                    "Set it to true."),
            property(
                    "mail.imaps.ssl.checkserveridentity",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of JavaMail off",
                    "Set it to true."),
            property(
                    "mail.smtp.ssl.protocols",
                    WEAK_VERSION,
                    Rule.PROTOCOL,
                    "enables weak versions",
                    "Remove the property."),
            property(
                    "mail.smtps.ssl.protocols",
                    WEAK_VERSION,
                    Rule.PROTOCOL,
                    "enables weak versions",
                    "Remove the property."),
            property(
                    "ssl.endpoint.identification.algorithm",
                    NOTHING,
                    Rule.NAME,
                    "switches the name check of the Kafka client off",
                    "Set ssl.endpoint.identification.algorithm=https."),
            property(
                    "server.ssl.enabled-protocols",
                    WEAK_VERSION,
                    Rule.PROTOCOL,
                    "enables weak versions",
                    "Remove the property."),
            property("server.ssl.ciphers", WEAK_SUITE, Rule.CIPHER, "enables weak suites", "Remove the property."),
            property(
                    "spring.rabbitmq.ssl.validate-server-certificate",
                    FALSE,
                    Rule.TRUST,
                    "makes the RabbitMQ client trust anyone",
                    "Remove the property and set spring.rabbitmq.ssl.trust-store."),
            property(
                    "spring.rabbitmq.ssl.verify-hostname",
                    FALSE,
                    Rule.NAME,
                    "switches the name check of the RabbitMQ client off",
                    "Remove the property."),
            property(
                    "spring.cloud.config.server.git.skip-ssl-validation",
                    TRUE,
                    Rule.TRUST,
                    "makes the config server trust anyone",
                    "Remove the property."),
            property(
                    "spring.cloud.config.server.git.skipSslValidation",
                    TRUE,
                    Rule.TRUST,
                    "makes the config server trust anyone",
                    "Remove the property."),
            property(
                    "httpclient.disable-ssl-validation",
                    TRUE,
                    Rule.TRUST,
                    "makes the client trust anyone",
                    "Remove the property."),
            property(
                    "httpclient.disableSslValidation",
                    TRUE,
                    Rule.TRUST,
                    "makes the client trust anyone",
                    "Remove the property."),
            property(
                    "spring.cloud.gateway.httpclient.ssl.use-insecure-trust-manager",
                    TRUE,
                    Rule.TRUST,
                    "makes the gateway trust anyone",
                    "Set spring.cloud.gateway.httpclient.ssl.trusted-x509-certificates."),
            property(
                    "spring.cloud.gateway.httpclient.ssl.useInsecureTrustManager",
                    TRUE,
                    Rule.TRUST,
                    "makes the gateway trust anyone",
                    "Set spring.cloud.gateway.httpclient.ssl.trustedX509Certificates."),
            property(
                    "quarkus.tls.trust-all",
                    TRUE,
                    Rule.TRUST,
                    "makes Quarkus trust anyone",
                    "Configure a trust store with quarkus.tls.trust-store."),
            property(
                    "quarkus.rest-client.trust-all",
                    TRUE,
                    Rule.TRUST,
                    "makes the REST client trust anyone",
                    "Configure a trust store.")));

    /** Parameters of data base URLs; the first text is what the URL begins with. */
    static final List<Row> URLS = Collections.unmodifiableList(Arrays.asList(
            url(
                    "jdbc:postgresql:",
                    "sslmode=require",
                    Rule.TRUST,
                    "encrypts without verifying anything",
                    "Set sslmode=verify-full."),
            url(
                    "jdbc:postgresql:",
                    "sslmode=prefer",
                    Rule.TRUST,
                    "encrypts at most, without verifying anything",
                    "Set sslmode=verify-full."),
            url(
                    "jdbc:postgresql:",
                    "sslmode=allow",
                    Rule.TRUST,
                    "encrypts at most, without verifying anything",
                    "Set sslmode=verify-full."),
            url(
                    "jdbc:postgresql:",
                    "sslmode=verify-ca",
                    Rule.NAME,
                    "does not check the name",
                    "Set sslmode=verify-full."),
            url(
                    "jdbc:postgresql:",
                    "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                    Rule.TRUST,
                    "trusts anyone",
                    "Remove sslfactory and set sslmode=verify-full."),
            url(
                    "jdbc:mysql:",
                    "verifyServerCertificate=false",
                    Rule.TRUST,
                    "trusts anyone",
                    "Set sslMode=VERIFY_IDENTITY."),
            url(
                    "jdbc:mysql:",
                    "sslMode=REQUIRED",
                    Rule.TRUST,
                    "encrypts without verifying anything",
                    "Set sslMode=VERIFY_IDENTITY."),
            url(
                    "jdbc:mysql:",
                    "sslMode=PREFERRED",
                    Rule.TRUST,
                    "encrypts at most, without verifying anything",
                    "Set sslMode=VERIFY_IDENTITY."),
            url(
                    "jdbc:mysql:",
                    "sslMode=VERIFY_CA",
                    Rule.NAME,
                    "does not check the name",
                    "Set sslMode=VERIFY_IDENTITY."),
            url(
                    "jdbc:mariadb:",
                    "trustServerCertificate=true",
                    Rule.TRUST,
                    "trusts anyone",
                    "Set sslMode=verify-full."),
            url("jdbc:mariadb:", "sslMode=trust", Rule.TRUST, "trusts anyone", "Set sslMode=verify-full."),
            url("jdbc:mariadb:", "sslMode=verify-ca", Rule.NAME, "does not check the name", "Set sslMode=verify-full."),
            url(
                    "jdbc:mariadb:",
                    "disableSslHostnameVerification=true",
                    Rule.NAME,
                    "does not check the name",
                    "Set sslMode=verify-full."),
            url(
                    "jdbc:sqlserver:",
                    "trustServerCertificate=true",
                    Rule.TRUST,
                    "trusts anyone",
                    "Set trustServerCertificate=false and, for an authority of your own, trustStore."),
            url(
                    "jdbc:oracle:",
                    "ssl_server_dn_match=false",
                    Rule.NAME,
                    "does not check the name",
                    "Set ssl_server_dn_match=yes."),
            url("mongodb", "tlsInsecure=true", Rule.TRUST, "trusts anyone", "Remove tlsInsecure."),
            url(
                    "mongodb",
                    "tlsAllowInvalidCertificates=true",
                    Rule.TRUST,
                    "trusts anyone",
                    "Remove tlsAllowInvalidCertificates."),
            url(
                    "mongodb",
                    "tlsAllowInvalidHostnames=true",
                    Rule.NAME,
                    "does not check the name",
                    "Remove tlsAllowInvalidHostnames."),
            url(
                    "mongodb",
                    "sslInvalidHostNameAllowed=true",
                    Rule.NAME,
                    "does not check the name",
                    "Remove sslInvalidHostNameAllowed."),
            url("amqp", "transport.trustAll=true", Rule.TRUST, "trusts anyone", "Remove transport.trustAll."),
            url(
                    "amqp",
                    "transport.verifyHost=false",
                    Rule.NAME,
                    "does not check the name",
                    "Remove transport.verifyHost."),
            url("tcp:", "trustAll=true", Rule.TRUST, "trusts anyone", "Remove trustAll."),
            url("tcp:", "verifyHost=false", Rule.NAME, "does not check the name", "Remove verifyHost."),
            url("ssl:", "verifyHostName=false", Rule.NAME, "does not check the name", "Remove verifyHostName.")));

    private KnownSwitches() {}

    /** The row for a class that stands for "no verification", or for one inside it; null for any other. */
    static Row off(String className) {
        for (Row row : OFF) {
            if (className.equals(row.owner) || className.startsWith(row.owner + "$")) {
                return row;
            }
        }
        return null;
    }

    /** Whether a class belongs to the library whose switch that is: it offers it, and others use it. */
    static boolean isOfLibrary(String className, Row row) {
        int folders = 0;
        for (int i = 0; i < row.owner.length(); i++) {
            if (row.owner.charAt(i) == '/' && ++folders == 3) {
                return className.startsWith(row.owner.substring(0, i + 1));
            }
        }
        return className.startsWith(row.owner);
    }

    /** The row for a property with that value, or null. */
    static Row property(String key, Object value) {
        for (Row row : PROPERTIES) {
            if ((key.equals(row.member) || key.endsWith("." + row.member)) && row.test.weakens(value)) {
                return row;
            }
        }
        return null;
    }

    /** The row for a text that is, or has in it, a URL which weakens; null if it has none. */
    static Row url(String text) {
        for (Row row : URLS) {
            int at = text.indexOf(row.owner);
            if (at >= 0 && hasParameter(text.substring(at), row.member)) {
                return row;
            }
        }
        return null;
    }

    private static boolean hasParameter(String url, String parameter) {
        String wanted = parameter.toLowerCase(Locale.ROOT);
        for (String part : url.toLowerCase(Locale.ROOT).split("[?&;\\s\"',)]+")) {
            if (part.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Object constant, String text) {
        return constant instanceof String && ((String) constant).trim().equalsIgnoreCase(text);
    }

    private static boolean lacks(Object constant, String[] floor) {
        if (!(constant instanceof String)) {
            return false;
        }
        List<String> names = Arrays.asList(((String) constant).split("[,\\s]+"));
        return !names.containsAll(Arrays.asList(floor));
    }

    private static boolean hasWeak(String list, boolean versions) {
        for (String each : list.split("[,:;\\s]+")) {
            boolean known = versions ? isVersion(each) : each.startsWith("TLS_") || each.startsWith("SSL_");
            if (known && !(versions ? BASELINE.allowsProtocol(each) : BASELINE.allowsCipherSuite(each))) {
                return true;
            }
        }
        return false;
    }

    /** By the JSSE names; {@code TLS} and {@code SSL} stand for whatever the JDK thinks right. */
    private static boolean isVersion(String text) {
        return text.matches("SSLv[23]|TLSv1(\\.[0-3])?");
    }

    private static Row trust(String owner, String member, int argument, Test test, String does, String instead) {
        return new Row(owner, member, argument, test, Rule.TRUST, Cause.ACCEPTS_ANY, does, instead);
    }

    private static Row name(String owner, String member, int argument, Test test, String does, String instead) {
        return new Row(owner, member, argument, test, Rule.NAME, Cause.UNCHECKED, does, instead);
    }

    private static Row protocol(String owner, String member, String instead) {
        return protocol(owner, member, 0, instead);
    }

    private static Row protocol(String owner, String member, int argument, String instead) {
        return new Row(
                owner,
                member,
                argument,
                WEAK_VERSION,
                Rule.PROTOCOL,
                Cause.WEAK_ENABLED,
                "enables a weak version",
                instead);
    }

    private static Row cipher(String owner, String member, String instead) {
        return new Row(owner, member, 0, WEAK_SUITE, Rule.CIPHER, Cause.WEAK_ENABLED, "enables a weak suite", instead);
    }

    private static Row off(String owner, Rule rule) {
        String does = rule == Rule.NAME ? "accepts any name" : "trusts anyone";
        String instead = LibraryRemedies.of(owner.replace('/', '.'), rule);
        return new Row(owner, null, -1, ANY, rule, Cause.ACCEPTS_ANY, does, instead);
    }

    private static Row property(String key, Test test, Rule rule, String does, String instead) {
        return new Row(null, key, -1, test, rule, cause(rule), does, instead);
    }

    private static Row url(String scheme, String parameter, Rule rule, String does, String instead) {
        return new Row(scheme, parameter, -1, ANY, rule, cause(rule), does, instead);
    }

    private static Cause cause(Rule rule) {
        switch (rule) {
            case TRUST:
                return Cause.ACCEPTS_ANY;
            case NAME:
                return Cause.UNCHECKED;
            case CONFIGURATION:
                return Cause.WEAKENED;
            default:
                return Cause.WEAK_ENABLED;
        }
    }
}
