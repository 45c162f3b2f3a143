package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {
    @Test
    void daysEndWhenTheCalendarSaysSo() {
        for (LocalDate day = LocalDate.of(1960, 1, 1); day.getYear() < 2110; day = day.plusDays(1)) {
            long next = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
            assertThat(Day.end(day.toString())).isEqualTo(next - 1);
            if (day.getYear() >= 1970) {
                assertThat(Day.of(next - 1)).isEqualTo(day.toString());
                assertThat(Day.of(next)).isEqualTo(day.plusDays(1).toString());
            }
        }
        assertThat(Day.end("9999-12-31"))
                .isEqualTo(LocalDate.of(10000, 1, 1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                                .toEpochMilli()
                        - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-29",
        "2100-02-29",
        "2027-00-10",
        "2027-13-10",
        "2027-04-31",
        "2027-01-00",
        "27-01-01",
        "2027/01/01",
        "2027-1-001"
    })
    void thereAreNoOtherDays(String text) {
        assertThatThrownBy(() -> Day.end(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a*, a, true",
        "a*, abc, true",
        "*c, abc, true",
        "a*c*e, abcde, true",
        "a*c*e, abcd, false",
        "**, '', true",
        "'', '', true",
        "'', a, false",
        "a, A, false",
        "*ab, aab, true"
    })
    void globs(String pattern, String text, boolean expected) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(expected);
    }

    @Test
    void globsAreWhatRegularExpressionsAre() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*");
            String text = word(random, "ab");
            assertThat(Glob.matches(pattern, text))
                    .as("%s %s", pattern, text)
                    .isEqualTo(text.matches(pattern.replace("*", ".*")));
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void globsDoNotExplode() {
        String pattern = String.join("", Collections.nCopies(50, "a*")) + "b";
        String text = String.join("", Collections.nCopies(20_000, "a"));
        long start = System.nanoTime();
        assertThat(Glob.matches(pattern, text)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"anchros, anchors", "ANCHORS, anchors", "application_anchors, application-anchors", "distrsut, distrust"
    })
    void suggestsTheNearestWord(String written, String meant) {
        assertThat(Suggestion.among(written, Arrays.asList("anchors", "application-anchors", "distrust")))
                .isEqualTo(" (did you mean " + meant + "?)");
    }

    @ParameterizedTest
    @CsvSource({"zebra", "a", "''", "anch"})
    void suggestsNothingFarFetched(String written) {
        assertThat(Suggestion.among(written, Arrays.asList("anchors", "distrust")))
                .isEmpty();
    }

    @Test
    void quotesSoThatNothingGetsOut() {
        assertThat(Yaml.quoted("a\"b\\c\n\u001b\u0085\u2028\uD83D\uDE00\uD83D"))
                .isEqualTo("\"a\\\"b\\\\c\\u000a\\u001b\\u0085\\u2028\\U0001f600\\ud83d\"");
    }
}
