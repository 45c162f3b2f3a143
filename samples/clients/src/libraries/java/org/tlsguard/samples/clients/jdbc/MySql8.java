package org.tlsguard.samples.clients.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * MySQL Connector/J 8
 *
 * @library mysql:mysql-connector-java
 * @versions 8.0.33
 * @protocol mysql
 * @row default accepts anybody but expired not-yet-valid by com.mysql.*
 * @row verify-ca accepts any-name by com.mysql.*
 *     with sslMode=VERIFY_CA
 * @row verify-identity accepts nobody
 *     with sslMode=VERIFY_IDENTITY
 */
public final class MySql8 {

    private MySql8() {}

    public static void main(String[] args) {
        Caller.main(args, MySql8::talk);
    }

    private static Object talk(Target target) throws Exception {
        String url = "jdbc:mysql://" + target.host + ':' + target.port + "/db?connectTimeout=30000&socketTimeout=30000";
        if (target.in("verify-ca")) {
            url += "&sslMode=VERIFY_CA";
        } else if (target.in("verify-identity")) {
            url += "&sslMode=VERIFY_IDENTITY";
        }
        try (Connection connection = DriverManager.getConnection(url, Target.USER, Target.PASSWORD)) {
            return connection;
        }
    }
}
