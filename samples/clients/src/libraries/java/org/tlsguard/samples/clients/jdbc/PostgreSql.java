package org.tlsguard.samples.clients.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * PostgreSQL JDBC
 *
 * @library org.postgresql:postgresql
 * @versions 42.2.4 42.7.14
 * @protocol postgresql
 * @row default in 42.7.14 accepts anybody by org.postgresql.*
 * @row require accepts anybody by org.postgresql.*
 *     with sslmode=require
 * @row verify-full in 42.7.14 accepts nobody
 *     with sslmode=verify-full
 * @row java-factory in 42.7.14 accepts nobody
 *     with ssl=true and sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory
 * @remedy sslmode=verify-full
 */
public final class PostgreSql {

    private PostgreSql() {}

    public static void main(String[] args) {
        Caller.main(args, PostgreSql::talk);
    }

    private static Object talk(Target target) throws Exception {
        String url = "jdbc:postgresql://" + target.host + ':' + target.port + "/db?connectTimeout=5&socketTimeout=5";
        if (target.in("require")) {
            url += "&sslmode=require";
        }
        if (target.in("verify-full")) {
            url += "&sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
        }
        if (target.in("java-factory")) {
            url += "&ssl=true&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
        }
        try (Connection connection = DriverManager.getConnection(url, Target.USER, Target.PASSWORD)) {
            return connection;
        }
    }
}
