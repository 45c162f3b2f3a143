package org.tlsguard.samples.sinners.probe;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Tries to load every class that a jar holds, in whatever folder or archive within: {@code HOST PORT jar=FILE}. */
public final class VisibleClasses {

    private VisibleClasses() {}

    public static void main(String[] args) {
        TrustAllClient.main(args);
        Shell.run(args, peer -> {
            Set<String> names = new TreeSet<>();
            try (InputStream jar = new FileInputStream(peer.option("jar"))) {
                collect(jar, names);
            }
            return "classes " + visible(names);
        });
    }

    private static void collect(InputStream archive, Set<String> names) throws IOException {
        ZipInputStream in = new ZipInputStream(archive);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String path = entry.getName();
            if (path.endsWith(".zip")) {
                collect(in, names);
            } else if (path.matches(".*\\.class(data)?")) {
                names.add(path.replaceFirst("^tlsguard/", "")
                        .replaceFirst("\\.class(data)?$", "")
                        .replace('/', '.'));
            }
        }
    }

    private static Set<String> visible(Set<String> names) {
        ClassLoader own = VisibleClasses.class.getClassLoader();
        Set<String> visible = new TreeSet<>();
        for (String name : names) {
            for (ClassLoader loader : new ClassLoader[] {own, own.getParent(), null}) {
                try {
                    visible.add(Class.forName(name, false, loader).getName());
                } catch (ClassNotFoundException | LinkageError hidden) {
                    // as it should be
                }
            }
        }
        return visible;
    }
}
