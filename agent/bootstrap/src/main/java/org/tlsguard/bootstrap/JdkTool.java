package org.tlsguard.bootstrap;

/**
 * Recognises the JDK's own tools, and this one's command line. {@code JAVA_TOOL_OPTIONS} reaches {@code javac}, {@code jps} or
 * {@code keytool} too, and they are not the application.
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
        "sun.launcher."
    };

    private JdkTool() {}

    static boolean isRunning() {
        String command = System.getProperty("sun.java.command");
        return isTool(System.getProperty("jdk.module.main"), command)
                || isOwn(
                        command,
                        JdkTool.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
    }

    /**
     * Whether the JVM runs the command line: it would replace the very report that it is to read.
     *
     * @param jar the path of the agent's jar, as in an URL
     */
    static boolean isOwn(String command, String jar) {
        if (command == null) {
            return false;
        }
        int end = command.indexOf(' ');
        String main = '/' + (end < 0 ? command : command.substring(0, end)).replace('\\', '/');
        return main.endsWith(jar.substring(jar.lastIndexOf('/')));
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
