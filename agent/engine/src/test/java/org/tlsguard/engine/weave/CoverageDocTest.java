package org.tlsguard.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/coverage.md} equal to the hook table: the document is made here and committed. */
class CoverageDocTest {

    private static final String BEGIN = "<!-- begin: made from the hook table -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void theCommittedTableIsTheHookTable() throws IOException {
        Path file = Paths.get(System.getProperty("tlsguard.docs"), "coverage.md");
        String committed = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        int begin = committed.indexOf(BEGIN) + BEGIN.length();
        int end = committed.indexOf(END);
        assertThat(begin).as(BEGIN).isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(end).as(END).isGreaterThan(begin - 1);
        String expected = committed.substring(0, begin) + table() + committed.substring(end);
        if (Boolean.getBoolean("tlsguard.update-docs")) {
            Files.write(file, expected.getBytes(StandardCharsets.UTF_8));
            return;
        }
        assertThat(committed)
                .as("docs/coverage.md is not made from this hook table; make it anew with"
                        + " mvn -pl agent/engine -am test -Dtlsguard.update-docs=true")
                .isEqualTo(expected);
    }

    private static String table() {
        Map<String, List<Hook>> surfaces = new LinkedHashMap<>();
        for (Hook row : HookTable.rows()) {
            String surface = row.name().contains(":")
                    ? row.name().substring(0, row.name().indexOf(':'))
                    : row.name();
            surfaces.computeIfAbsent(surface, each -> new ArrayList<>()).add(row);
        }
        StringBuilder text = new StringBuilder();
        text.append("| hook | what it is for | where | JDK |\n");
        text.append("|---|---|---|---|\n");
        for (List<Hook> rows : surfaces.values()) {
            for (Hook row : rows) {
                text.append("| `").append(row.name()).append("` | ");
                text.append(row.purpose()).append(" | ");
                text.append(where(row)).append(" | ");
                text.append(row.jdks()).append(" |\n");
            }
        }
        return text.toString();
    }

    private static String where(Hook row) {
        List<String> places = new ArrayList<>();
        for (Advice each : row.advice()) {
            String place = place(each);
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        String type = row.className() == null
                ? "every application class"
                : row.isOfJdk()
                        ? "`" + row.className().replace('/', '.') + "`"
                        : "`…" + row.ending().replace('/', '.') + "`, whatever package it is in";
        return type + ": " + String.join("; ", places);
    }

    private static String place(Advice advice) {
        switch (advice.place) {
            case ENTRY:
                return "entry of `" + advice.method() + "`";
            case RETURN:
                return "return of `" + advice.method() + "`";
            case BEFORE:
                return "before it calls `" + advice.calls() + "`";
            case CALL:
            case CALL_OF_ANY:
                return "instead of its call of `" + advice.calls() + "`";
            default:
                return "on the result of `" + advice.calls() + "`";
        }
    }
}
