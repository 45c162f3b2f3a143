package org.tlsguard.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/** One run of the command line: what it printed and what it exited with. */
final class Invocation {

    final int exitCode;
    final String out;
    final String err;

    private Invocation(int exitCode, String out, String err) {
        this.exitCode = exitCode;
        this.out = out;
        this.err = err;
    }

    static Invocation of(Object... args) throws UnsupportedEncodingException {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(texts, new PrintStream(out, true, "UTF-8"), new PrintStream(err, true, "UTF-8"));
        return new Invocation(exitCode, out.toString("UTF-8"), err.toString("UTF-8"));
    }
}
