package org.tlsguard.bootstrap;

import java.lang.reflect.InvocationTargetException;

/** Where {@code java -jar tlsguard.jar} enters: hands over to the command line, which lies in the isolated part. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line.
     *
     * @param arguments as given by the shell
     * @throws Throwable a fault of the command line itself
     */
    public static void main(String[] arguments) throws Throwable {
        ClassLoader loader = EngineLoader.overOwnJar();
        try {
            loader.loadClass("org.tlsguard.cli.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
