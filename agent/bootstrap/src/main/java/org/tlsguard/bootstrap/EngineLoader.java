package org.tlsguard.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Loads the engine, its libraries and the command line from the agent's jar, where they lie under another name, so that
 * no loader of the application and no class-path scanner finds them. Its parent is the platform loader: the JDK and
 * nothing of the application.
 *
 * <p>A package that few applications need, as the YAML library or the command line, lies with all below it in one archive
 * named like it. The JVM indexes the jar when it starts, entry by entry and for nearly every application in vain.
 */
final class EngineLoader extends ClassLoader {

    private static final String OWN = "org.tlsguard.";
    private static final String WEAVER = "org.objectweb.asm.";
    private static final String FOLDER = "tlsguard/";
    private static final String ENDING = ".classdata";
    private static final String ARCHIVE = ".zip";

    static {
        registerAsParallelCapable();
    }

    private final File jar;
    private final ProtectionDomain domain;
    private final Set<String> archives = new HashSet<>();
    private final Map<String, byte[]> unpacked = new HashMap<>();
    private JarFile open;

    EngineLoader(File jar) throws MalformedURLException {
        super(platformLoader());
        this.jar = jar;
        Permissions all = new Permissions();
        all.add(new AllPermission());
        CodeSource source = new CodeSource(jar.toURI().toURL(), (Certificate[]) null);
        domain = new ProtectionDomain(source, all, this, null);
    }

    /** A loader over the jar that this class was loaded from. */
    static ClassLoader overOwnJar() throws IOException {
        URL own = EngineLoader.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return new EngineLoader(new File(new URI(own.toString())));
        } catch (URISyntaxException | IllegalArgumentException notEncoded) {
            return new EngineLoader(new File(own.getPath()));
        }
    }

    /** The loader of the JDK's modules outside {@code java.base}; on 8 that is the boot loader, which is null. */
    private static ClassLoader platformLoader() {
        // Found as the system loader's parent: a reflective call would load a hundred classes for it.
        ClassLoader parent = ClassLoader.getSystemClassLoader().getParent();
        return parent != null && parent.getClass().getName().endsWith("PlatformClassLoader") ? parent : null;
    }

    /** As ever, the parent first; but it is spared the search for what only the jar has. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN) && !name.startsWith(WEAVER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + ENDING);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    @Override
    protected URL findResource(String name) {
        try {
            // Only for libraries that ask for an URL; the engine reads its own resources as streams.
            return entry(FOLDER + name) == null
                    ? null
                    : new URL("jar:" + jar.toURI().toURL() + "!/" + FOLDER + name);
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = read(name);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private synchronized ZipEntry entry(String name) throws IOException {
        if (open == null) {
            open = new JarFile(jar, false);
        }
        return open.getEntry(name);
    }

    private synchronized byte[] read(String name) throws IOException {
        ZipEntry entry = entry(FOLDER + name);
        if (entry != null) {
            // Into an array of just its size: the engine's classes are read at the first handshake.
            byte[] bytes = new byte[(int) entry.getSize()];
            try (DataInputStream in = new DataInputStream(open.getInputStream(entry))) {
                in.readFully(bytes);
            }
            return bytes;
        }
        for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
            unpack(FOLDER + name.substring(0, end) + ARCHIVE);
        }
        return unpacked.get(name);
    }

    private void unpack(String archive) throws IOException {
        ZipEntry entry = archives.add(archive) ? entry(archive) : null;
        if (entry == null) {
            return;
        }
        try (ZipInputStream in = new ZipInputStream(open.getInputStream(entry))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                unpacked.put(each.getName(), bytes(in));
            }
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }
}
