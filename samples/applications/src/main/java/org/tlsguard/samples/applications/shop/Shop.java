package org.tlsguard.samples.applications.shop;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;
import org.tlsguard.samples.applications.crm.CrmClient;

/**
 * Logs in at three servers, once each, on ports that system properties name: at {@code crm} with its vendor's library, at
 * {@code bank} and {@code impostor} as the JVM is set up. Says how each went, and at last {@code shop open}.
 */
public final class Shop {

    private static final Logger LOG = Logger.getLogger(Shop.class.getName());

    private Shop() {}

    public static void main(String[] args) {
        open();
    }

    /** Does what there is to do, and returns what was said. */
    public static String open() {
        LOG.info("the shop opens");
        String said = logIn("crm", CrmClient::open)
                + '\n'
                + logIn("bank", Shop::connect)
                + '\n'
                + logIn("impostor", Shop::connect);
        System.out.println("logging by " + LogManager.getLogManager().getClass().getName());
        System.out.println(said + "\nshop open");
        return said;
    }

    private static String logIn(String name, Opener opener) {
        try {
            HttpsURLConnection connection =
                    opener.open(new URL("https", "localhost", Integer.getInteger(name), "/login"));
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write("user=alice&password=s3cret".getBytes(StandardCharsets.US_ASCII));
            }
            try (InputStream in = connection.getInputStream()) {
                return name + " GOT "
                        + new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
            }
        } catch (Exception e) {
            return name + " FAILED " + e.toString().split("\\R", 2)[0];
        }
    }

    private static HttpsURLConnection connect(URL server) throws Exception {
        return (HttpsURLConnection) server.openConnection();
    }

    private interface Opener {
        HttpsURLConnection open(URL server) throws Exception;
    }
}
