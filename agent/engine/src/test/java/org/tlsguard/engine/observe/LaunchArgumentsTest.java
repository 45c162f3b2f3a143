package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaunchArgumentsTest {

    private final LaunchArguments arguments =
            new LaunchArguments("java\0-Dhttps.protocols=TLSv1\0-Dflag\0-jar\0x.jar\0https.cipherSuites=y\0");

    @Test
    void whatTheCommandLineDefinesCameFromThere() {
        assertThat(arguments.source("https.protocols")).isEqualTo("command line");
        assertThat(arguments.source("flag")).isEqualTo("command line");
    }

    @Test
    void whatItOnlyMentionsDidNot() {
        assertThat(arguments.source("https.cipherSuites")).isNull();
        assertThat(arguments.source("https")).isNull();
        assertThat(arguments.source("x.jar")).isNull();
    }
}
