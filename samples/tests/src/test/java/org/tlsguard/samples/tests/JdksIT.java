package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdksIT {

    @Test
    void noRequiredJdkIsMissing() {
        if (!Jdks.missing().isEmpty()) {
            System.out.println("Not tested, for want of the JDK: " + Jdks.missing());
        }
        assertThat(Jdks.missing()).filteredOn(Jdks.required()::contains).isEmpty();
    }
}
