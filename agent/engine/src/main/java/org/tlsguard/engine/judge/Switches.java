package org.tlsguard.engine.judge;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/**
 * The rule {@code configuration}: switches of the whole JVM that weaken TLS, by comparing what is in force with what the
 * JDK ships. Looked at when TLS is first used, and again when somebody is seen to change one.
 */
final class Switches {

    static final String[] ALGORITHMS = {"jdk.tls.disabledAlgorithms", "jdk.certpath.disabledAlgorithms"};

    /** What every JDK of today disables for TLS; holds where the shipped file cannot be read. */
    private static final String FLOOR = "SSLv3, TLSv1, TLSv1.1, RC4, DES, MD5withRSA, 3DES_EDE_CBC, anon, NULL";

    /** Keeps {@code java.net.http} from checking names. */
    static final String HTTP_CLIENT_NAMES = "jdk.internal.httpclient.disableHostnameVerification";

    /** Properties that weaken when they are true, or there without a value. */
    private static final String[] WEAK_WHEN_TRUE = {
        HTTP_CLIENT_NAMES,
        "com.sun.jndi.ldap.object.disableEndpointIdentification",
        "jdk.tls.allowUnsafeServerCertChange",
        "jdk.tls.trustNameService",
        "sun.security.ssl.allowUnsafeRenegotiation",
        "jdk.security.allowNonCaAnchor",
    };

    private static final String[] WEAK_WHEN_FALSE = {
        "jdk.rmi.ssl.client.enableEndpointIdentification", "jdk.tls.useExtendedMasterSecret",
    };

    static final String[] VERSIONS = {"jdk.tls.client.protocols", "jdk.tls.server.protocols", "https.protocols"};

    static final String[] SUITES = {"jdk.tls.client.cipherSuites", "jdk.tls.server.cipherSuites", "https.cipherSuites"};

    /** What the guard can only tell of, in enforce mode too: nothing it does makes up for these. */
    private static final String[] BEYOND_REPAIR = {
        "jdk.tls.trustNameService",
        "sun.security.ssl.allowUnsafeRenegotiation",
        "jdk.security.allowNonCaAnchor",
        "jdk.tls.useExtendedMasterSecret",
    };

    private static final String DH_SIZE = "jdk.tls.ephemeralDHKeySize";

    private final Court court;

    /** What was found by the policy in force when it was looked last. */
    private final Set<String> weakening = Collections.synchronizedSet(new HashSet<String>());

    private volatile boolean looked;
    private Properties shipped;

    Switches(Court court) {
        this.court = court;
    }

    /** Whether a change of this property is worth noting who made it. */
    static boolean isSwitch(String key) {
        return contains(ALGORITHMS, key)
                || contains(WEAK_WHEN_TRUE, key)
                || contains(WEAK_WHEN_FALSE, key)
                || contains(VERSIONS, key)
                || contains(SUITES, key)
                || DH_SIZE.equals(key);
    }

    /** Whether TLS was used, so that to look at security properties settles nothing any more. */
    boolean haveBeenLookedAt() {
        return looked;
    }

    /** Whether this property was found to weaken TLS. */
    boolean weakens(String key) {
        return weakening.contains(key);
    }

    /** Whether a security property has the value that the JDK's own file gives it. */
    boolean isAsShipped(String key, String value) {
        return tokens(value).equals(tokens(shipped(key)));
    }

    /** Looks at all of them. */
    void look() {
        looked = true;
        weakening.clear();
        for (Terms each : court.general()) {
            look(each);
        }
    }

    private void look(Terms general) {
        for (String each : ALGORITHMS) {
            algorithms(each, general);
        }
        for (String each : WEAK_WHEN_TRUE) {
            String value = System.getProperty(each);
            if (value != null && (value.isEmpty() || value.equalsIgnoreCase("true"))) {
                weakened(each, each + "=" + value, general);
            }
        }
        for (String each : WEAK_WHEN_FALSE) {
            if ("false".equalsIgnoreCase(System.getProperty(each))) {
                weakened(each, each + "=false", general);
            }
        }
        for (String each : VERSIONS) {
            listed(each, true, general);
        }
        for (String each : SUITES) {
            listed(each, false, general);
        }
        diffieHellman(general);
    }

