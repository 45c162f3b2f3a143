package org.tlsguard.samples.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The JDKs to test on: the one that runs the tests, those in Maven's toolchains file, and those that the environment
 * names as {@code TLSGUARD_TEST_JDKS=8=/path,11=/path}; the later ones win.
 */
public final class Jdks {

    /** The versions the product promises to run on. */
    static final SortedSet<Integer> SUPPORTED = new TreeSet<>(Arrays.asList(8, 11, 17, 21, 25));

    private static final SortedMap<Integer, Jdk> PRESENT = discover();

    private Jdks() {}

    /** Those of that version or later, the oldest first. */
    public static List<Jdk> from(int feature) {
        return List.copyOf(PRESENT.tailMap(feature).values());
    }

    static SortedSet<Integer> missing() {
        SortedSet<Integer> missing = new TreeSet<>(SUPPORTED);
        missing.removeAll(PRESENT.keySet());
        return missing;
    }

    /** The versions that must not be missing, by {@code TLSGUARD_REQUIRE_JDKS=8,11,…}. */
    static SortedSet<Integer> required() {
        return Arrays.stream(System.getenv()
                        .getOrDefault("TLSGUARD_REQUIRE_JDKS", "")
                        .split(","))
                .filter(version -> !version.isBlank())
                .map(version -> Integer.valueOf(version.trim()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int running() {
        return Runtime.version().feature();
    }

    private static SortedMap<Integer, Jdk> discover() {
        SortedMap<Integer, Jdk> found = new TreeMap<>();
        put(found, running(), Path.of(System.getProperty("java.home")));
        Path toolchains = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
        if (Files.exists(toolchains)) {
            fromToolchains(toolchains).forEach((version, home) -> put(found, version, home));
        }
        String named = System.getenv().getOrDefault("TLSGUARD_TEST_JDKS", "");
        for (String entry : named.split(",")) {
            String[] pair = entry.trim().split("=", 2);
            if (pair.length == 2) {
                put(found, Integer.parseInt(pair[0]), Path.of(pair[1]));
            }
        }
        return found;
    }

    private static void put(Map<Integer, Jdk> found, int feature, Path home) {
        Jdk jdk = new Jdk(feature, home);
        if (SUPPORTED.contains(feature) && Files.isExecutable(jdk.java()) || feature == running()) {
            found.put(feature, jdk);
        }
    }

    private static Map<Integer, Path> fromToolchains(Path file) {
        Map<Integer, Path> homes = new TreeMap<>();
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            NodeList toolchains = document.getElementsByTagName("toolchain");
            for (int i = 0; i < toolchains.getLength(); i++) {
                Element toolchain = (Element) toolchains.item(i);
                String version = text(toolchain, "version");
                String home = text(toolchain, "jdkHome");
                if (version.matches("(1\\.)?\\d+") && !home.isEmpty()) {
                    homes.put(Integer.valueOf(version.replaceFirst("^1\\.", "")), Path.of(home));
                }
            }
            return homes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static String text(Element parent, String tag) {
        NodeList elements = parent.getElementsByTagName(tag);
        return elements.getLength() == 0
                ? ""
                : elements.item(0).getTextContent().trim();
    }
}
