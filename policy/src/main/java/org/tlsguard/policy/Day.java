package org.tlsguard.policy;

/** Calendar days, without the many classes of {@code java.time} that would be loaded before the application starts. */
final class Day {
    static final long MILLISECONDS = 24L * 60 * 60 * 1000;

    private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String FORM = "0000-00-00";

    private Day() {}

    /**
     * Returns the last millisecond of a day in UTC, since 1970.
     *
     * @param text {@code YYYY-MM-DD} (ISO 8601) of a day of the Gregorian calendar
     * @throws IllegalArgumentException with a message for the author of the policy
     */
    static long end(String text) {
        if (text.length() != FORM.length()) {
            throw new IllegalArgumentException("a day is written YYYY-MM-DD");
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                throw new IllegalArgumentException("a day is written YYYY-MM-DD");
            }
        }
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8));
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw new IllegalArgumentException("there is no such day");
        }
        long days = day - 1;
        for (int m = 1; m < month; m++) {
            days += daysOf(year, m);
        }
        days += 365L * year + leapDaysBefore(year) - (365L * 1970 + leapDaysBefore(1970));
        return (days + 1) * MILLISECONDS - 1;
    }

    /** Returns the day, in UTC, of an instant in milliseconds since 1970; not for times before. */
    static String of(long instant) {
        int days = (int) (instant / MILLISECONDS);
        int year = 1970;
        for (int length = 365; days >= length; length = 337 + daysOf(year, 2)) {
            days -= length;
            year++;
        }
        int month = 1;
        while (days >= daysOf(year, month)) {
            days -= daysOf(year, month++);
        }
        return FORM.substring(0, 4 - String.valueOf(year).length())
                + year
                + (month < 10 ? "-0" : "-")
                + month
                + (days < 9 ? "-0" : "-")
                + (days + 1);
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
        return DAYS_OF_MONTH[month - 1] + (leap && month == 2 ? 1 : 0);
    }

    /** Counts the leap days of the years from 0 to the one before; only differences of it mean anything. */
    private static int leapDaysBefore(int year) {
        return (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    }
}
