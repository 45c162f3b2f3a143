package org.tlsguard.samples.clients;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to configure a library: {@code NAME [in VERSION…] accepts WHOM… [but WHOM…] [hostless] [by CLASS…]
 * [with SETTING]}.
 *
 * <p>A client is hostless that tells its engine no host: nobody can say then whether a name is the right one.
 *
 * <p>The rows named {@value #DEFAULT} are the library as it comes; all others say what they set.
 *
 * @param versions those it is about; all if empty
 * @param accepts the faults of chain and name with which the client goes on
 * @param culprits the classes of which one switched the check off; {@code package.*} is any below that package
 * @param setting what the application sets, in the words of the library; empty for the library as it comes
 */
record Row(
        String name,
        List<String> versions,
        Set<Fault> accepts,
        boolean isHostless,
        List<String> culprits,
        String setting) {

    private static final Set<Fault> ANYONE = all(Fault.Kind.CHAIN)
            .filter(fault -> fault != Fault.EXPIRED && fault != Fault.NOT_YET_VALID)
            .collect(Collectors.toUnmodifiableSet());

    private static final String DEFAULT = "default";
    private static final String HOSTLESS = "hostless";
    private static final List<String> KEYWORDS = List.of("in", "accepts", "but", HOSTLESS, "by");

    /** Where the sinners are that an application writes itself. */
    private static final String APPLICATION = "org.tlsguard.samples.clients.plumbing.";

    /** Fails with a message that shows the text if it is not of that form. */
    static Row parse(String text) {
        String[] parts = text.trim().split("\\s+with\\s+", 2);
        String setting = parts.length < 2 ? "" : parts[1].replaceAll("\\s+", " ");
        List<String> words = List.of(parts[0].split("\\s+"));
        List<String> accepts = after("accepts", words);
        if (accepts.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" does not say what the row accepts");
        }
        Set<Fault> faults = faults(accepts);
        faults.removeAll(faults(after("but", words)));
        List<String> culprits = after("by", words);
        if (faults.isEmpty() != culprits.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" needs a culprit if, and only if, it accepts somebody");
        }
        if (words.get(0).equals(DEFAULT) != setting.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" needs a setting if, and only if, it is not the library as it comes");
        }
        return new Row(words.get(0), after("in", words), faults, words.contains(HOSTLESS), culprits, setting);
    }

    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** Whether it takes the application no code of its own: the library sins by default or is told to. */
    boolean isSinOfLibrary() {
        return !isSound() && culprits.stream().noneMatch(culprit -> culprit.startsWith(APPLICATION));
    }

    /** Whether any chain will do that is in time: the guard then finds so by a chain that is sound, too. */
    boolean trustsAnyone() {
        return accepts.containsAll(ANYONE);
    }

    boolean isAbout(String version) {
        return versions.isEmpty() || versions.contains(version);
    }

    boolean isSound() {
        return accepts.isEmpty();
    }

    /** Whether that class, null if there is none, is one of the culprits. */
    boolean blames(String className) {
        return className != null
                && culprits.stream()
                        .anyMatch(culprit -> culprit.endsWith("*")
                                ? className.startsWith(culprit.substring(0, culprit.length() - 1))
                                : className.equals(culprit));
    }

    private static List<String> after(String keyword, List<String> words) {
        List<String> found = new ArrayList<>();
        int start = words.indexOf(keyword);
        for (int i = start + 1; start > 0 && i < words.size() && !KEYWORDS.contains(words.get(i)); i++) {
            found.add(words.get(i));
        }
        return found;
    }

    private static Set<Fault> faults(List<String> words) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (String word : words) {
            switch (word) {
                case "nobody" -> {}
                case "any-chain" -> all(Fault.Kind.CHAIN).forEach(faults::add);
                case "any-name" -> all(Fault.Kind.NAME).forEach(faults::add);
                case "anybody" ->
                    Stream.concat(all(Fault.Kind.CHAIN), all(Fault.Kind.NAME)).forEach(faults::add);
                default -> faults.add(Fault.named(word));
            }
        }
        return faults;
    }

    private static Stream<Fault> all(Fault.Kind kind) {
        return Stream.of(Fault.values()).filter(fault -> fault.kind == kind);
    }
}
