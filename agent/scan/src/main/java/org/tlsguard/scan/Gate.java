package org.tlsguard.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Type;

/** A method of an interface by which an application decides about a peer: the places where it can refuse. */
final class Gate {

    /** What is asked of the peer there. */
    enum Question {
        /** Does the chain lead to a trust anchor? Refused by an exception. */
        TRUST,
        /** May this chain do without validation? Refused by {@code false}. */
        TRUST_WAIVER,
        /** Is the peer who was dialled? Refused by {@code false}, or by an exception where nothing is returned. */
        NAME
    }

    private static final List<Gate> ALL = Collections.unmodifiableList(Arrays.asList(
            new Gate("javax/net/ssl/X509TrustManager", "checkServerTrusted", Question.TRUST),
            new Gate("javax/net/ssl/X509TrustManager", "checkClientTrusted", Question.TRUST),
            new Gate("javax/net/ssl/HostnameVerifier", "verify", Question.NAME),
            new Gate("com/sun/net/ssl/HostnameVerifier", "verify", Question.NAME),
            new Gate("org/apache/http/conn/ssl/X509HostnameVerifier", "verify", Question.NAME),
            new Gate("org/apache/http/conn/ssl/TrustStrategy", "isTrusted", Question.TRUST_WAIVER),
            new Gate("org/apache/http/ssl/TrustStrategy", "isTrusted", Question.TRUST_WAIVER),
            new Gate("org/apache/hc/core5/ssl/TrustStrategy", "isTrusted", Question.TRUST_WAIVER)));

    final String type;
    final String method;
    final Question question;

    private Gate(String type, String method, Question question) {
        this.type = type;
        this.method = method;
        this.question = question;
    }

    static List<Gate> all() {
        return ALL;
    }

    /** The other half of a trust manager. */
    static Gate forClients() {
        return ALL.get(1);
    }

    /** The gates of a functional interface, which a lambda expression may stand for. */
    static Gate ofLambda(String type) {
        for (Gate gate : ALL) {
            if (gate.type.equals(type) && gate.question != Question.TRUST) {
                return gate;
            }
        }
        return null;
    }

    boolean isForClients() {
        return method.equals("checkClientTrusted");
    }

    /** Whether a method of that name and shape is an overload of this one. */
    boolean fits(String name, String descriptor) {
        if (!name.equals(method)) {
            return false;
        }
        Type[] parameters = Type.getArgumentTypes(descriptor);
        Type result = Type.getReturnType(descriptor);
        switch (question) {
            case TRUST:
                return result == Type.VOID_TYPE
                        && parameters.length >= 2
                        && parameters[0].getDescriptor().equals("[Ljava/security/cert/X509Certificate;");
            case TRUST_WAIVER:
                return result == Type.BOOLEAN_TYPE && parameters.length == 2;
            default:
                return parameters.length >= 2
                        && parameters[0].getDescriptor().equals("Ljava/lang/String;")
                        && (result == Type.BOOLEAN_TYPE || result == Type.VOID_TYPE);
        }
    }

    /** What a method there is called with, behind what a lambda expression has captured. */
    List<Fact> arguments(Type[] parameters) {
        int own = question == Question.NAME && parameters.length > 2 && !isVerifyOfNames(parameters)
                ? 2
                : parameters.length;
        if (question != Question.NAME && parameters.length > 2 && !isChain(parameters[0])) {
            own = 2;
        }
        List<Fact> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            boolean captured = i < parameters.length - own;
            arguments.add(captured ? Fact.of(parameters[i], 0) : Fact.given(parameters[i], carried(parameters[i])));
        }
        return arguments;
    }

    private static boolean isChain(Type type) {
        return type.getDescriptor().equals("[Ljava/security/cert/X509Certificate;");
    }

    /** {@code verify(host, names, names)} of Apache's verifier. */
    private static boolean isVerifyOfNames(Type[] parameters) {
        return parameters[1].getSort() == Type.ARRAY;
    }

    private int carried(Type type) {
        switch (type.getDescriptor()) {
            case "[Ljava/security/cert/X509Certificate;":
            case "Ljava/security/cert/X509Certificate;":
                return Fact.CHAIN;
            case "[Ljava/lang/String;":
                return Fact.CLAIM;
            case "Ljava/lang/String;":
                // The other text is the name of a key exchange.
                return question == Question.NAME ? Fact.NAME : Fact.SIZE;
            default:
                return Fact.SESSION;
        }
    }
}
