package org.tlsguard.samples.clients.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * MariaDB Connector/J
 *
 * @library org.mariadb.jdbc:mariadb-java-client
 * @versions 2.7.12
 * @protocol mysql
 * @row verify accepts nobody
 *     with useSsl=true
 * @row trust-server-certificate accepts anybody by org.mariadb.*
 *     with trustServerCertificate=true
 * @row disable-ssl-hostname-verification accepts any-name by org.mariadb.*
 *     with disableSslHostnameVerification=true
 */
public final class MariaDb {

    private MariaDb() {}

    public static void main(String[] args) {
        Caller.main(args, MariaDb::talk);
    }

    private static Object talk(Target target) throws Exception {
        String url = "jdbc:mariadb://" + target.host + ':' + target.port
                + "/db?connectTimeout=30000&socketTimeout=30000&useSsl=true";
        if (target.in("trust-server-certificate")) {
            url += "&trustServerCertificate=true";
        }
        if (target.in("disable-ssl-hostname-verification")) {
            url += "&disableSslHostnameVerification=true";
        }
        try (Connection connection = DriverManager.getConnection(url, Target.USER, Target.PASSWORD)) {
            return connection;
        }
    }
}
