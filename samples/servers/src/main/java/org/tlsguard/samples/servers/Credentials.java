package org.tlsguard.samples.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client logs in with, in either of the two protocols spoken here: a form by HTTP, or {@code LOGIN user password}. */
public record Credentials(String user, String password) {

    private static final Pattern LOGIN = Pattern.compile("user=([^&\\s]+)&password=([^&\\s]+)|LOGIN (\\S+) (\\S+)");

    /** All credentials found in application data. */
    public static List<Credentials> in(String data) {
        List<Credentials> found = new ArrayList<>();
        Matcher login = LOGIN.matcher(data);
        while (login.find()) {
            boolean form = login.group(1) != null;
            found.add(new Credentials(login.group(form ? 1 : 3), login.group(form ? 2 : 4)));
        }
        return found;
    }
}
