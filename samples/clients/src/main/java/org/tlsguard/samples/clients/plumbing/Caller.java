package org.tlsguard.samples.clients.plumbing;

/**
 * Has one conversation after the other, and says of each how it went: {@code LABEL GOT …}, or
 * {@code LABEL FAILED <- Exception: message <- its cause}.
 */
public final class Caller {

    private Caller() {}

    /** Arguments: the row, then {@code LABEL=PORT} for each server on localhost. Ends the JVM. */
    public static void main(String[] args, Conversation conversation) {
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            Target target = new Target(args[0], "localhost", Integer.parseInt(args[i].substring(equals + 1)));
            System.out.println(args[i].substring(0, equals) + ' ' + outcome(conversation, target));
        }
        // Libraries leave threads behind.
        System.exit(0);
    }

    private static String outcome(Conversation conversation, Target target) {
        try {
            return ("GOT " + conversation.with(target)).replace('\r', ' ').replace('\n', ' ');
        } catch (Throwable failure) {
            StringBuilder line = new StringBuilder("FAILED");
            for (Throwable t = failure; t != null; t = t.getCause()) {
                line.append(" <- ")
                        .append(t.getClass().getSimpleName())
                        .append(": ")
                        .append(t.getMessage());
            }
            return line.toString().replace('\r', ' ').replace('\n', ' ');
        }
    }
}
