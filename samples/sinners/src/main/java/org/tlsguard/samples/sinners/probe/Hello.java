package org.tlsguard.samples.sinners.probe;

/** Uses no TLS, and ends as it is told: {@code return}, {@code exit N}, {@code halt N}, {@code throw}. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
        switch (args.length == 0 ? "return" : args[0]) {
            case "exit":
                System.exit(Integer.parseInt(args[1]));
                break;
            case "halt":
                Runtime.getRuntime().halt(Integer.parseInt(args[1]));
                break;
            case "throw":
                throw new IllegalStateException("uncaught");
            default:
        }
    }
}
