package org.tlsguard.samples.sinners.plumbing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Whom to talk to, and how, as the command line says: {@code HOST PORT [KEY=VALUE…]}. */
public final class Peer {

    public final String host;
    public final int port;
    private final Map<String, String> options = new LinkedHashMap<>();

    Peer(String... args) {
        if (args.length < 2) {
            throw new IllegalArgumentException("usage: HOST PORT [KEY=VALUE...]");
        }
        port = Integer.parseInt(args[1]);
        for (int i = 2; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        // By another name of the same machine, where a test wants that.
        host = option("host", args[0]);
    }

    public String option(String key) {
        String value = options.get(key);
        if (value == null) {
            throw new IllegalArgumentException("missing argument " + key + "=...");
        }
        return value;
    }

    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }

    /** How long to wait for an answer, by {@code timeout=…} in milliseconds. */
    public int timeoutMillis() {
        return Integer.parseInt(option("timeout", "10000"));
    }

    /** The carrier chosen by {@code via=…}, HTTPS if none was. */
    public Carrier carrier() {
        return Carrier.valueOf(option("via", "https").replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
