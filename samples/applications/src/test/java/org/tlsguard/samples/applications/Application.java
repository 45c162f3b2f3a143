package org.tlsguard.samples.applications;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tlsguard.samples.applications.bundle.Activator;
import org.tlsguard.samples.applications.shop.Shop;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.tests.Maven;

/**
 * A container with the shop in it.
 *
 * @param firstJdk the oldest that it runs on
 * @param library how the place ends where it says that the vendor's library is
 * @param visited whether the shop opens when somebody asks for its page; otherwise it does when it is started
 */
record Application(String title, int firstJdk, String library, boolean visited, Layout layout) {

    /** The page of the shop. */
    static final String PAGE = "/shop/shop.jsp";

    private static final Path DISTRIBUTIONS = Path.of("target", "distributions").toAbsolutePath();
    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    /** Lays the shop out as the container wants it. */
    @FunctionalInterface
    interface Layout {
        /**
         * Returns what starts it: the rest of the command line.
         *
         * @param directory an empty directory, in which it will run
         * @param port where it is to listen, if it does
         */
        List<String> in(Path directory, int port);
    }

    /** All there are, of each kind the oldest first. */
    static List<List<Application>> all() {
        return List.of(
                List.of(tomcat("9.0.117", 8), tomcat("11.0.13", 17)),
                List.of(
                        springBoot("2.7.18", "org.springframework.boot.loader", 8),
                        springBoot("3.5.7", "org.springframework.boot.loader.launch", 17)),
                List.of(felix("7.0.5")),
                List.of(jbossModules("2.1.6.Final", 11)));
    }

    private static Application tomcat(String version, int firstJdk) {
        return new Application("Tomcat " + version, firstJdk, "/WEB-INF/lib/crm.jar", true, (directory, port) -> {
            Path home = distribution("org.apache.tomcat:tomcat:zip:" + version);
            Path keys = Peers.soundIdentity().writePkcs12(directory.resolve("server.p12"));
            Archive.write(directory.resolve("conf/server.xml"), """
                            <Server port="-1">
                              <Listener className="org.apache.catalina.startup.VersionLoggerListener"/>
                              <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
                              <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
                              <Service name="Catalina">
                                <Connector port="%d" SSLEnabled="true" scheme="https" secure="true">
                                  <SSLHostConfig>
                                    <Certificate certificateKeystoreFile="%s" certificateKeystorePassword="%s"/>
                                  </SSLHostConfig>
                                </Connector>
                                <Engine name="Catalina" defaultHost="localhost">
                                  <Host name="localhost" appBase="webapps"/>
                                </Engine>
                              </Service>
                            </Server>
                            """.formatted(port, keys, Identity.PASSWORD));
            Archive.copy(home.resolve("conf/web.xml"), directory.resolve("conf/web.xml"));
            war(directory.resolve("webapps/shop.war"));
            Archive.directory(directory.resolve("logs"));
            return List.of(
                    "-Dcatalina.home=" + home,
                    "-Dcatalina.base=" + directory,
                    "-Djava.io.tmpdir=" + Archive.directory(directory.resolve("temp")),
                    "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                    "-Djava.util.logging.config.file=" + home.resolve("conf/logging.properties"),
                    "-cp",
                    home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                    "org.apache.catalina.startup.Bootstrap",
                    "start");
        });
    }

    private static Application springBoot(String version, String launcher, int firstJdk) {
        return new Application(
                "Spring Boot " + version, firstJdk, "shop.jar!/BOOT-INF/lib/crm.jar", false, (directory, port) -> {
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
    private static Application felix(String version) {
        return new Application("Felix " + version, 8, "shop.jar", false, (directory, port) -> {
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
    private static Application jbossModules(String version, int firstJdk) {
        return new Application("JBoss Modules " + version, firstJdk, "crm.jar", false, (directory, port) -> {
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

    @Override
    public String toString() {
        return title;
    }

    private static void war(Path file) {
        new Archive()
                .text("shop.jsp", "<%= org.tlsguard.samples.applications.shop.Shop.open() %>")
                .entry("WEB-INF/lib/shop.jar", Archive.shop())
                .entry("WEB-INF/lib/crm.jar", Archive.crm())
                .write(file);
    }

    private static Path distribution(String coordinates) {
        return UNPACKED.computeIfAbsent(coordinates, each -> {
            Path file = Maven.file(each);
            Path directory = DISTRIBUTIONS.resolve(file.getFileName().toString().replaceFirst("\\.zip$", ""));
            return Files.exists(directory) ? directory : Archive.unpack(file, directory);
        });
    }
}
