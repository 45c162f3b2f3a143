package org.tlsguard.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of classes. */
final class Folder implements Container {

    private final Path root;
    private final String location;

    Folder(Path root, String location) {
        this.root = root;
        this.location = location;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public String artifact() {
        return null;
    }

    @Override
    public InputStream open(String entry) throws IOException {
        return Files.newInputStream(root.resolve(entry));
    }
}
