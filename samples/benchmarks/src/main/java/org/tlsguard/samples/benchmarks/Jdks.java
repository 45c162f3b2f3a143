package org.tlsguard.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The JDKs to measure on, by version: those in Maven's toolchains file, those that the environment names as
 * {@code TLSGUARD_TEST_JDKS=8=/path,11=/path}, and the one that runs this.
 */
final class Jdks {

    private Jdks() {}

    static SortedMap<Integer, Path> find() throws IOException {
        SortedMap<Integer, Path> found = new TreeMap<>();
        found.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        Path toolchains = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
        if (Files.exists(toolchains)) {
            read(toolchains, found);
        }
        for (String entry :
                System.getenv().getOrDefault("TLSGUARD_TEST_JDKS", "").split(",")) {
            String[] pair = entry.trim().split("=", 2);
            if (pair.length == 2) {
                found.put(Integer.valueOf(pair[0]), Path.of(pair[1]));
            }
        }
        return found;
    }

    private static void read(Path toolchains, SortedMap<Integer, Path> found) throws IOException {
        try {
            NodeList all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(toolchains.toFile())
                    .getElementsByTagName("toolchain");
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                String version = text(each, "version").replaceFirst("^1\\.", "");
                if (version.matches("\\d+")) {
                    found.put(Integer.valueOf(version), Path.of(text(each, "jdkHome")));
                }
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("cannot read " + toolchains, e);
        }
    }

    private static String text(Element parent, String tag) {
        NodeList elements = parent.getElementsByTagName(tag);
        return elements.getLength() == 0
                ? ""
                : elements.item(0).getTextContent().trim();
    }
}
