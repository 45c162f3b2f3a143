package org.tlsguard.samples.applications;

import java.nio.file.Path;
import java.util.List;
import org.tlsguard.samples.applications.bundle.Activator;
import org.tlsguard.samples.applications.shop.Shop;
import org.tlsguard.samples.tests.Maven;

/** What starts the shop itself, by a class loader of its own. */
final class ModuleSystems {

    private ModuleSystems() {}

    static Application springBoot(String version, String launcher, int firstJdk) {
        return new Application(
                "Spring Boot " + version,
                firstJdk,
                "shop.jar!/BOOT-INF/lib/crm.jar",
                Guest.NOBODY,
                (directory, port) -> {
                    Path loader = Maven.file("org.springframework.boot:spring-boot-loader:" + version);
                    Path jar = new Archive()
                            .manifest(
                                    "Main-Class: " + launcher + ".JarLauncher",
                                    "Start-Class: org.tlsguard.samples.applications.shop.Shop",
                                    "Spring-Boot-Classes: BOOT-INF/classes/",
                                    "Spring-Boot-Lib: BOOT-INF/lib/")
                            .copyOf(loader, "", "org/springframework/boot/loader/")
                            .text("BOOT-INF/", "")
                            .text("BOOT-INF/classes/", "")
                            .classes("BOOT-INF/classes/", Shop.class)
                            .text("BOOT-INF/lib/", "")
                            .entry("BOOT-INF/lib/crm.jar", Archive.crm())
                            .write(directory.resolve("shop.jar"));
                    return List.of("-jar", jar.toString());
                });
    }

    /** The library is a jar within the bundle. */
    static Application felix(String version) {
        return new Application("Felix " + version, 8, "shop.jar", Guest.NOBODY, (directory, port) -> {
            new Archive()
                    .manifest(
                            "Bundle-ManifestVersion: 2",
                            "Bundle-SymbolicName: org.tlsguard.samples.shop",
                            "Bundle-Version: 1.0.0",
                            "Bundle-Activator: org.tlsguard.samples.applications.bundle.Activator",
                            "Bundle-ClassPath: .,lib/crm.jar",
                            "Import-Package: org.osgi.framework,javax.net.ssl")
                    .classes("", Activator.class)
                    .classes("", Shop.class)
                    .entry("lib/crm.jar", Archive.crm())
                    .write(directory.resolve("bundle/shop.jar"));
            return List.of(
                    "-Dfelix.auto.deploy.action=install,start",
                    "-jar",
                    Maven.file("org.apache.felix:org.apache.felix.main:" + version)
                            .toString());
        });
    }

    /** The way WildFly starts: the log manager is found in a module, and must be the first to be asked for one. */
    static Application jbossModules(String version, int firstJdk) {
        return new Application("JBoss Modules " + version, firstJdk, "crm.jar", Guest.NOBODY, (directory, port) -> {
            Path modules = directory.resolve("modules");
            Path shop = modules.resolve("org/tlsguard/shop/main");
            Archive.write(shop.resolve("shop.jar"), Archive.shop());
            Archive.write(shop.resolve("crm.jar"), Archive.crm());
            Archive.write(shop.resolve("module.xml"), """
                    <module xmlns="urn:jboss:module:1.9" name="org.tlsguard.shop">
                      <main-class name="org.tlsguard.samples.applications.shop.Shop"/>
                      <resources>
                        <resource-root path="shop.jar"/>
                        <resource-root path="crm.jar"/>
                      </resources>
                      <dependencies>
                        <module name="java.logging"/>
                        <module name="org.jboss.logmanager" services="import"/>
                      </dependencies>
                    </module>
                    """);
            Path log = modules.resolve("org/jboss/logmanager/main");
            Archive.copy(
                    Maven.file("org.jboss.logmanager:jboss-logmanager:2.1.19.Final"), log.resolve("logmanager.jar"));
            Archive.copy(Maven.file("org.wildfly.common:wildfly-common:1.5.4.Final"), log.resolve("common.jar"));
            Archive.write(log.resolve("module.xml"), """
                    <module xmlns="urn:jboss:module:1.9" name="org.jboss.logmanager">
                      <resources>
                        <resource-root path="logmanager.jar"/>
                        <resource-root path="common.jar"/>
                      </resources>
                      <dependencies>
                        <module name="java.logging"/>
                        <module name="java.xml"/>
                        <module name="jdk.unsupported"/>
                      </dependencies>
                    </module>
                    """);
            return List.of(
                    "-jar",
                    Maven.file("org.jboss.modules:jboss-modules:" + version).toString(),
                    "-mp",
                    modules.toString(),
                    "org.tlsguard.shop");
        });
    }
}
