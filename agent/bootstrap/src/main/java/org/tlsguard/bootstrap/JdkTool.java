package org.tlsguard.bootstrap;

/**
 * Recognises the JDK's own tools. {@code JAVA_TOOL_OPTIONS} reaches {@code javac}, {@code jps} or {@code keytool} too,
 * and they are not the application.
 */
final class JdkTool {

    /** Packages of the main classes of the tools, on 8 by class path and since 9 by module. */
    private static final String[] PACKAGES = {
        "com.sun.tools.",
        "sun.tools.",
        "sun.security.tools.",
        "sun.rmi.",
        "sun.jvmstat.",
        "sun.applet.",
        "jdk.tools.",
        "com.sun.java.util.jar.",
        "com.sun.corba.",
        "com.sun.jndi.",
        "com.sun.xml.internal.",
        "jdk.jfr.",
        "jdk.internal.",
        "jdk.nashorn.tools.",
        "com.sun.script.",
        "sun.nio.",
        "jdk.tools.",
        "sun.launcher."
    };

    private JdkTool() {}

    static boolean isRunning() {
        return isTool(System.getProperty("jdk.module.main"), System.getProperty("sun.java.command"));
    }

    /**
     * @param mainModule the module of the main class, or null on 8 and for a class-path application
     * @param command the main class or jar with its arguments as the launcher was given them, or null when embedded
     */
    static boolean isTool(String mainModule, String command) {
        if (mainModule != null) {
            return mainModule.startsWith("jdk.") || mainModule.startsWith("java.");
        }
        if (command == null) {
            return false;
        }
        for (String tool : PACKAGES) {
            if (command.startsWith(tool)) {
                return true;
            }
        }
        return false;
    }
}
