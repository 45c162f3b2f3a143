package org.tlsguard.engine.observe;

import java.io.File;

/** Makes of where a class says it comes from what a person would call the place. */
final class Location {

    private Location() {}

    /**
     * Strips the schemes that containers put around a path and keeps the nesting: {@code shop.jar!/BOOT-INF/lib/crm.jar}.
     *
     * @param codeSource the location of a code source, as an URL or whatever a container makes of it
     */
    static String of(String codeSource) {
        String path = codeSource;
        for (boolean stripped = true; stripped; ) {
            stripped = false;
            for (String scheme : new String[] {"jar:", "nested:", "file:", "zip:", "wsjar:", "vfs:"}) {
                if (path.startsWith(scheme)) {
                    path = path.substring(scheme.length());
                    stripped = true;
                }
            }
        }
        // Spring Boot 3.2 writes shop.jar/!BOOT-INF/lib/crm.jar!/, older ones shop.jar!/BOOT-INF/lib/crm.jar!/.
        path = path.replace("/!", "!/");
        while (path.endsWith("!/") || path.endsWith("!")) {
            path = path.substring(0, path.lastIndexOf('!'));
        }
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        while (path.startsWith("//")) {
            path = path.substring(1);
        }
        return relative(decoded(path));
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), "UTF-8");
        } catch (java.io.UnsupportedEncodingException | IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String relative(String path) {
        String here = System.getProperty("user.dir");
        if (here != null && path.startsWith(here + File.separator)) {
            String inside = path.substring(here.length() + 1);
            return inside.isEmpty() ? "." : inside;
        }
        return path;
    }
}
