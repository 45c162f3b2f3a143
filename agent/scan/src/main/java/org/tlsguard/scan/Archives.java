package org.tlsguard.scan;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * Keeps a few archives open. One that lies in another is unpacked into a temporary file while it is in use, for only a
 * file can be read at random, and an archive in memory may be of any size. Not thread-safe.
 */
final class Archives implements Closeable {

    /** More than archives are nested into each other, so that an inner one never closes the outer one it needs. */
    private static final int OPEN = 12;

    /** The largest nested archive that is unpacked. */
    private static final long MOST_NESTED_BYTES = 1L << 30;

    private long unpacked;
    private final Map<Archive, Open> open = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Open {
        final ZipFile zip;
        final File temporary;

        Open(ZipFile zip, File temporary) {
            this.zip = zip;
            this.temporary = temporary;
        }

        void close() throws IOException {
            try {
                zip.close();
            } finally {
                if (temporary != null) {
                    Files.deleteIfExists(temporary.toPath());
                }
            }
        }
    }

    /**
     * Opens an archive, or returns it as it was opened before.
     *
     * @throws IOException if it is no archive, is encrypted or damaged, or too large to unpack
     */
    ZipFile zip(Archive archive) throws IOException {
        // Those it lies in count as used, too: somebody is in the middle of their entries.
        for (Archive each = archive.outer; each != null; each = each.outer) {
            open.get(each);
        }
        Open known = open.get(archive);
        if (known != null) {
            return known.zip;
        }
        Open fresh = archive.file() != null ? new Open(new ZipFile(archive.file()), null) : unpack(archive);
        open.put(archive, fresh);
        shrink();
        return fresh.zip;
    }

    /** How many bytes of nested archives were unpacked so far, those unpacked twice counted twice. */
    long unpacked() {
        return unpacked;
    }

    private Open unpack(Archive archive) throws IOException {
        File temporary = File.createTempFile("tlsguard-scan-", ".zip");
        boolean done = false;
        try {
            try (InputStream in = archive.outer.open(archive.nested);
                    OutputStream out = Files.newOutputStream(temporary.toPath())) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    if (size > MOST_NESTED_BYTES) {
                        throw new IOException("unpacks to more than " + MOST_NESTED_BYTES + " bytes");
                    }
                    out.write(buffer, 0, n);
                    unpacked += n;
                }
            }
            Open opened = new Open(new ZipFile(temporary), temporary);
            done = true;
            return opened;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary.toPath());
            }
        }
    }

    private void shrink() throws IOException {
        List<Archive> oldest = new ArrayList<>(open.keySet());
        for (int i = 0; i < oldest.size() - OPEN; i++) {
            open.remove(oldest.get(i)).close();
        }
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Open each : open.values()) {
            try {
                each.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        open.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
