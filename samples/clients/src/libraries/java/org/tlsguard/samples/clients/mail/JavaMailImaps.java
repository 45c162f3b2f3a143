package org.tlsguard.samples.clients.mail;

import java.util.Properties;
import javax.mail.Session;
import javax.mail.Store;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * JavaMail, IMAPS
 *
 * @library com.sun.mail:javax.mail
 * @versions 1.6.2
 * @with javax.activation:activation:1.1.1
 * @protocol imaps
 * @row default accepts any-name by com.sun.mail.*
 * @row ssl-trust accepts anybody by com.sun.mail.*
 *     with mail.imaps.ssl.trust=*
 * @row check-server-identity accepts nobody
 *     with mail.imaps.ssl.checkserveridentity=true
 */
public final class JavaMailImaps {

    private JavaMailImaps() {}

    public static void main(String[] args) {
        Caller.main(args, JavaMailImaps::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        String protocol = "imaps";
        properties.put("mail." + protocol + ".connectiontimeout", "30000");
        properties.put("mail." + protocol + ".timeout", "30000");
        if (target.in("ssl-trust")) {
            properties.put("mail." + protocol + ".ssl.trust", "*");
        }
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
