package org.tlsguard.bootstrap;

import java.lang.instrument.Instrumentation;
import java.util.Map;

/**
 * Where the JVM enters the agent. Runs before the application's {@code main}, so it touches nothing that locks in a
 * choice of the application: no logging, no security provider, no JSSE class, no {@code java.nio.file}.
 */
public final class Premain {

    /** The exit status of a start-up error: {@code EX_CONFIG} of {@code sysexits.h}. */
    private static final int EXIT_CONFIGURATION = 78;

    private static boolean loaded;

    private Premain() {}

    /** Called by the JVM for {@code -javaagent}. What cannot be used ends the JVM before the application has begun. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        if (start(arguments, instrumentation) != null) {
            System.exit(EXIT_CONFIGURATION);
        }
    }

    /**
     * Called by the JVM when the agent is attached to a running application, which goes on whatever cannot be used.
     *
     * @throws IllegalArgumentException for whoever attaches it
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        String problem = start(arguments, instrumentation);
        if (problem != null) {
            loaded = false;
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * Nothing is thrown: an exception that leaves premain ends the JVM with an abort and a native stack trace.
     *
     * @return what keeps the agent from starting, which the operator has been told; null when nothing does
     */
    private static String start(String arguments, Instrumentation instrumentation) {
        if (loaded) {
            complain("the agent is given twice; the second one is ignored");
            return null;
        }
        loaded = true;
        String problem;
        try {
            if (!JdkTool.isRunning()) {
                install(Options.read(arguments), instrumentation);
            }
            return null;
        } catch (IllegalArgumentException unusable) {
            problem = unusable.getMessage();
        } catch (SecurityException denied) {
            problem = "the JVM's security policy denies the agent what it needs (" + denied.getMessage()
                    + "); grant its jar all: grant codeBase \"file:/path/to/tlsguard.jar\""
                    + " { permission java.security.AllPermission; };";
        } catch (Throwable fault) {
            problem = "the agent cannot start in this JVM: " + fault;
        }
        complain(problem);
        return problem;
    }

    private static void install(Map<String, String> options, Instrumentation instrumentation) throws Exception {
        if ("off".equals(options.get("mode"))) {
            return;
        }
        if (isTooOld(System.getProperty("java.version"))) {
            String why = "Java 8 before update 261 has another JSSE, which cannot be guarded";
            String mode = options.get("mode");
            if ("enforce".equals(mode) || mode == null && options.containsKey("policy")) {
                throw new IllegalArgumentException(why + "; use a newer update, or mode=off");
            }
            complain(why + "; nothing is audited");
            return;
        }
        LazyTransformer transformer = new LazyTransformer(options, instrumentation);
        // What has to be refused before main is refused before main; without such an option nothing is loaded for it.
        if (options.containsKey("policy") || options.containsKey("report") || options.containsKey("log")) {
            if (!transformer.check()) {
                return;
            }
        }
        instrumentation.addTransformer(transformer, true);
        transformer.catchUp();
    }

    /** TLS 1.3, and with it today's JSSE, came with 8u261 (Oracle) and 8u272 (OpenJDK). */
    private static boolean isTooOld(String version) {
        int update = updateOfJava8(version);
        return update < 261
                || update < 272 && ClassLoader.getSystemResource("sun/security/ssl/TransportContext.class") == null;
    }

    /** The update of a Java 8; more than any for a newer Java. */
    static int updateOfJava8(String version) {
        if (!version.startsWith("1.8.0")) {
            return Integer.MAX_VALUE;
        }
        int update = 0;
        for (int at = "1.8.0_".length(); at < version.length() && Character.isDigit(version.charAt(at)); at++) {
            update = update * 10 + Character.digit(version.charAt(at), 10);
        }
        return update;
    }

    private static void complain(String message) {
        StringBuilder lines = new StringBuilder();
        for (String line : message.split("\n")) {
            lines.append("tlsguard: ").append(line).append(System.lineSeparator());
        }
        System.err.print(lines);
    }
}
