package org.tlsguard.report;

import java.time.Instant;

/** Points in time, as reports write them: ISO 8601, UTC, whole seconds. */
final class Time {

    private Time() {}

    static String iso(long epochMillis) {
        return Instant.ofEpochSecond(Math.floorDiv(epochMillis, 1000L)).toString();
    }

    /** The same for people. */
    static String words(long epochMillis) {
        return iso(epochMillis).replace('T', ' ').replace("Z", " UTC");
    }
}
