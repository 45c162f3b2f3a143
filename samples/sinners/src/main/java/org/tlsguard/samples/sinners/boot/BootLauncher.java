package org.tlsguard.samples.sinners.boot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Starts an application whose classes are in jars within a jar, as Spring Boot's does: {@code … app=FILE main=CLASS}. */
public final class BootLauncher {

    private static final String LIBRARIES = "BOOT-INF/lib/";

    private BootLauncher() {}

    public static void main(String[] args) throws Exception {
        Class.forName(option(args, "main="), true, new NestedLoader(option(args, "app=")))
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    private static String option(String[] args, String key) {
        for (String each : args) {
            if (each.startsWith(key)) {
                return each.substring(key.length());
            }
        }
        throw new IllegalArgumentException("missing argument " + key + "...");
    }

    private static final class NestedLoader extends ClassLoader {

        private final Map<String, byte[]> entries = new HashMap<>();
        private final Map<String, URL> sources = new HashMap<>();

        NestedLoader(String application) throws IOException {
            super(ClassLoader.getSystemClassLoader().getParent());
            try (ZipInputStream outer = new ZipInputStream(new FileInputStream(application))) {
                for (ZipEntry jar = outer.getNextEntry(); jar != null; jar = outer.getNextEntry()) {
                    if (jar.getName().startsWith(LIBRARIES)) {
                        URL source = new URL("jar:file:" + application + "!/" + jar.getName() + "!/");
                        read(new ZipInputStream(outer), source);
                    }
                }
            }
        }

        private void read(ZipInputStream inner, URL source) throws IOException {
            for (ZipEntry each = inner.getNextEntry(); each != null; each = inner.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                byte[] buffer = new byte[8_192];
                for (int n = inner.read(buffer); n >= 0; n = inner.read(buffer)) {
                    content.write(buffer, 0, n);
                }
                entries.put(each.getName(), content.toByteArray());
                sources.put(each.getName(), source);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            byte[] code = entries.get(file);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            CodeSource source = new CodeSource(sources.get(file), (Certificate[]) null);
            return defineClass(name, code, 0, code.length, new ProtectionDomain(source, null, this, null));
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] content = entries.get(name);
            return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
        }
    }
}
