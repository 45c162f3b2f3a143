package org.tlsguard.scan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * What calls do whose code is not looked at: those of the JDK by what its documentation says, loggers and argument
 * checks because they never refuse a peer, and any other by whether it is given the peer's data.
 */
final class KnownCalls {

    private static final String CERTIFICATE_EXCEPTION = "java/security/cert/CertificateException";
    private static final String ANY_EXCEPTION = "java/lang/Exception";

    /** They take anything and refuse nobody. */
    private static final String[] HARMLESS = {
        "org/slf4j/",
        "org/apache/commons/logging/",
        "org/apache/log4j/",
        "org/apache/logging/log4j/",
        "org/jboss/logging/",
        "ch/qos/logback/",
        "org/tinylog/",
        "com/google/common/flogger/",
        "io/netty/util/internal/logging/",
        "android/util/Log",
        "kotlin/jvm/internal/Intrinsics",
        "kotlin/jvm/internal/StringCompanionObject",
        "kotlin/io/ConsoleKt",
        "scala/Predef",
        "com/google/common/base/Preconditions",
        "org/apache/commons/lang/Validate",
        "org/apache/commons/lang3/Validate",
        "org/springframework/util/Assert",
    };

    private final ClassIndex classes;

    KnownCalls(ClassIndex classes) {
        this.classes = classes;
    }

    /**
     * How a call can end.
     *
     * @param owner the internal name of the class it is made to
     * @param receiver the object it is made on; null for a static one
     * @param arguments the others
     */
    List<Outcome> outcomes(String owner, String name, String descriptor, Fact receiver, List<Fact> arguments) {
        Type result = Type.getReturnType(descriptor);
        int given = 0;
        for (Fact argument : arguments) {
            given |= argument.carries;
        }
        int own = receiver == null ? 0 : receiver.carries;
        if (isValidation(owner, name)) {
            boolean selfAnchored = Marks.has(own | trusted(arguments), Fact.SERVED_ANCHOR);
            return selfAnchored
                    ? either(result, Marks.SELF_ANCHORED, CERTIFICATE_EXCEPTION, Marks.SELF_ANCHORED)
                    : either(result, Marks.VALIDATED, thrownBy(owner), Marks.REFUSED);
        }
        if (classes.isA(owner, "java/security/cert/Certificate")) {
            return certificate(name, own, given, result);
        }
        if (name.equals("verify") && isVerifier(owner) && result == Type.BOOLEAN_TYPE) {
            return Arrays.asList(
                    Outcome.returned(Fact.constant(Type.BOOLEAN_TYPE, 1), Marks.VALIDATED),
                    Outcome.returned(Fact.constant(Type.BOOLEAN_TYPE, 0), Marks.REFUSED));
        }
        if (classes.isA(owner, "javax/net/ssl/SSLSession")) {
            return returned(result, session(name), 0);
        }
        if (isHarmless(owner)) {
            return returned(result, own | given, 0);
        }
        if (Jdk.has(owner) && !handsOver(arguments) && !isUnknownCode(owner)) {
            return returned(result, made(owner, name, receiver, own, given), 0);
        }
        if (!Marks.has(own | given, Fact.PEER)) {
            return returned(result, own | given, 0);
        }
        return either(result, own | given, Marks.UNKNOWN, ANY_EXCEPTION, Marks.UNKNOWN);
    }

    /** Whether the object of a call carries afterwards what the call was given. */
    int kept(String owner, String name, List<Fact> arguments) {
        int kept = 0;
        for (Fact argument : arguments) {
            kept |= argument.carries;
        }
        boolean anchors = owner.equals("java/security/KeyStore")
                        && (name.equals("setCertificateEntry") || name.equals("setEntry"))
                || owner.equals("java/security/cert/TrustAnchor") && name.equals("<init>");
        return anchors && Marks.has(kept, Fact.CHAIN) ? kept | Fact.SERVED_ANCHOR : kept;
    }

    private boolean isValidation(String owner, String name) {
        switch (name) {
            case "checkServerTrusted":
            case "checkClientTrusted":
            case "isServerTrusted":
            case "isClientTrusted":
                return true;
            case "validate":
                return owner.equals("java/security/cert/CertPathValidator")
                        || owner.equals("sun/security/validator/Validator");
            case "build":
                return owner.equals("java/security/cert/CertPathBuilder");
            case "match":
                return owner.equals("sun/security/util/HostnameChecker");
            default:
                return false;
        }
    }

