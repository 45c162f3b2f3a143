package org.tlsguard.cli;

import java.time.ZoneOffset;
import java.util.Date;

/** Days as policies write them. */
final class Day {

    private Day() {}

    /** The day of a point in time, in UTC, such as {@code 2027-03-31}. */
    static String of(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
