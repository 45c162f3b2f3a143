package org.tlsguard.samples.clients.mail;

import java.util.Properties;
import javax.mail.Session;
import javax.mail.Transport;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * JavaMail, SMTP with STARTTLS
 *
 * @library com.sun.mail:javax.mail
 * @versions 1.4.7 1.6.2
 * @with javax.activation:activation:1.1.1
 * @protocol smtp
 * @row default accepts any-name by com.sun.mail.*
 * @row ssl-trust accepts anybody by com.sun.mail.*
 *     with mail.smtp.ssl.trust=*
 * @row check-server-identity in 1.6.2 accepts nobody
 *     with mail.smtp.ssl.checkserveridentity=true
 * @remedy mail.smtp.ssl.checkserveridentity=true, and 1.6.2: on newer JDKs 1.4.7 then knows no subject alternative names.
 */
public final class JavaMailStartTls {

    private JavaMailStartTls() {}

    public static void main(String[] args) {
        Caller.main(args, JavaMailStartTls::talk);
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
