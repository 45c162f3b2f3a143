package org.tlsguard.bootstrap;

/**
 * One pass over a class file's constant pool (JVMS 4.4), to see whether the class calls anything that is woven in
 * application code. It runs for every class of the application, so it reads only lengths and tags and compares a constant
 * only when its length fits.
 */
final class ConstantPool {

    /** The type of {@code HostnameVerifier.verify}: whoever calls or implements it has it in the pool. */
    private static final byte[] VERIFY = ascii("(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z");

    /** What a TLS engine of any make implements, and calls. */
    private static final byte[][] ENGINES = {
        ascii("([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)Ljavax/net/ssl/SSLEngineResult;"),
        ascii("startHandshake"),
        ascii("checkServerTrusted"),
        ascii("checkClientTrusted"),
        ascii("getPeerCertificates"),
    };

    private static final byte[] SET_PROPERTY = ascii("setProperty");
    private static final byte[] SECURITY = ascii("java/security/Security");

    /** The starts of the names of all system properties that weaken TLS; the weaver knows them in full. */
    private static final byte[][] SWITCHES = {
        ascii("jdk.tls."),
        ascii("jdk.internal.httpclient."),
        ascii("com.sun.jndi.ldap.object."),
        ascii("jdk.rmi.ssl."),
        ascii("https."),
        ascii("sun.security.ssl.allow"),
        ascii("jdk.security.allowNonCaAnchor"),
        ascii("com.sun.net.ssl.checkRevocation"),
    };

    private static final int HEADER = 10;

    private ConstantPool() {}

    /** Whether the weaver should look at this class. A malformed one is left to the JVM's own verdict. */
    static boolean concerns(byte[] file) {
        try {
            return scan(file);
        } catch (ArrayIndexOutOfBoundsException malformed) {
            return false;
        }
    }

    private static boolean scan(byte[] file) {
        boolean setsProperty = false;
        boolean namesSwitch = false;
        int count = u2(file, 8);
        int at = HEADER;
        for (int i = 1; i < count; i++) {
            switch (file[at]) {
                case 1: // CONSTANT_Utf8
                    int length = u2(file, at + 1);
                    int start = at + 3;
                    if (length == VERIFY.length) {
                        if (matches(file, start, VERIFY)) {
                            return true;
                        }
                    } else if (isOfEngine(file, start, length)) {
                        return true;
                    } else if (length == SET_PROPERTY.length && matches(file, start, SET_PROPERTY)) {
                        setsProperty = true;
                    } else if (length == SECURITY.length && matches(file, start, SECURITY)) {
                        namesSwitch = true;
                    }
                    if (!namesSwitch && length > 8 && startsLikeSwitch(file[start])) {
                        namesSwitch = isSwitch(file, start, length);
                    }
                    at = start + length;
                    break;
                case 5: // CONSTANT_Long and CONSTANT_Double take two entries of the pool
                case 6:
                    at += 9;
                    i++;
                    break;
                case 7: // CONSTANT_Class, _String, _MethodType, _Module, _Package
                case 8:
                case 16:
                case 19:
                case 20:
                    at += 3;
                    break;
                case 15: // CONSTANT_MethodHandle
                    at += 4;
                    break;
                default:
                    at += 5;
            }
        }
        return setsProperty && namesSwitch;
    }

    private static boolean isOfEngine(byte[] file, int start, int length) {
        for (byte[] each : ENGINES) {
            if (length == each.length && matches(file, start, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsLikeSwitch(byte first) {
        return first == 'j' || first == 'h' || first == 's' || first == 'c';
    }

    private static boolean isSwitch(byte[] file, int start, int length) {
        for (byte[] prefix : SWITCHES) {
            if (length >= prefix.length && matches(file, start, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] file, int start, byte[] expected) {
        for (int i = expected.length - 1; i >= 0; i--) {
            if (file[start + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static int u2(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
