package org.tlsguard.policy;

/** The versions of the protocol by their JSSE standard names, oldest first. */
enum Protocol {
    /** No version but a way to say hello, understood by SSLv2 servers; RFC 6176 forbids it. */
    SSL_2_HELLO("SSLv2Hello", null),
    SSL_2("SSLv2", null),
    SSL_3("SSLv3", null),
    TLS_1_0("TLSv1", null),
    TLS_1_1("TLSv1.1", "DTLSv1.0"),
    TLS_1_2("TLSv1.2", "DTLSv1.2"),
    TLS_1_3("TLSv1.3", "DTLSv1.3");

    private final String id;
    /** The datagram version that was derived from this one (RFC 4347, RFC 6347, RFC 9147). */
    private final String datagramId;

    Protocol(String id, String datagramId) {
        this.id = id;
        this.datagramId = datagramId;
    }

    String id() {
        return id;
    }

    /** Returns the version of that JSSE name, that of a datagram version being the one it was derived from, or null. */
    static Protocol of(String jsseName) {
        for (Protocol protocol : values()) {
            if (protocol.id.equals(jsseName) || protocol.datagramId != null && protocol.datagramId.equals(jsseName)) {
                return protocol;
            }
        }
        return null;
    }

    /** Tells whether the name is that of a version after TLS 1.3: no policy can know it, and no baseline forbids it. */
    static boolean isNewerThanKnown(String jsseName) {
        String number = jsseName == null
                ? ""
                : jsseName.startsWith("TLSv")
                        ? jsseName.substring(4)
                        : jsseName.startsWith("DTLSv") ? jsseName.substring(5) : "";
        // One digit, a dot, one digit: enough for what may come, and nothing else gets through.
        return number.length() == 3
                        && number.charAt(1) == '.'
                        && number.compareTo("1.3") > 0
                        && number.compareTo("9.9") <= 0
                        && Character.isDigit(number.charAt(0))
                        && Character.isDigit(number.charAt(2))
                || number.length() == 1 && number.compareTo("2") >= 0 && number.compareTo("9") <= 0;
    }
}
