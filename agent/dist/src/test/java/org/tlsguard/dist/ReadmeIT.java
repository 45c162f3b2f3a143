package org.tlsguard.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;

/** Keeps true what README.md and the documents print: every block is run, loaded or looked up. */
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("tlsguard.root"));
    private static final Path JAR = Path.of(System.getProperty("tlsguard.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    /** The application of the examples. */
    public static final class Application {
        public static void main(String[] arguments) {
            System.out.println("the application has started");
        }
    }

    // ---- what it tells people to type

    static Stream<String> agentLines() {
        return blocks(ROOT.resolve("README.md"), "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("-javaagent:"));
    }

    @ParameterizedTest
    @MethodSource("agentLines")
    void theApplicationStartsWithTheOptionsAsPrinted(String line) throws Exception {
        Matcher option =
                Pattern.compile("-javaagent:\\S*tlsguard\\.jar(=\\S+)?").matcher(line);
        assertThat(option.find()).as(line).isTrue();
        String given = option.group(1) == null ? "" : option.group(1).replace("/var/log/", folder + "/log/");
        writePolicy("policy.yaml", firstPolicy());

        Run run = run("-javaagent:" + JAR + given, "-cp", classes(), Application.class.getName());

        assertThat(run.errors).as(line).isEmpty();
        assertThat(run.output).contains("the application has started");
        assertThat(run.status).isZero();
    }

    static Stream<String> commandLines() {
        return blocks(ROOT.resolve("README.md"), "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("java -jar tlsguard.jar "));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void theCommandsDoWhatTheyAreShownFor(String line) throws Exception {
        writePolicy("policy.yaml", firstPolicy());
        String[] words = line.substring("java -jar tlsguard.jar ".length()).split(" ");
        if (line.contains("tlsguard-report")) {
            // A report of what was fine, made by the agent itself.
            run("-javaagent:" + JAR + "=report=tlsguard-report", "-cp", classes(), Application.class.getName());
        }
        List<String> command = new ArrayList<>(List.of("-jar", JAR.toString()));
        command.addAll(List.of(words));

        Run run = run(command.toArray(new String[0]));

        assertThat(run.status).as(line + "\n" + run.errors).isZero();
        assertThat(run.errors).as(line).isEmpty();
    }

    @Test
    void theMavenCommandsNameWhatThePomsHave() throws IOException {
        String poms = allText("pom.xml");
        List<String> commands = blocks(ROOT.resolve("README.md"), "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("mvn "))
                .toList();
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            Matcher profile = Pattern.compile("-P(\\S+)").matcher(command);
            while (profile.find()) {
                assertThat(poms).contains("<id>" + profile.group(1) + "</id>");
            }
        }
        // .ci/run takes the test command from here.
        assertThat(commands).filteredOn(command -> command.contains("verify")).hasSize(1);
    }

    @Test
    void theDemoTellsWhatIsPrinted() throws IOException {
        String demo = allText("Demo.java");
        List<String> told = blocks(ROOT.resolve("README.md"), "text")
                .get(0)
                .lines()
                .filter(line -> line.matches("([0-9]\\. |A ).*"))
                .toList();
        assertThat(told).hasSize(5).allMatch(demo::contains);
        // The words before each thing that differs from run to run are literals of the demo, quotes included.
        Matcher words = Pattern.compile("(?m)^( {3}FINDING +| {14}[a-z ]*?)(?=org\\.|[a-z]+/)")
                .matcher(blocks(ROOT.resolve("README.md"), "text").get(0));
        Set<String> before = new TreeSet<>();
        while (words.find()) {
            before.add(words.group(1));
        }
        assertThat(before).hasSize(3).allSatisfy(each -> assertThat(demo).contains("\"" + each + "\""));
    }

    /** A stack frame that is shown names a line of a sample that is still the method's. */
    @Test
    void theCodeAtFaultStandsWhereItIsPrinted() throws IOException {
        List<String> source = Files.readAllLines(
                ROOT.resolve("samples/sinners/src/main/java/org/tlsguard/samples/sinners/trust/TrustAllClient.java"));
        Matcher frame = Pattern.compile("\\.(\\w+)\\(TrustAllClient\\.java:(\\d+)\\)")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        int frames = 0;
        for (; frame.find(); frames++) {
            int line = Integer.parseInt(frame.group(2));
            List<String> above = source.subList(Math.max(0, line - 8), line);
            assertThat(above).as(frame.group()).anyMatch(each -> each.contains(" " + frame.group(1) + "("));
        }
        assertThat(frames).isPositive();
    }

    @Test
    void theOptionsAreTheOnesThatThereAre() throws IOException {
        Set<String> printed = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(section("## Options"));
        while (row.find()) {
            printed.add(row.group(1));
        }
        String options =
                Files.readString(ROOT.resolve("agent/bootstrap/src/main/java/org/tlsguard/bootstrap/Options.java"));
        Matcher keys = Pattern.compile("KEYS = \\{([^}]*)}").matcher(options);
        assertThat(keys.find()).isTrue();
        Set<String> known =
                new TreeSet<>(List.of(keys.group(1).replace("\"", "").split("\\s*,\\s*")));

        assertThat(printed).isEqualTo(known);
    }

    // ---- policies

    static Stream<String> policies() {
        return Stream.of("README.md", "docs/policy.md").flatMap(file -> blocks(ROOT.resolve(file), "yaml").stream());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyIsSound(String policy) throws Exception {
        writePolicy("policy.yaml", policy);

        Run run = run("-jar", JAR.toString(), "policy", "check", "policy.yaml");

        assertThat(run.errors).isEmpty();
        assertThat(run.status).isZero();
    }

    @Test
    void everyKeyOfThePolicyIsDocumented() throws IOException {
        String schema =
                Files.readString(ROOT.resolve("policy/src/main/resources/org/tlsguard/policy/policy.schema.json"));
        String document = Files.readString(ROOT.resolve("docs/policy.md"));
        Set<String> keys = new TreeSet<>();
        Matcher properties = Pattern.compile("\"properties\": \\{").matcher(schema);
        while (properties.find()) {
            int depth = 1;
            int at = properties.end();
            StringBuilder top = new StringBuilder();
            for (; depth > 0; at++) {
                char c = schema.charAt(at);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 1) {
                    top.append(c);
                }
            }
            Matcher key = Pattern.compile("\"([a-z-]+)\":").matcher(top);
            while (key.find()) {
                keys.add(key.group(1));
            }
        }
        assertThat(keys).contains("version", "destinations", "accept-risk", "application-anchors");
        assertThat(keys)
                .allMatch(key ->
                        Pattern.compile("\\b" + key + "\\b").matcher(document).find());
    }

    @Test
    void everyCauseIsDocumentedAtItsRule() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/policy.md"));
        String table = document.substring(document.indexOf("## Rules and causes"));
        for (Rule rule : Rule.values()) {
            Matcher row = Pattern.compile("(?m)^\\| `" + rule.id() + "` .*$").matcher(table);
            assertThat(row.find()).as("row of " + rule).isTrue();
            for (Cause cause : Catalogue.causes(rule)) {
                assertThat(row.group()).contains("`" + cause.id() + "`");
            }
        }
    }

    // ---- messages, links

    @Test
    void everyMessageIsInTheCode() throws IOException {
        String code = allText(".java").replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
        Set<String> messages = new LinkedHashSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(section("## Troubleshooting"));
        while (row.find()) {
            messages.add(row.group(1));
        }
        assertThat(messages).hasSizeGreaterThan(10);
        for (String message : messages) {
            for (String part : message.replace("tlsguard: ", "").split("…")) {
                String literal = part.strip()
                        .replaceAll("^:1:1: |^:1:|^[:;,] ?|[/:(]+$", "")
                        .strip();
                if (literal.length() > 4 && !literal.startsWith("-javaagent")) {
                    assertThat(code).as(message).contains(literal);
                }
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
            for (Path each : Stream.concat(
                            Stream.of("README.md", "CHANGELOG.md", "SECURITY.md")
                                    .map(ROOT::resolve),
                            documents.filter(file -> file.toString().endsWith(".md")))
                    .toList()) {
                assertLinks(each);
            }
        }
    }

    private static void assertLinks(Path document) throws IOException {
        Matcher link = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)]*))?\\)").matcher(Files.readString(document));
        while (link.find()) {
            if (link.group(1).startsWith("https://")) {
                continue;
            }
            Path target = link.group(1).isEmpty()
                    ? document
                    : document.resolveSibling(link.group(1)).normalize();
            assertThat(target).as(document + ": " + link.group()).exists();
            if (link.group(2) != null) {
                Set<String> anchors = new TreeSet<>();
                Matcher heading = Pattern.compile("(?m)^#+ (.+)$").matcher(Files.readString(target));
                while (heading.find()) {
                    anchors.add(heading.group(1)
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^a-z0-9 -]", "")
                            .replace(' ', '-'));
                }
                assertThat(anchors).as(document + ": " + link.group()).contains(link.group(2));
            }
        }
    }

    // ---- help

    private String firstPolicy() {
        return blocks(ROOT.resolve("README.md"), "yaml").get(0);
    }

    /** Writes a policy, with a certificate in each file that it names and a report directory that can be made here. */
    private void writePolicy(String name, String policy) throws Exception {
        Files.writeString(folder.resolve(name), policy.replace("/var/log/", folder + "/log/"));
        Matcher named = Pattern.compile("[\\w-]+\\.pem").matcher(policy);
        while (named.find()) {
            Files.writeString(folder.resolve(named.group()), anyAuthority());
        }
    }

    private static String anyAuthority() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate authority = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(authority.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String classes() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }

    private static final class Run {
        int status;
        String output;
        String errors;
    }

    private Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().keySet().removeIf(name -> name.startsWith("TLSGUARD_"));
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command.toString()).isTrue();
        Run run = new Run();
        run.status = process.exitValue();
        run.output = Files.readString(output);
        run.errors = Files.readString(errors);
        return run;
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(ROOT.resolve("README.md"));
        int start = text.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> blocks(Path file, String language) {
        try {
            List<String> blocks = new ArrayList<>();
            Matcher block =
                    Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(file));
            while (block.find()) {
                blocks.add(block.group(1));
            }
            assertThat(blocks).as(language + " in " + file).isNotEmpty();
            return blocks;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String allText(String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("policy", "agent", "samples", "pom.xml")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                for (Path each : files.filter(file -> file.toString().endsWith(ending))
                        .filter(file -> !file.toString().contains("target/")
                                && !file.toString().contains("src/test/"))
                        .toList()) {
                    all.append(Files.readString(each));
                }
            }
        }
        return all.toString();
    }
}
