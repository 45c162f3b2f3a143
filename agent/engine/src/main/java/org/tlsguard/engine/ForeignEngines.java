package org.tlsguard.engine;

/**
 * TLS engines that may decide in native code, where no hook sees it: a class that each loads before it shakes hands. Known
 * by the end of the name, because they are shaded into other libraries under names of those.
 */
final class ForeignEngines {

    private static final String[] CLASSES = {"/wildfly/openssl/SSL", "/tomcat/jni/SSL"};

    private ForeignEngines() {}

    /** Whether loading this class, by its internal name, means that such an engine is in use. */
    static boolean contains(String name) {
        for (String each : CLASSES) {
            if (name.endsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
