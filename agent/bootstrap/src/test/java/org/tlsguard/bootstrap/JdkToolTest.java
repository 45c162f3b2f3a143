package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdk.compiler", "jdk.jcmd", "jdk.jshell", "java.base", "java.rmi"})
    void aToolThatIsAModuleIsLeftAlone(String mainModule) {
        assertThat(JdkTool.isTool(mainModule, mainModule + "/some.Main")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.tools.javac.Main Hello.java",
                "sun.tools.jps.Jps -l",
                "sun.tools.jstack.JStack 4711",
                "sun.security.tools.keytool.Main -list",
                "sun.security.tools.jarsigner.Main app.jar",
                "sun.rmi.registry.RegistryImpl",
                "com.sun.tools.jdeps.Main",
                "jdk.nashorn.tools.Shell",
            })
    void aToolOfJava8IsLeftAlone(String command) {
        assertThat(JdkTool.isTool(null, command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main",
                "legacy.jar --port 8080",
                "/opt/jdk.tools/shop.jar",
                "org.apache.catalina.startup.Bootstrap start",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "com.sun.tool",
                "sunny.Main",
            })
    void anApplicationIsNotMistakenForATool(String command) {
        assertThat(JdkTool.isTool(null, command)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.shop", "javafx.app", "jdkit"})
    void aModularApplicationIsNotMistakenForATool(String mainModule) {
        assertThat(JdkTool.isTool(mainModule, mainModule + "/com.acme.Main")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlsguard.jar report x", "/opt/tlsguard.jar", "..\\lib\\tlsguard.jar --help"})
    void theCommandLineOfThisToolIsLeftAlone(String command) {
        assertThat(JdkTool.isOwn(command, "/opt/tlsguard.jar")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy.jar tlsguard.jar", "com.acme.Main /opt/tlsguard.jar", "my-tlsguard.jar"})
    void anApplicationIsNotMistakenForIt(String command) {
        assertThat(JdkTool.isOwn(command, "/opt/tlsguard.jar")).isFalse();
    }

    @Test
    void aJvmEmbeddedInAnotherProgramIsAnApplication() {
        assertThat(JdkTool.isTool(null, null)).isFalse();
    }
}
