package org.tlsguard.samples.clients.mail;

import java.util.Properties;
import javax.mail.Session;
import javax.mail.Store;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * JavaMail, POP3 with STARTTLS
 *
 * @library com.sun.mail:javax.mail
 * @versions 1.6.2
 * @with javax.activation:activation:1.1.1
 * @protocol pop3
 * @row default accepts any-name by com.sun.mail.*
 * @row check-server-identity accepts nobody
 *     with mail.pop3.ssl.checkserveridentity=true
 */
public final class JavaMailPop3StartTls {

    private JavaMailPop3StartTls() {}

    public static void main(String[] args) {
        Caller.main(args, JavaMailPop3StartTls::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        String protocol = "pop3";
        properties.put("mail." + protocol + ".connectiontimeout", "30000");
        properties.put("mail." + protocol + ".timeout", "30000");
        properties.put("mail." + protocol + ".starttls.enable", "true");
        properties.put("mail." + protocol + ".starttls.required", "true");
        if (target.in("check-server-identity")) {
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        Store mail = Session.getInstance(properties).getStore(protocol);
        try {
            mail.connect(target.host, target.port, Target.USER, Target.PASSWORD);
            return "connected";
        } finally {
            mail.close();
        }
    }
}
