package org.tlsguard.scan;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * Finds classes and configuration files under a path, in directories, archives, and archives in archives.
 *
 * <p>What it reads may have been made to harm: names of entries are shown and never used as paths, nothing is unpacked
 * but archives, the depth, number and size of those is bounded, and what cannot be read is told and passed over.
 */
final class Walker {

    private static final Set<String> ARCHIVES =
            new HashSet<>(Arrays.asList("jar", "war", "ear", "rar", "sar", "par", "aar", "hpi", "jpi", "kar", "zip"));

    private static final Set<String> CONFIGURATION =
            new HashSet<>(Arrays.asList("properties", "yml", "yaml", "conf", "config", "cfg", "ini", "env"));

    private static final int DEEPEST = 8;

    /** A distribution of an application server has some 200,000. */
    private static final long MOST_ENTRIES = 2_000_000;

    /** Archives in archives, of one that lies on disk. */
    private static final int MOST_NESTED = 10_000;

    /** Of archives in archives together, unpacked. */
    private static final long MOST_NESTED_BYTES = 8L << 30;

    private static final int ZIP_MAGIC = 0x504b0304;
    private static final int CLASS_MAGIC = 0xcafebabe;

    private final Archives archives;
    private final Visitor visitor;
    private final Map<Path, Folder> folders = new HashMap<>();
    private int nested;
    private long unpackedBefore;
    private long entries;

    /** Takes what is found. */
    interface Visitor {
        /** An archive is about to be looked at. */
        void archive(Archive archive);

        /** Here is a class. The stream need not be read to its end, nor closed. */
        void classFile(Container container, String entry, InputStream in) throws IOException;

        /** Here is a file of configuration. The stream need not be read to its end, nor closed. */
        void configuration(Container container, String entry, InputStream in) throws IOException;

        /** Something could not be read; the walk goes on. */
        void problem(String where, String what);
    }

    Walker(Archives archives, Visitor visitor) {
        this.archives = archives;
        this.visitor = visitor;
    }

    /**
     * Walks a path.
     *
     * @param path a class, a directory or an archive
     * @throws IOException if it is not there or none of these
     */
    void walk(File path) throws IOException {
        if (path.isDirectory()) {
            directory(path.toPath());
        } else if (!path.exists()) {
            throw new NoSuchFileException(path.getPath(), null, "no such file or directory");
        } else {
            int magic = magic(path.toPath());
            if (magic == CLASS_MAGIC || hasEnding(path.getName(), "class")) {
                file(path.toPath().toAbsolutePath().getParent(), path.toPath());
            } else if (magic == ZIP_MAGIC || ARCHIVES.contains(ending(path.getName()))) {
                onDisk(path);
            } else if (CONFIGURATION.contains(ending(path.getName()))) {
                file(path.toPath().toAbsolutePath().getParent(), path.toPath());
            } else {
                throw new IOException(
                        path.getPath() + ": is neither a class, an archive, a file of configuration nor a directory");
            }
        }
    }

    private void directory(Path root) throws IOException {
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            file(root, file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        boolean loop = e instanceof FileSystemLoopException;
                        visitor.problem(file.toString(), loop ? "is a link to a directory it lies in" : reason(e));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void file(Path root, Path file) {
        String name = file.getFileName().toString();
        try {
            if (hasEnding(name, "class")) {
                try (InputStream in = Files.newInputStream(file)) {
                    Path absolute = file.toAbsolutePath();
                    Folder folder = folder(root);
                    String entry = root.toAbsolutePath()
                            .relativize(absolute)
                            .toString()
                            .replace(File.separatorChar, '/');
                    visitor.classFile(folder, entry, in);
                }
            } else if (ARCHIVES.contains(ending(name))) {
                onDisk(file.toFile());
            } else if (CONFIGURATION.contains(ending(name))) {
                try (InputStream in = Files.newInputStream(file)) {
                    String entry = root.toAbsolutePath()
                            .relativize(file.toAbsolutePath())
                            .toString()
                            .replace(File.separatorChar, '/');
                    visitor.configuration(folder(root), entry, in);
                }
            }
        } catch (IOException | RuntimeException e) {
            visitor.problem(file.toString(), reason(e));
        }
    }

    private Folder folder(Path root) {
        return folders.computeIfAbsent(root, path -> new Folder(path, path.toString()));
    }

    private void onDisk(File file) {
        nested = 0;
        unpackedBefore = archives.unpacked();
        entries = 0;
        archive(new Archive(archives, file, file.getPath()), 0);
    }

    private void archive(Archive archive, int depth) {
        try {
            archive.noteArtifact();
            visitor.archive(archive);
            Enumeration<? extends ZipEntry> all = archives.zip(archive).entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (++entries > MOST_ENTRIES) {
                    visitor.problem(
                            archive.location(), "has more than " + MOST_ENTRIES + " entries; the rest was left out");
                    return;
                }
                entry(archive, entry, depth);
            }
        } catch (IOException | RuntimeException e) {
            visitor.problem(archive.location(), reason(e));
        }
    }

    private void entry(Archive archive, ZipEntry entry, int depth) {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        String ending = ending(name);
        if (ARCHIVES.contains(ending)) {
            nested(archive, entry, depth);
            return;
        }
        boolean isClass = ending.equals("class");
        if (!isClass && !CONFIGURATION.contains(ending)) {
            return;
        }
        try (InputStream in = archive.open(name)) {
            if (isClass) {
                visitor.classFile(archive, name, in);
            } else {
                visitor.configuration(archive, name, in);
            }
        } catch (IOException | RuntimeException e) {
            visitor.problem(archive.location() + "!/" + name, reason(e));
        }
    }

    private void nested(Archive archive, ZipEntry entry, int depth) {
        String where = archive.location() + "!/" + entry.getName();
        if (depth + 1 >= DEEPEST) {
            visitor.problem(where, "lies in more than " + DEEPEST + " archives and was left out");
        } else if (++nested > MOST_NESTED || archives.unpacked() - unpackedBefore > MOST_NESTED_BYTES) {
            visitor.problem(where, "was left out: there is more in this archive than can be unpacked");
        } else {
            archive(new Archive(archive, entry.getName()), depth + 1);
        }
    }

    private static int magic(Path file) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            int n = in.read(head);
            return n < 4 ? 0 : (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        }
    }

    private static boolean hasEnding(String name, String ending) {
        return ending(name).equals(ending);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "cannot be read: no permission";
        }
        String message = e.getMessage();
        return "cannot be read: " + (message == null ? e.getClass().getSimpleName() : message);
    }
}
