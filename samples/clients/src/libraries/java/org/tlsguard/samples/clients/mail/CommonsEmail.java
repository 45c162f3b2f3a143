package org.tlsguard.samples.clients.mail;

import org.apache.commons.mail.SimpleEmail;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Commons Email
 *
 * @library org.apache.commons:commons-email
 * @versions 1.5
 * @protocol smtps
 * @row default accepts any-name by com.sun.mail.*
 * @row check-server-identity accepts nobody
 *     with setSSLCheckServerIdentity(true)
 */
public final class CommonsEmail {

    private CommonsEmail() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsEmail::talk);
    }

    private static Object talk(Target target) throws Exception {
        SimpleEmail email = new SimpleEmail();
        email.setHostName(target.host);
        email.setSslSmtpPort(String.valueOf(target.port));
        email.setSSLOnConnect(true);
        email.setSSLCheckServerIdentity(target.in("check-server-identity"));
        email.setAuthentication(Target.USER, Target.PASSWORD);
        email.setFrom("alice@corp.example");
        email.addTo("bob@corp.example");
        email.setMsg("hello");
        return email.send();
    }
}
