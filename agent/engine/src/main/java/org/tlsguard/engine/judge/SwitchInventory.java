package org.tlsguard.engine.judge;

import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.LaunchArguments;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.report.Switch;

/**
 * The properties of this JVM that touch TLS, as they are when a report is written: an inventory for whoever has to know how a
 * JVM is run. What of it weakens TLS is for {@link Switches} to say.
 */
final class SwitchInventory {

    /** Where the JDK and the usual engines keep theirs. An application's own may hold secrets. */
    private static final String[] PREFIXES = {
        "jdk.tls.",
        "jdk.security.",
        "jdk.certpath.",
        "jdk.rmi.ssl.",
        "javax.net.ssl.",
        "javax.rmi.ssl.",
        "javax.security.auth.useSubjectCredsOnly",
        "sun.security.ssl.",
        "com.sun.net.ssl.",
        "com.sun.security.enable",
        "com.sun.security.ocsp.",
        "com.sun.jndi.ldap.",
        "https.protocols",
        "https.cipherSuites",
        "javax.net.debug",
        "java.security.properties",
        "jdk.internal.httpclient.disableHostnameVerification",
        "io.netty.handler.ssl.",
        "org.bouncycastle.jsse.",
        "org.conscrypt.",
    };

    private static final String[] SECURITY = {
        Switches.ALGORITHMS[0],
        Switches.ALGORITHMS[1],
        "jdk.tls.legacyAlgorithms",
        "jdk.security.caDistrustPolicies",
        "ssl.KeyManagerFactory.algorithm",
        "ssl.TrustManagerFactory.algorithm",
        "ssl.SocketFactory.provider",
        "ssl.ServerSocketFactory.provider",
        "ocsp.enable",
        "ocsp.responderURL",
    };

    private static final String FILE = "java.security.properties";
    private static final int MOST = 200;

    private final Switches switches;
    private final Origins origins;
    private final LaunchArguments arguments = new LaunchArguments();

    SwitchInventory(Switches switches, Origins origins) {
        this.switches = switches;
        this.origins = origins;
    }

    /** Those that are set, security properties where they are not as the JDK ships them; none before TLS is used. */
    List<Switch> list() {
        List<Switch> all = new ArrayList<>();
        if (!switches.haveBeenLookedAt()) {
            return all;
        }
        for (String each : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            if (touchesTls(each) && all.size() < MOST) {
                String value = isSecret(each) ? null : System.getProperty(each);
                all.add(Switch.of(each, "system", value, setBy(each), switches.weakens(each)));
            }
        }
        for (String each : SECURITY) {
            String value = Security.getProperty(each);
            if (value != null && !switches.isAsShipped(each, value)) {
                all.add(Switch.of(each, "security", value, setterOfSecurity(each), switches.weakens(each)));
            }
        }
        return all;
    }

    static boolean touchesTls(String property) {
        for (String each : PREFIXES) {
            if (property.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSecret(String property) {
        return property.toLowerCase(Locale.ROOT).contains("password");
    }

    private String setBy(String property) {
        String code = code(property);
        return code != null ? code : arguments.source(property);
    }

    private String setterOfSecurity(String property) {
        String code = code(property);
        return code != null || System.getProperty(FILE) == null ? code : "-D" + FILE;
    }

    private String code(String property) {
        CodeOrigin setter = origins.setter(property);
        return setter == null || setter.className() == null ? null : setter.toString();
    }
}
