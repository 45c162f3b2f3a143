package org.tlsguard.engine.observe;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where this JVM was told of a system property when it was started. Asks the system and not JMX, which would have to be
 * started for it.
 */
public final class LaunchArguments {

    private static final String[] VARIABLES = {"_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"};
    private static final int MOST_BYTES = 1 << 20;

    private final List<String> commandLine;

    /** Those of this JVM. */
    public LaunchArguments() {
        this(commandLine());
    }

    LaunchArguments(String commandLine) {
        this.commandLine = Arrays.asList(commandLine.split("\0"));
    }

    /** {@code command line}, or the environment variable that has it; null when neither has, or nobody can tell. */
    public String source(String property) {
        for (String variable : VARIABLES) {
            String options = System.getenv(variable);
            if (options != null && defines(Arrays.asList(options.trim().split("\\s+")), property)) {
                return variable;
            }
        }
        return defines(commandLine, property) ? "command line" : null;
    }

    private static boolean defines(List<String> arguments, String property) {
        String definition = "-D" + property;
        for (String each : arguments) {
            if (each.equals(definition) || each.startsWith(definition + "=")) {
                return true;
            }
        }
        return false;
    }

    /** Of Linux; empty elsewhere. */
    private static String commandLine() {
        try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            for (int n = in.read(buffer); n > 0 && all.size() < MOST_BYTES; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
            return new String(all.toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException elsewhere) {
            return "";
        }
    }
}
