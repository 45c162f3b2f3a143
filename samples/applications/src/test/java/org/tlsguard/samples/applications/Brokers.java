package org.tlsguard.samples.applications;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tlsguard.samples.applications.activemq.ShopPlugin;
import org.tlsguard.samples.applications.kafka.ShopPolicy;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.tests.Maven;

/** Message brokers with the shop as a plug-in, and a listener for TLS to which a program of their own comes. */
final class Brokers {

    private static final String LIBRARY = "plugins/crm.jar";
    private static final String LOG = "org.slf4j:slf4j-reload4j:1.7.36";

    /** What ActiveMQ says of a connection that ends, or of its listener when it stops, depends on who was quicker. */
    private static final List<String> RACING = List.of(
            "org.apache.activemq.broker.TransportConnection.Service",
            "org.apache.activemq.broker.TransportConnector",
            "org.apache.activemq.transport.tcp.TcpTransportServer");

    private Brokers() {}

    /** Broker and controller in one: the one is the other's client, over TLS as well. */
    static Application kafka(String version, int firstJdk) {
        List<String> jars = List.of("org.apache.kafka:kafka_2.13:" + version, LOG);
        Guest client = Guest.program("Kafka Server started", (directory, port) -> {
            Path settings = Archive.write(directory.resolve("client.properties"), "security.protocol=SSL");
            return List.of(
                    log(directory, "WARN", "kafka.admin", List.of()),
                    "-cp",
                    classPath(jars),
                    "kafka.admin.ConfigCommand",
                    "--bootstrap-server",
                    "localhost:" + port,
                    "--command-config",
                    settings.toString(),
                    "--describe",
                    "--entity-type",
                    "topics");
        });
        return new Application("Kafka " + version, firstJdk, LIBRARY, client, (directory, port) -> {
            Path keys = Peers.soundIdentity().writePkcs12(directory.resolve("server.p12"));
            Path data = directory.resolve("data");
            Archive.write(data.resolve("meta.properties"), """
                    version=1
                    cluster.id=AAAAAAAAAAAAAAAAAAAAAA
                    node.id=1
                    """);
            Path settings = Archive.write(directory.resolve("server.properties"), """
                            process.roles=broker,controller
                            node.id=1
                            controller.quorum.voters=1@localhost:%2$d
                            controller.listener.names=CONTROLLER
                            listeners=CLIENTS://localhost:%1$d,CONTROLLER://localhost:%2$d
                            inter.broker.listener.name=CLIENTS
                            listener.security.protocol.map=CLIENTS:SSL,CONTROLLER:SSL
                            ssl.keystore.location=%3$s
                            ssl.keystore.password=%4$s
                            ssl.key.password=%4$s
                            ssl.keystore.type=PKCS12
                            ssl.truststore.location=%5$s
                            ssl.truststore.password=%4$s
                            log.dirs=%6$s
                            create.topic.policy.class.name=%7$s
                            """.formatted(
                    port, Ports.free(), keys, Identity.PASSWORD, Peers.trustStore(), data, ShopPolicy.class.getName()));
            return List.of(
                    log(directory, "WARN", "kafka.server.KafkaRaftServer", List.of()),
                    "-cp",
                    plugin(directory, ShopPolicy.class) + File.pathSeparator + classPath(jars),
                    "kafka.Kafka",
                    settings.toString());
        });
    }

    /**
     * With the Spring that its distribution has.
     *
     * @param spring the version of that
     */
    static Application activeMq(String version, String spring, int firstJdk) {
        List<String> jars = List.of(
                "org.apache.activemq:activemq-console:" + version,
                "org.apache.activemq:activemq-spring:" + version,
                "org.springframework:spring-context:" + spring,
                LOG);
        String main = "org.apache.activemq.console.command.ShellCommand";
        Guest client = Guest.program(
                ") started",
                (directory, port) -> List.of(
                        log(directory, "WARN", "org.apache.activemq.console", List.of()),
                        "-cp",
                        classPath(jars),
                        main,
                        "producer",
                        "--brokerUrl",
                        "ssl://localhost:" + port,
                        "--destination",
                        "queue://orders",
                        "--messageCount",
                        "1"));
        return new Application("ActiveMQ " + version, firstJdk, LIBRARY, client, (directory, port) -> {
            Path keys = Peers.soundIdentity().writePkcs12(directory.resolve("server.p12"));
            Path settings = Archive.write(directory.resolve("activemq.xml"), """
                            <beans xmlns="http://www.springframework.org/schema/beans"
                                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                                   xsi:schemaLocation="http://www.springframework.org/schema/beans
                                       http://www.springframework.org/schema/beans/spring-beans.xsd
                                       http://activemq.apache.org/schema/core
                                       http://activemq.apache.org/schema/core/activemq-core.xsd">
                              <broker xmlns="http://activemq.apache.org/schema/core" brokerName="shop"
                                      useJmx="false" persistent="false" dataDirectory="data">
                                <sslContext>
                                  <sslContext keyStore="file:%2$s" keyStorePassword="%3$s" keyStoreType="PKCS12"/>
                                </sslContext>
                                <transportConnectors>
                                  <transportConnector name="ssl" uri="ssl://localhost:%1$d"/>
                                </transportConnectors>
                                <plugins>
                                  <bean xmlns="http://www.springframework.org/schema/beans" class="%4$s"/>
                                </plugins>
                              </broker>
                            </beans>
                            """.formatted(
                            port, keys, Identity.PASSWORD, ShopPlugin.class.getName()));
            return List.of(
                    log(directory, "INFO", "org.apache.activemq", RACING),
                    "-Dactivemq.base=" + directory,
                    "-cp",
                    plugin(directory, ShopPlugin.class) + File.pathSeparator + classPath(jars),
                    main,
                    "start",
                    "xbean:file:" + settings);
        });
    }

    /** The class path of a plug-in that opens the shop. */
    private static String plugin(Path directory, Class<?> one) {
        Path plugins = directory.resolve("plugins");
        return join(List.of(
                new Archive().classes("", one).write(plugins.resolve("plugin.jar")),
                Archive.write(plugins.resolve("shop.jar"), Archive.shop()),
                Archive.write(plugins.resolve("crm.jar"), Archive.crm())));
    }

    private static String classPath(List<String> jars) {
        return join(Maven.classPath(jars));
    }

    private static String join(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The option that has it log to the console.
     *
     * @param talkative the part that says more
     * @param hushed those that say less
     */
    private static String log(Path directory, String level, String talkative, List<String> hushed) {
        Path settings = Archive.write(
                directory.resolve("log4j.properties"),
                """
                log4j.rootLogger=%s, console
                log4j.logger.%s=INFO
                log4j.appender.console=org.apache.log4j.ConsoleAppender
                log4j.appender.console.layout=org.apache.log4j.PatternLayout
                log4j.appender.console.layout.ConversionPattern=%%p %%c %%m%%n
                """.formatted(level, talkative)
                        + hushed.stream()
                                .map(each -> "log4j.logger." + each + "=ERROR\n")
                                .collect(Collectors.joining()));
        return "-Dlog4j.configuration=" + settings.toUri();
    }
}
