package org.tlsguard.samples.clients.mail;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Angus Mail, SMTP with STARTTLS
 *
 * @library org.eclipse.angus:angus-mail
 * @versions 2.0.3
 * @protocol smtp
 * @row default accepts nobody
 * @row ssl-trust accepts any-chain by org.eclipse.angus.*
 *     with mail.smtp.ssl.trust=*
 * @row no-server-identity accepts any-name by org.eclipse.angus.*
 *     with mail.smtp.ssl.checkserveridentity=false
 */
public final class AngusMail {

    private AngusMail() {}

    public static void main(String[] args) {
        Caller.main(args, AngusMail::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        String protocol = "smtp";
        properties.put("mail." + protocol + ".connectiontimeout", "30000");
        properties.put("mail." + protocol + ".timeout", "30000");
        properties.put("mail." + protocol + ".starttls.enable", "true");
        properties.put("mail." + protocol + ".starttls.required", "true");
        if (target.in("ssl-trust")) {
            properties.put("mail." + protocol + ".ssl.trust", "*");
        }
        if (target.in("no-server-identity")) {
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "false");
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
