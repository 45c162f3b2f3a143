package org.tlsguard.scan;

import java.io.IOException;
import java.io.InputStream;

/** Where classes lie: a directory, or an archive that may lie in another. */
interface Container {

    /** How a person names it, nesting included: {@code shop.jar!/BOOT-INF/lib/crm.jar}. */
    String location();

    /** The Maven coordinates {@code group:artifact:version} it says it has; null if it says none, or several. */
    String artifact();

    /**
     * Opens one of its entries.
     *
     * @param entry its name, with slashes
     * @throws IOException if there is no such entry, or it cannot be read
     */
    InputStream open(String entry) throws IOException;
}
