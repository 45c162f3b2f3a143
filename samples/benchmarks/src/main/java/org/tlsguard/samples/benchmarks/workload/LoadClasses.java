package org.tlsguard.samples.benchmarks.workload;

/** Loads the classes {@code NAME0}, {@code NAME1}, … of an application. */
public final class LoadClasses {

    private LoadClasses() {}

    public static void main(String[] args) throws Exception {
        String name = args[0];
        int count = Integer.parseInt(args[1]);
        ClassLoader loader = LoadClasses.class.getClassLoader();
        Figures figures = Figures.start();
        for (int i = 0; i < count; i++) {
            Class.forName(name + i, true, loader);
        }
        figures.stop(count);
        Figures.resident();
    }
}
