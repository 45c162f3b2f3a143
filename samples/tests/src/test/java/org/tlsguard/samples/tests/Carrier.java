package org.tlsguard.samples.tests;

import java.util.Locale;

/** What client samples can be told to log in over, by {@code via=…}. */
enum Carrier {
    HTTPS(8),
    SOCKET(8),
    ENGINE(8),
    ENGINE_TASKS(8),
    HTTP_CLIENT(11);

    private final int firstJdk;

    Carrier(int firstJdk) {
        this.firstJdk = firstJdk;
    }

    Scenario.Draft under(Class<?> sample) {
        return Scenario.sample(sample)
                .with("via=" + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .fromJdk(firstJdk);
    }
}
