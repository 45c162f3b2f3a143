package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "class path, file:/opt/shop/lib/crm.jar, /opt/shop/lib/crm.jar",
        "class directory, file:/opt/shop/classes/, /opt/shop/classes",
        "jar URL, jar:file:/opt/crm.jar!/, /opt/crm.jar",
        "Spring Boot 3.2, jar:nested:/opt/shop.jar/!BOOT-INF/lib/crm-1.3.jar!/, /opt/shop.jar!/BOOT-INF/lib/crm-1.3.jar",
        "Spring Boot 2, jar:file:/opt/shop.jar!/BOOT-INF/lib/crm-1.3.jar!/, /opt/shop.jar!/BOOT-INF/lib/crm-1.3.jar",
        "WildFly, vfs:/content/shop.war/WEB-INF/lib/crm.jar, /content/shop.war/WEB-INF/lib/crm.jar",
        "WebSphere, wsjar:file:/opt/shop.ear!/crm.jar, /opt/shop.ear!/crm.jar",
        "WebLogic, zip:/opt/shop/crm.jar, /opt/shop/crm.jar",
        "blank and plus, file:/opt/my%20shop/a+b.jar, /opt/my shop/a+b.jar",
        "three slashes, file:///opt/crm.jar, /opt/crm.jar",
        "percent that encodes nothing, file:/opt/100%/crm.jar, /opt/100%/crm.jar",
    })
    void aPersonRecognisesThePlace(String container, String codeSource, String place) {
        assertThat(Location.of(codeSource)).isEqualTo(place);
    }

    @Test
    void whatLiesBelowTheWorkingDirectoryIsRelativeToIt() {
        String here = System.getProperty("user.dir");

        assertThat(Location.of("file:" + here + File.separator + "lib" + File.separator + "crm.jar"))
                .isEqualTo("lib" + File.separator + "crm.jar");
        assertThat(Location.of("file:" + here + "-other/crm.jar")).isEqualTo(here + "-other/crm.jar");
    }

    @Test
    void anUnknownSchemeIsKept() {
        assertThat(Location.of("bundle://20.0:0/")).isEqualTo("bundle://20.0:0");
    }
}
