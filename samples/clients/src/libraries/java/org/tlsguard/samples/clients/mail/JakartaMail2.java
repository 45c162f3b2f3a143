package org.tlsguard.samples.clients.mail;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Jakarta Mail 2, SMTPS
 *
 * @library com.sun.mail:jakarta.mail
 * @versions 2.0.1
 * @protocol smtps
 * @row default accepts any-name by com.sun.mail.*
 * @row check-server-identity accepts nobody
 *     with mail.smtps.ssl.checkserveridentity=true
 */
public final class JakartaMail2 {

    private JakartaMail2() {}

    public static void main(String[] args) {
        Caller.main(args, JakartaMail2::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        String protocol = "smtps";
        properties.put("mail." + protocol + ".connectiontimeout", "30000");
        properties.put("mail." + protocol + ".timeout", "30000");
        if (target.in("check-server-identity")) {
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        Transport mail = Session.getInstance(properties).getTransport(protocol);
        try {
            mail.connect(target.host, target.port, Target.USER, Target.PASSWORD);
            return "connected";
        } finally {
            mail.close();
        }
    }
}
