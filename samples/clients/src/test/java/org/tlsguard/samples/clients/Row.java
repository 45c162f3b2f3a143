package org.tlsguard.samples.clients;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way to configure a library: {@code NAME [in VERSION…] accepts WHOM… [but WHOM…] [by CLASS…]}.
 *
 * @param versions those it is about; all if empty
 * @param accepts the faults of chain and name with which the client goes on
 * @param culprits the classes of which one switched the check off; {@code package.*} is any below that package
 */
record Row(String name, List<String> versions, Set<Fault> accepts, List<String> culprits) {

    private static final List<String> KEYWORDS = List.of("in", "accepts", "but", "by");

    /** Fails with a message that shows the text if it is not of that form. */
    static Row parse(String text) {
        List<String> words = List.of(text.trim().split("\\s+"));
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
        return new Row(words.get(0), after("in", words), faults, culprits);
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