    private void algorithms(String key, Terms general) {
        String inForce = Security.getProperty(key);
        String expected = shipped(key);
        if (expected.equals(inForce)) {
            // As nearly everywhere, and at a first handshake it takes a while to take such lists apart.
            return;
        }
        List<String> missing = missing(tokens(inForce), tokens(expected));
        if (!missing.isEmpty()) {
            String more = missing.size() > 6 ? " and " + (missing.size() - 6) + " more" : "";
            weakened(
                    key,
                    "the security property " + key + " no longer disables "
                            + missing.subList(0, Math.min(6, missing.size())) + more + given(),
                    general);
        }
    }

    private static String given() {
        String file = System.getProperty("java.security.properties");
        return file == null ? "" : " (the JVM was given -Djava.security.properties=" + file + ")";
    }

    private void listed(String key, boolean versions, Terms general) {
        String value = System.getProperty(key);
        if (value == null) {
            return;
        }
        List<String> weak = new ArrayList<>();
        for (String each : tokens(value)) {
            if (versions ? !general.policy.allowsProtocol(each) : !general.policy.allowsCipherSuite(each)) {
                weak.add(each);
            }
        }
        if (!weak.isEmpty()) {
            weakened(key, "the system property " + key + " enables " + weak + ", which the policy forbids", general);
        }
    }

    private void diffieHellman(Terms general) {
        String value = System.getProperty(DH_SIZE);
        if (value == null || value.equals("matched")) {
            return;
        }
        boolean weak;
        try {
            weak = value.equals("legacy") || Integer.parseInt(value) < 2048;
        } catch (NumberFormatException ignoredByTheJdk) {
            return;
        }
        if (weak) {
            weakened(DH_SIZE, "the system property " + DH_SIZE + "=" + value + " allows weak key exchanges", general);
        }
    }

    private void weakened(String key, String detail, Terms general) {
        if (!general.candidate) {
            weakening.add(key);
        }
        CodeOrigin setter = court.origins.setter(key);
        Sin sin = new Sin(Rule.CONFIGURATION, Cause.WEAKENED, State.LATENT, detail)
                .under(general)
                .by(setter)
                .about(key);
        court.recorder.rule(contains(BEYOND_REPAIR, key) ? sin.unrepaired() : sin);
    }

    private synchronized String shipped(String key) {
        if (shipped == null) {
            shipped = new Properties();
            String home = System.getProperty("java.home");
            for (String each : new String[] {"/conf/security/java.security", "/lib/security/java.security"}) {
                try (InputStream in = new FileInputStream(new File(home + each))) {
                    shipped.load(in);
                    break;
                } catch (IOException | IllegalArgumentException another) {
                    continue;
                }
            }
        }
        String value = shipped.getProperty(key);
        return value != null ? value : key.equals(ALGORITHMS[0]) ? FLOOR : "";
    }

    /** The shipped constraints that are not in force in as strict a form. */
    static List<String> missing(List<String> inForce, List<String> expected) {
        List<String> missing = new ArrayList<>();
        for (String each : expected) {
            boolean found = false;
            for (String other : inForce) {
                found |= other.equalsIgnoreCase(each) || isAtLeastAsStrict(other, each);
            }
            if (!found && !each.startsWith("include ")) {
                missing.add(each);
            }
        }
        return missing;
    }

    /** {@code DH keySize < 2048} covers {@code DH keySize < 1024}, and {@code DH} covers both. */
    private static boolean isAtLeastAsStrict(String inForce, String expected) {
        String[] has = words(inForce);
        String[] wants = words(expected);
        if (!has[0].equals(wants[0])) {
            return false;
        }
        if (has.length == 1) {
            return true;
        }
        if (has.length == 4 && wants.length == 4 && has[1].equals("keysize") && wants[1].equals("keysize")) {
            try {
                return has[2].equals(wants[2]) && Integer.parseInt(has[3]) >= Integer.parseInt(wants[3]);
            } catch (NumberFormatException odd) {
                return false;
            }
        }
        return false;
    }

    private static String[] words(String constraint) {
        return constraint.toLowerCase(Locale.ROOT).split("\\s+");
    }

    private static List<String> tokens(String list) {
        List<String> tokens = new ArrayList<>();
        if (list != null) {
            for (String each : list.replace("\"", "").split(",")) {
                String token = each.trim().replaceAll("\\s+", " ");
                if (!token.isEmpty()) {
                    tokens.add(token);
                }
            }
        }
        return tokens;
    }

    private static boolean contains(String[] all, String one) {
        for (String each : all) {
            if (each.equals(one)) {
                return true;
            }
        }
        return false;
    }
}
