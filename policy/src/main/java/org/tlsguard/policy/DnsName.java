package org.tlsguard.policy;

import java.net.IDN;
import java.util.Locale;

/** Brings DNS names into one comparable form. */
final class DnsName {
    /** RFC 1035, section 2.3.4, without the root label. */
    private static final int LONGEST_NAME = 253;

    private static final int LONGEST_LABEL = 63;

    private DnsName() {}

    /**
     * Returns the name as A-labels in lower case without the trailing dot, or null when it cannot be a DNS name. An
     * underscore is let through: it is no host name (RFC 952), but people dial it.
     */
    static String canonical(String name) {
        String ascii = name;
        // A megabyte of text need not be converted only to be refused.
        if (name.length() > LONGEST_NAME + 1) {
            return null;
        }
        if (!isAscii(name)) {
            try {
                // The form that JSSE itself sends as the server name (javax.net.ssl.SNIHostName).
                ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return canonicalAscii(ascii);
    }

    /** Like {@link #canonical}, but a name with anything but ASCII in it is none: what a certificate must present. */
    static String canonicalAscii(String name) {
        int end = name.endsWith(".") ? name.length() - 1 : name.length();
        if (end == 0 || end > LONGEST_NAME) {
            return null;
        }
        int labelLength = 0;
        for (int i = 0; i < end; i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (labelLength == 0 || name.charAt(i - 1) == '-') {
                    return null;
                }
                labelLength = 0;
            } else if (!isLabelCharacter(c) || ++labelLength > LONGEST_LABEL || labelLength == 1 && c == '-') {
                return null;
            }
        }
        if (labelLength == 0 || name.charAt(end - 1) == '-') {
            return null;
        }
        return name.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabelCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
