package org.tlsguard.samples.clients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/clients.md} and {@code docs/hall-of-shame.md} equal to what the files of the libraries say, which
 * {@link LibrariesIT} verifies.
 */
class ClientsDocTest {

    private static final List<Library> LIBRARIES = Library.all();
    private static final List<Fault> FAULTS = Stream.of(Fault.values())
            .filter(fault -> fault.kind == Fault.Kind.CHAIN || fault.kind == Fault.Kind.NAME)
            .toList();
    private static final String SAMPLES = "org.tlsguard.samples.";

    @Test
    void theSummaryIsWhatTheMatrixVerifiesAndEveryJdkLeftOutIsExplained() throws IOException {
        GeneratedPage.check("clients.md", Map.of("summary", summary(), "JDKs", jdks()));
    }

    @Test
    void theHallOfShameIsWhoSinsAsHeComesAndWhoForAWord() throws IOException {
        GeneratedPage.check("hall-of-shame.md", Map.of("by default", shame(true), "with a word", shame(false)));
    }

    private static String summary() {
        StringBuilder text = new StringBuilder();
        long versions = LIBRARIES.stream()
                .mapToLong(library -> library.versions().size())
                .sum();
        long configurations =
                configurations().mapToLong(each -> each.versions().size()).sum();
        text.append(String.format(
                "%d clients in %d versions, %d configurations in all.\n\n",
                LIBRARIES.size(), versions, configurations));
        text.append("| client | version | configuration | sound |");
        FAULTS.forEach(fault -> text.append(' ').append(fault).append(" |"));
        text.append("\n|---|---|---|---|").append("---|".repeat(FAULTS.size())).append('\n');
        configurations().forEach(each -> {
            text.append(line(each.library.title(), each.versionText(), each.settingText(), sound(each.row)));
            FAULTS.forEach(
                    fault -> text.append(' ').append(fate(each.row, fault)).append(" |"));
            text.append('\n');
        });
        return text.toString();
    }

    private static String jdks() {
        StringBuilder text = new StringBuilder("| client | JDK | why not the others |\n|---|---|---|\n");
        LIBRARIES.stream()
                .filter(library -> !library.whyTheseJdks().isEmpty())
                .forEach(library -> text.append(line(library.title(), range(library), library.whyTheseJdks()))
                        .append('\n'));
        return text.toString();
    }

    private static String shame(boolean byDefault) {
        StringBuilder text = new StringBuilder("| library | version | " + (byDefault ? "" : "the word | ")
                + "accepts | the guard blames | audit reports"
                + " | enforce, before anything is sent | set instead |\n");
        text.append("|---|---|").append("---|".repeat(byDefault ? 5 : 6)).append('\n');
        configurations()
                .filter(each -> each.row.isSinOfLibrary() && each.row.isDefault() == byDefault)
                .forEach(each -> {
                    List<String> cells = new ArrayList<>(List.of(each.libraryText(), each.versionText()));
                    if (!byDefault) {
                        cells.add(each.settingText());
                    }
                    cells.add(accepted(each.row));
                    cells.add(blamed(each.row));
                    cells.add(rules(each.row));
                    cells.add(enforced(each.row));
                    cells.add(each.remedy());
                    text.append(line(cells.toArray(String[]::new))).append('\n');
                });
        return text.toString();
    }

    private static String sound(Row row) {
        return row.isSound() ? "untouched" : row.trustsAnyone() ? "repaired" : "goes on";
    }

    private static String fate(Row row, Fault fault) {
        if (!row.accepts().contains(fault)) {
            return "refused";
        }
        return row.isHostless() && fault.kind == Fault.Kind.NAME ? "noted" : "**caught**";
    }

    private static String accepted(Row row) {
        List<String> words = new ArrayList<>();
        Set<Fault> chains = row.accepts().stream()
                .filter(fault -> fault.kind == Fault.Kind.CHAIN)
                .collect(Collectors.toSet());
        List<Fault> missing = FAULTS.stream()
                .filter(fault -> fault.kind == Fault.Kind.CHAIN && !chains.contains(fault))
                .toList();
        if (!chains.isEmpty()) {
            words.add("any chain" + (missing.isEmpty() ? "" : " but " + join(missing)));
        }
        if (row.accepts().stream().anyMatch(fault -> fault.kind == Fault.Kind.NAME)) {
            words.add("any name");
        }
        return String.join(", ", words);
    }

    /** The packages and classes that the report names, those of the samples as what they stand for. */
    private static String blamed(Row row) {
        return row.culprits().stream()
                .map(culprit -> culprit.startsWith(SAMPLES) ? "the caller" : '`' + culprit + '`')
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String rules(Row row) {
        return row.accepts().stream()
                .map(fault -> '`' + fault.rule + '`')
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String enforced(Row row) {
        if (row.isHostless()) {
            return row.trustsAnyone()
                    ? "refuses an impostor; verifies the chain of whoever is sound in its stead, not the name"
                    : "nothing: it is not known who was dialled";
        }
        return row.trustsAnyone()
                ? "refuses an impostor; verifies whoever is sound in its stead"
                : "refuses an impostor";
    }

    private static String join(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining(", "));
    }

    private static String range(Library library) {
        return library.firstJdk()
                + (library.lastJdk() == Integer.MAX_VALUE ? " and later" : " to " + library.lastJdk());
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(cell -> " " + cell + " |").collect(Collectors.joining("", "|", ""));
    }

    private static Stream<Configuration> configurations() {
        return LIBRARIES.stream()
                .flatMap(library -> library.rows().stream()
                        .map(row -> new Configuration(
                                library,
                                row,
                                library.versions().stream().filter(row::isAbout).toList())));
    }

    /** A row, and the versions that it is about. */
    private record Configuration(Library library, Row row, List<String> versions) {

        String libraryText() {
            return library.artifact() == null ? library.title() : library.title() + " (`" + library.artifact() + "`)";
        }

        String versionText() {
            return library.artifact() == null ? "the JDK's" : String.join(", ", versions);
        }

        String settingText() {
            return row.isDefault() ? "as it comes" : code(row.setting());
        }

        /** A row of all these versions that is sound and was run, or what the library's file advises. */
        String remedy() {
            return library.rows().stream()
                    .filter(other -> other.isSound() && versions.stream().allMatch(other::isAbout))
                    .findFirst()
                    .map(other -> other.isDefault() ? "leave it as it comes" : code(other.setting()))
                    .orElseGet(this::advice);
        }

        private String advice() {
            if (library.remedy().isEmpty()) {
                throw new AssertionError(library.file() + ": row " + row.name()
                        + " needs a sound row of the same versions, or a @remedy");
            }
            return library.remedy();
        }

        /** Settings are code, descriptions of an application's own are not. */
        private static String code(String setting) {
            return setting.startsWith("an application's own") ? setting : '`' + setting + '`';
        }
    }
}
