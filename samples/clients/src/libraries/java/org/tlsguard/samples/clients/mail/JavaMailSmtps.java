package org.tlsguard.samples.clients.mail;

import java.util.Properties;
import javax.mail.Session;
import javax.mail.Transport;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * JavaMail, SMTPS
 *
 * @library com.sun.mail:javax.mail
 * @versions 1.6.2
 * @with javax.activation:activation:1.1.1
 * @protocol smtps
 * @row default accepts any-name by com.sun.mail.*
 * @row ssl-trust accepts anybody by com.sun.mail.*
 *     with mail.smtps.ssl.trust=*
 * @row check-server-identity accepts nobody
 *     with mail.smtps.ssl.checkserveridentity=true
 */
public final class JavaMailSmtps {

    private JavaMailSmtps() {}

    public static void main(String[] args) {
        Caller.main(args, JavaMailSmtps::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        String protocol = "smtps";
        properties.put("mail." + protocol + ".connectiontimeout", "30000");
        properties.put("mail." + protocol + ".timeout", "30000");
        if (target.in("ssl-trust")) {
            properties.put("mail." + protocol + ".ssl.trust", "*");
        }
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