    /** What a validation is told to trust: its parameters, and not the chain itself. */
    private static int trusted(List<Fact> arguments) {
        int carries = 0;
        for (Fact argument : arguments) {
            String type = argument.className();
            if (type != null && !type.equals("java/security/cert/CertPath")) {
                carries |= argument.carries;
            }
        }
        return carries;
    }

    private static String thrownBy(String owner) {
        return owner.startsWith("java/security/cert/CertPath")
                ? "java/security/GeneralSecurityException"
                : CERTIFICATE_EXCEPTION;
    }

    private boolean isVerifier(String owner) {
        return classes.isA(owner, "javax/net/ssl/HostnameVerifier") || owner.endsWith("HostnameVerifier");
    }

    private static List<Outcome> certificate(String name, int own, int given, Type result) {
        switch (name) {
            case "checkValidity":
                return either(result, Marks.DATED, "java/security/cert/CertificateExpiredException", Marks.DATED);
            case "verify":
                // Whether a chain holds together says nothing as long as nobody vouches for its end.
                return Marks.has(given, Fact.CHAIN)
                        ? either(result, Marks.SELF_ANCHORED, CERTIFICATE_EXCEPTION, Marks.SELF_ANCHORED)
                        : either(result, Marks.VALIDATED, "java/security/GeneralSecurityException", Marks.REFUSED);
            case "getPublicKey":
            case "getEncoded":
            case "getSignature":
            case "getTBSCertificate":
            case "equals":
            case "hashCode":
            case "toString":
                return returned(result, own | given, 0);
            default:
                return returned(
                        result, Marks.has(own, Fact.CHAIN) ? own & ~Fact.CHAIN | Fact.CLAIM | given : own | given, 0);
        }
    }

    private static int session(String name) {
        switch (name) {
            case "getPeerCertificates":
            case "getPeerCertificateChain":
                return Fact.CHAIN;
            case "getPeerPrincipal":
                return Fact.CLAIM;
            case "getPeerHost":
                return Fact.NAME;
            default:
                return Fact.SESSION;
        }
    }

    private static int made(String owner, String name, Fact receiver, int own, int given) {
        switch (name) {
            case "size":
            case "length":
            case "isEmpty":
            case "hasNext":
            case "hasMoreElements":
                return own == 0 || owner.equals("java/lang/String") ? own | Fact.SIZE : own;
            case "getSession":
            case "getHandshakeSession":
                return Fact.SESSION;
            default:
                return own | given;
        }
    }

    private static boolean isHarmless(String owner) {
        for (String each : HARMLESS) {
            if (owner.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call gives code to run that carries the peer's data. */
    private static boolean handsOver(List<Fact> arguments) {
        int carries = 0;
        boolean code = false;
        for (Fact argument : arguments) {
            carries |= argument.carries;
            String type = argument.className();
            code |= argument.code != null || type != null && argument.exact && !Jdk.has(type);
        }
        return code && Marks.has(carries, Fact.PEER);
    }

    /** Interfaces of the JDK that the application implements. */
    private static boolean isUnknownCode(String owner) {
        return owner.startsWith("java/util/function/")
                || owner.equals("java/util/concurrent/Callable")
                || owner.equals("java/lang/Runnable")
                || owner.equals("java/lang/reflect/Method")
                || owner.startsWith("java/lang/invoke/");
    }

    private static List<Outcome> returned(Type result, int carries, int marks) {
        return Collections.singletonList(Outcome.returned(value(result, carries), marks));
    }

    private static List<Outcome> either(Type result, int passed, String thrown, int refused) {
        return either(result, 0, passed, thrown, refused);
    }

    private static List<Outcome> either(Type result, int carries, int passed, String thrown, int refused) {
        return Arrays.asList(Outcome.returned(value(result, carries), passed), Outcome.thrown(thrown, refused));
    }

    private static Fact value(Type result, int carries) {
        return result == Type.VOID_TYPE ? Fact.NOTHING : Fact.of(result, carries);
    }
}
