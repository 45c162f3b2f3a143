package org.tlsguard.samples.clients.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * MySQL Connector/J 5
 *
 * @library mysql:mysql-connector-java
 * @versions 5.1.49
 * @protocol mysql
 * @row default accepts anybody but expired not-yet-valid by com.mysql.*
 * @row verify accepts any-name by com.mysql.*
 *     with useSSL=true, requireSSL=true and verifyServerCertificate=true
 * @remedy Connector/J 8 has sslMode=VERIFY_IDENTITY; this one never checks the name.
 */
public final class MySql5 {

    private MySql5() {}

    public static void main(String[] args) {
        Caller.main(args, MySql5::talk);
    }

    private static Object talk(Target target) throws Exception {
        String url = "jdbc:mysql://" + target.host + ':' + target.port + "/db?connectTimeout=30000&socketTimeout=30000";
        if (target.in("verify")) {
            url += "&useSSL=true&requireSSL=true&verifyServerCertificate=true";
        }
        try (Connection connection = DriverManager.getConnection(url, Target.USER, Target.PASSWORD)) {
            return connection;
        }
    }
}
