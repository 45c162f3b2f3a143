package org.tlsguard.engine.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tlsguard.report.Escape;

/** Lines for the operator. Never to standard output, which belongs to the application. */
public abstract class Log {

    private static final String PREFIX = "tlsguard: ";

    Log() {}

    /**
     * @param target {@code stderr}, {@code none}, {@code slf4j} or the path of a file
     */
    public static Log to(String target) {
        switch (target) {
            case "none":
                return new None();
            case "stderr":
                return new Stderr();
            case "slf4j":
                return new Slf4j(new Stderr());
            default:
                return new ToFile(target);
        }
    }

    /** Whether a target is a file. */
    public static boolean isFile(String target) {
        return !target.equals("none") && !target.equals("stderr") && !target.equals("slf4j");
    }

    /** Writes one line; whatever control characters an attacker brought into it are made harmless. */
    public final void line(String text) {
        write(Escape.line(text));
    }

    abstract void write(String line);

    /** Hands over what was kept for a thread of the guard's own; called by such a thread. */
    public void flush() {}

    private static final class None extends Log {
        @Override
        void write(String line) {}
    }

    private static final class Stderr extends Log {
        @Override
        void write(String line) {
            System.err.println(PREFIX + line);
        }
    }

    private static final class ToFile extends Log {

        private final String path;

        ToFile(String path) {
            this.path = path;
        }

        @Override
        synchronized void write(String line) {
            try (OutputStream out = new FileOutputStream(path, true)) {
                out.write((PREFIX + line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException lost) {
                System.err.println(PREFIX + line);
            }
        }
    }
}
