package org.tlsguard.policy;

/** A host as dialled: an IP address, a DNS name, or neither; never resolved. Immutable. */
final class Host {
    /** 4 or 16 bytes, or null. */
    private final byte[] address;
    /** In canonical form, or null. */
    private final String name;

    private Host(byte[] address, String name) {
        this.address = address;
        this.name = name;
    }

    static Host of(String dialled) {
        byte[] address = IpAddress.dialled(dialled);
        return new Host(
                address, address != null || IpAddress.endsInNumber(dialled) ? null : DnsName.canonical(dialled));
    }

    boolean isAddress() {
        return address != null;
    }

    /** Returns 4 or 16 bytes that are not to be changed, or null when it is no IP address. */
    byte[] address() {
        return address;
    }

    /** Returns the name in the form of {@link DnsName#canonical}, or null when it is no DNS name. */
    String name() {
        return name;
    }

    /** Returns what is the same for the same host, or null when it is neither. */
    String key() {
        return address != null ? IpAddress.text(address) : name;
    }
}
