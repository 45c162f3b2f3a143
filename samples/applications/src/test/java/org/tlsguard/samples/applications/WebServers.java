package org.tlsguard.samples.applications;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tlsguard.samples.pki.Identity;

/** Servers with the shop as a war, whose page is asked for over TLS. */
final class WebServers {

    /** Where the vendor's library is. */
    private static final String LIBRARY = "/WEB-INF/lib/crm.jar";

    /** What WildFly's start script opens to it. Java 8, which has no modules, has to be told to bear it. */
    private static final List<String> OPENED = Stream.concat(
                    Stream.of("-XX:+IgnoreUnrecognizedVMOptions"),
                    Stream.of(
                                    "java.base/java.io",
                                    "java.base/java.lang",
                                    "java.base/java.lang.invoke",
                                    "java.base/java.lang.reflect",
                                    "java.base/java.security",
                                    "java.base/java.util",
                                    "java.base/java.util.concurrent",
                                    "java.management/javax.management",
                                    "java.naming/javax.naming")
                            .map(each -> "--add-opens=" + each + "=ALL-UNNAMED"))
            .toList();

    private WebServers() {}

    static Application tomcat(String version, int firstJdk) {
        return new Application("Tomcat " + version, firstJdk, LIBRARY, Guest.OF_THE_SHOP, (directory, port) -> {
            Path home = Distribution.of("org.apache.tomcat:tomcat:zip:" + version);
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

    /** With a connector for HTTPS only. What is set below a module of some Jakarta version is not for the connector. */
    static Application jetty(String version, String modules, int firstJdk) {
        return new Application("Jetty " + version, firstJdk, LIBRARY, Guest.OF_THE_SHOP, (directory, port) -> {
            Peers.soundIdentity().writePkcs12(directory.resolve("server.p12"));
            Archive.write(directory.resolve("start.d/https.ini"), """
                            --module=https
                            jetty.ssl.port=%1$d
                            jetty.sslContext.keyStorePath=server.p12
                            jetty.sslContext.keyStorePassword=%2$s
                            jetty.sslContext.keyManagerPassword=%2$s
                            jetty.sslContext.trustStorePath=server.p12
                            jetty.sslContext.trustStorePassword=%2$s
                            """.formatted(port, Identity.PASSWORD));
            Archive.write(directory.resolve("start.d/shop.ini"), "--module=" + modules);
            war(directory.resolve("webapps/shop.war"));
            return List.of(
                    "-Djava.io.tmpdir=" + Archive.directory(directory.resolve("temp")),
                    "-jar",
                    Distribution.of("org.eclipse.jetty:jetty-home:zip:" + version)
                            .resolve("start.jar")
                            .toString());
        });
    }

    /** Configured as it is shipped: it makes itself a certificate for HTTPS when the first client comes. */
    static Application wildFly(String version, int firstJdk, int lastJdk) {
        return new Application(
                "WildFly " + version, firstJdk, lastJdk, LIBRARY, Guest.OF_THE_SHOP, (directory, port) -> {
                    Path home = Distribution.of("org.wildfly:wildfly-dist:zip:" + version);
                    Path shipped = home.resolve("standalone/configuration");
                    Path own = directory.resolve("configuration");
                    for (String each : List.of(
                            "standalone.xml",
                            "logging.properties",
                            "application-roles.properties",
                            "application-users.properties",
                            "mgmt-groups.properties",
                            "mgmt-users.properties")) {
                        Archive.copy(shipped.resolve(each), own.resolve(each));
                    }
                    war(directory.resolve("deployments/shop.war"));
                    List<String> command = new ArrayList<>(OPENED);
                    command.addAll(List.of(
                            "-Dorg.jboss.boot.log.file=" + directory.resolve("log/server.log"),
                            "-Dlogging.configuration="
                                    + own.resolve("logging.properties").toUri(),
                            "-jar",
                            home.resolve("jboss-modules.jar").toString(),
                            "-mp",
                            home.resolve("modules").toString(),
                            "org.jboss.as.standalone",
                            "-Djboss.home.dir=" + home,
                            "-Djboss.server.base.dir=" + directory,
                            "-Djboss.https.port=" + port,
                            "-Djboss.http.port=0",
                            "-Djboss.management.http.port=0"));
                    return command;
                });
    }

    private static void war(Path file) {
        new Archive()
                .text("shop.jsp", "<%= org.tlsguard.samples.applications.shop.Shop.open() %>")
                .entry("WEB-INF/lib/shop.jar", Archive.shop())
                .entry("WEB-INF/lib/crm.jar", Archive.crm())
                .write(file);
    }
}
