package org.tlsguard.engine.observe;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Whether an object of the application has been told a host. A plain {@code X509TrustManager} is not told by JSSE whom the
 * application dialled; one that checks the name all the same, as some JDBC drivers' do, was given it when it was made.
 */
public final class HeldHost {

    private HeldHost() {}

    /**
     * Looks into the fields of an object; calls nothing of the application.
     *
     * @param part a trust manager
     * @param host the host dialled; null when it is not known
     */
    public static boolean isKnownTo(Object part, String host) {
        if (host == null) {
            return false;
        }
        for (Class<?> type = part.getClass(); !OtherEngine.isJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == String.class
                        && !Modifier.isStatic(field.getModifiers())
                        && host.equalsIgnoreCase((String) OtherEngine.read(field, part))) {
                    return true;
                }
            }
        }
        return false;
    }
}
