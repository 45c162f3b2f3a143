package org.tlsguard.engine.judge;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.OtherEngine;

/**
 * Which of several trust managers, each of which holds the next, lets anyone in. Wrappers that measure, trace or adapt are
 * not to blame for what they wrap; one that forgives a refusal is.
 */
final class Culprit {

    private static final int DEEPEST = 8;
    private static final int MOST_HELD = 64;

    private final Court court;
    private final X509Certificate[] forgery;
    private final TrustCase about;

    /** @param forgery a chain that only a manager accepts which accepts anyone */
    Culprit(Court court, X509Certificate[] forgery, TrustCase about) {
        this.court = court;
        this.forgery = forgery;
        this.about = about;
    }

    /** The innermost manager that accepts the forgery, on the way from one that does. */
    X509TrustManager behind(X509TrustManager accepting) {
        X509TrustManager blamed = accepting;
        for (int depth = 0; depth < DEEPEST; depth++) {
            X509TrustManager next = firstAccepting(held(blamed));
            if (next == null) {
                break;
            }
            blamed = next;
        }
        return blamed;
    }

    private X509TrustManager firstAccepting(List<X509TrustManager> managers) {
        for (X509TrustManager each : managers) {
            if (accepts(each)) {
                return each;
            }
        }
        return null;
    }

    /** Asks a copy, as it is now; one that cannot be copied is not asked. */
    private boolean accepts(X509TrustManager manager) {
        Trial<X509TrustManager> trial = court.trial(manager);
        if (!trial.isPossible()) {
            return false;
        }
        trial.open();
        try {
            ask(trial.begin());
            return true;
        } catch (CertificateException | RuntimeException | LinkageError | StackOverflowError refused) {
            return false;
        } finally {
            trial.close();
        }
    }

    private void ask(X509TrustManager manager) throws CertificateException {
        if (manager instanceof X509ExtendedTrustManager && about.transport instanceof Socket) {
            ask((X509ExtendedTrustManager) manager, (Socket) about.transport);
        } else if (manager instanceof X509ExtendedTrustManager && about.transport instanceof SSLEngine) {
            ask((X509ExtendedTrustManager) manager, (SSLEngine) about.transport);
        } else if (about.server) {
            manager.checkServerTrusted(forgery, about.authType);
        } else {
            manager.checkClientTrusted(forgery, about.authType);
        }
    }

    private void ask(X509ExtendedTrustManager manager, Socket socket) throws CertificateException {
        if (about.server) {
            manager.checkServerTrusted(forgery, about.authType, socket);
        } else {
            manager.checkClientTrusted(forgery, about.authType, socket);
        }
    }

    private void ask(X509ExtendedTrustManager manager, SSLEngine tls) throws CertificateException {
        if (about.server) {
            manager.checkServerTrusted(forgery, about.authType, tls);
        } else {
            manager.checkClientTrusted(forgery, about.authType, tls);
        }
    }

    /** The managers of the application in the fields of this one, single or in an array or collection. */
    private static List<X509TrustManager> held(X509TrustManager holder) {
        List<X509TrustManager> held = new ArrayList<>();
        Object code = Proxy.isProxyClass(holder.getClass()) ? Proxy.getInvocationHandler(holder) : holder;
        for (Class<?> type = code.getClass(); type != null && !ProbeCopy.isJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                    add(OtherEngine.read(field, code), held);
                }
            }
        }
        held.remove(holder);
        return held;
    }

    private static void add(Object value, List<X509TrustManager> held) {
        if (value instanceof X509TrustManager) {
            if (!ProbeCopy.isJdk(value.getClass()) || Proxy.isProxyClass(value.getClass())) {
                held.add((X509TrustManager) value);
            }
        } else if (value instanceof Object[]) {
            addAll(Arrays.asList((Object[]) value), held);
        } else if (value instanceof Collection && ProbeCopy.isJdk(value.getClass())) {
            addAll((Collection<?>) value, held);
        }
    }

    private static void addAll(Collection<?> values, List<X509TrustManager> held) {
        if (values.size() <= MOST_HELD) {
            for (Object each : values) {
                if (each instanceof X509TrustManager) {
                    add(each, held);
                }
            }
        }
    }
}
