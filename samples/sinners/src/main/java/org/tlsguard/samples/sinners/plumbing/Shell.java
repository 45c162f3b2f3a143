package org.tlsguard.samples.sinners.plumbing;

/** Runs an application and says how it went: {@code GOT …}, or {@code FAILED <- Exception: message <- Cause: …} and exit code 1. */
public final class Shell {

    private Shell() {}

    public static void run(String[] args, Application application) {
        try {
            System.out.println("GOT " + application.talkTo(new Peer(args)));
        } catch (Throwable failure) {
            System.out.println("FAILED" + chain(failure));
            System.exit(1);
        }
    }

    private static String chain(Throwable failure) {
        StringBuilder line = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            line.append(" <- ")
                    .append(t.getClass().getSimpleName())
                    .append(": ")
                    .append(t.getMessage());
        }
        return line.toString().replace('\r', ' ').replace('\n', ' ');
    }
}
