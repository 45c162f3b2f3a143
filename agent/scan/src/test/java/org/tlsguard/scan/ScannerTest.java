package org.tlsguard.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Report;

/** Where classes lie, and what somebody may have made of the place. */
class ScannerTest {

    @TempDir
    Path directory;

    @Test
    void anArchiveInAnArchiveIsLookedIntoAndNamedWithItsCoordinates() throws IOException {
        byte[] library = new Jars()
                .with("com/acme/Yes.class", Jars.yes("com/acme/Yes", Opcodes.V1_8))
                .withPom("com.acme", "crm", "1.3")
                .bytes();
        Path shop = new Jars()
                .with("BOOT-INF/classes/com/shop/Yes.class", Jars.yes("com/shop/Yes", Opcodes.V17))
                .with("BOOT-INF/lib/crm-1.3.jar", library)
                .withPom("com.shop", "shop", "2")
                .to(directory.resolve("shop.jar"));

        Report report = scan(shop);

        Finding nested = only(report, "com.acme.Yes");
        assertThat(nested.origin().location()).isEqualTo(shop + "!/BOOT-INF/lib/crm-1.3.jar");
        assertThat(nested.origin().artifact()).isEqualTo("com.acme:crm:1.3");
        assertThat(nested.origin().method()).isEqualTo("verify");
        Finding own = only(report, "com.shop.Yes");
        assertThat(own.origin().location()).isEqualTo(shop + "!/BOOT-INF/classes");
        assertThat(own.origin().artifact()).isEqualTo("com.shop:shop:2");
        assertThat(report.scan().classes()).isEqualTo(2);
        assertThat(report.scan().archives()).isEqualTo(2);
        assertThat(report.scan().problems()).isEmpty();
    }

    @Test
    void aWarInAnEarIsLookedInto() throws IOException {
        byte[] library =
                new Jars().with("a/Yes.class", Jars.yes("a/Yes", Opcodes.V1_5)).bytes();
        byte[] war = new Jars().with("WEB-INF/lib/a.jar", library).bytes();
        Path ear = new Jars().with("web.war", war).to(directory.resolve("all.ear"));
        assertThat(only(scan(ear), "a.Yes").origin().location()).isEqualTo(ear + "!/web.war!/WEB-INF/lib/a.jar");
    }

    @Test
    void aShadedJarHasNoCoordinatesOfItsOwn() throws IOException {
        Path jar = new Jars()
                .with("a/Yes.class", Jars.yes("a/Yes", Opcodes.V1_8))
                .withPom("g", "one", "1")
                .withPom("g", "two", "2")
                .to(directory.resolve("all.jar"));
        assertThat(only(scan(jar), "a.Yes").origin().artifact()).isNull();
    }

    @Test
    void theVariantsOfAMultiReleaseJarAreLookedAt() throws IOException {
        Path jar = new Jars()
                .with("META-INF/versions/11/a/Yes.class", Jars.yes("a/Yes", Opcodes.V11))
                .with("META-INF/versions/11/module-info.class", moduleInfo())
                .to(directory.resolve("mr.jar"));
        Report report = scan(jar);
        assertThat(only(report, "a.Yes").origin().location()).isEqualTo(jar.toString());
        assertThat(report.scan().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_5, Opcodes.V1_8, Opcodes.V11, Opcodes.V17, Opcodes.V21, Opcodes.V25})
    void classesOfEveryVersionOfJavaAreUnderstood(int version) throws IOException {
        Path file = Files.write(directory.resolve("Yes.class"), Jars.yes("Yes", version));
        assertThat(only(scan(file), "Yes").rule()).isEqualTo("name");
    }

    @Test
    void whatIsNotSoundIsToldAndTheRestIsScanned() throws IOException {
        byte[] sound = Jars.yes("a/Yes", Opcodes.V1_8);
        byte[] future = sound.clone();
        future[7] = (byte) 200;
        Path jar = new Jars()
                .with("a/Cut.class", Arrays.copyOf(sound, sound.length / 2))
                .with("a/Empty.class", new byte[0])
                .with("a/Text.class", "no class at all".getBytes(StandardCharsets.UTF_8))
                .with("a/Future.class", future)
                .with("a/Yes.class", sound)
                .with("lib/broken.jar", "no archive".getBytes(StandardCharsets.UTF_8))
                .to(directory.resolve("mixed.jar"));

        Report report = scan(jar);

        only(report, "a.Yes");
        assertThat(report.scan().problems())
                .hasSize(5)
                .allMatch(problem -> problem.startsWith(jar + "!/"))
                .anyMatch(problem -> problem.contains("lib/broken.jar"));
    }

    @Test
    void everyTruncationOfAClassIsToldAndNoneIsACrash() throws IOException {
        byte[] sound = Jars.yes("a/Yes", Opcodes.V1_8);
        for (int length = 0; length < sound.length; length++) {
            Path file = Files.write(directory.resolve("Cut.class"), Arrays.copyOf(sound, length));
            assertThat(scan(directory).scan().problems()).as("%d bytes", length).hasSize(1);
            Files.delete(file);
        }
    }

    @Test
    void aTruncatedArchiveIsTold() throws IOException {
        byte[] whole =
                new Jars().with("a/Yes.class", Jars.yes("a/Yes", Opcodes.V1_8)).bytes();
        Path cut = Files.write(directory.resolve("cut.jar"), Arrays.copyOf(whole, whole.length - 30));
        Report report = scan(cut);
        assertThat(report.findings()).isEmpty();
        assertThat(report.scan().problems()).singleElement().asString().startsWith(cut + ": cannot be read");
    }

    @Test
    void aClassThatUnpacksToMoreThanThereCanBeIsPassedOver() throws IOException {
        Path jar = new Jars()
                .with("a/Bomb.class", new byte[ClassFile.MOST_BYTES + 1])
                .with("a/Yes.class", Jars.yes("a/Yes", Opcodes.V1_8))
                .to(directory.resolve("bomb.jar"));
        Report report = scan(jar);
        only(report, "a.Yes");
        assertThat(report.scan().problems()).singleElement().asString().contains("unpacks to more than");
    }

    @Test
    void archivesWithoutEndAreGivenUp() throws IOException {
        byte[] inner =
                new Jars().with("a/Yes.class", Jars.yes("a/Yes", Opcodes.V1_8)).bytes();
        for (int depth = 0; depth < 20; depth++) {
            inner = new Jars().with("x.jar", inner).bytes();
        }
        Path jar = Files.write(directory.resolve("deep.jar"), inner);
        Report report = scan(jar);
        assertThat(report.findings()).isEmpty();
        assertThat(report.scan().problems()).singleElement().asString().contains("lies in more than 8 archives");
    }

    @Test
    void manyArchivesBesideEachOtherAreAllLookedInto() throws IOException {
        Jars outer = new Jars();
        for (int i = 0; i < 40; i++) {
            byte[] innermost = new Jars()
                    .with("a/Yes" + i + ".class", Jars.yes("a/Yes" + i, Opcodes.V1_8))
                    .bytes();
            outer.with("lib/" + i + ".jar", new Jars().with("x.jar", innermost).bytes());
        }
        Report report = scan(outer.to(directory.resolve("many.jar")));
        assertThat(report.scan().problems()).isEmpty();
        assertThat(report.findings()).hasSize(40);
    }

    @Test
    void namesOfEntriesAreNoPaths() throws IOException {
        Path jar = new Jars()
                .with("../../outside/Yes.class", Jars.yes("a/Yes", Opcodes.V1_8))
                .with("/etc/Yes.class", Jars.yes("b/Yes", Opcodes.V1_8))
                .to(directory.resolve("tricks.jar"));
        Report report = scan(jar);
        assertThat(report.findings()).hasSize(2);
        assertThat(Files.list(directory)).containsExactly(jar);
    }

    @Test
    void aLinkInACircleIsToldAndTheRestIsScanned() throws IOException {
        Files.createDirectories(directory.resolve("a"));
        Files.write(directory.resolve("a/Yes.class"), Jars.yes("a/Yes", Opcodes.V1_8));
        Files.createSymbolicLink(directory.resolve("a/again"), directory);
        Report report = scan(directory);
        only(report, "a.Yes");
        assertThat(report.scan().problems()).singleElement().asString().contains("is a link to a directory it lies in");
    }

    @Test
    void aPathThatIsNotThereOrIsNoCodeIsAnError() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> scan(directory.resolve("none.jar")))
                .withMessageContaining("none.jar");
        Path text = Files.write(directory.resolve("a.txt"), new byte[] {1});
        assertThatIOException().isThrownBy(() -> scan(text)).withMessageContaining("a.txt");
    }

    @Test
    void ofTwoClassesOfANameEachIsJudgedByItsOwnNeighbours() throws IOException {
        Path one = new Jars()
                .with("a/Base.class", Jars.yes("a/Base", Opcodes.V1_8))
                .with("a/Sub.class", extending("a/Sub", "a/Base"))
                .to(directory.resolve("one.jar"));
        Path two = new Jars()
                .with("a/Base.class", extending("a/Base", "java/lang/Object"))
                .with("a/Sub.class", extending("a/Sub", "a/Base"))
                .to(directory.resolve("two.jar"));
        assertThat(new Scanner(Certainty.LIKELY, classes -> {})
                        .scan(Arrays.asList(two.toFile(), one.toFile()))
                        .findings())
                .extracting(finding -> finding.origin().location())
                .containsOnly(one.toString());
    }

    @Test
    void whatIsLessCertainThanAskedForIsCounted() throws IOException {
        Report all = Scans.ofMaterial();
        Report certain = Scans.of(Certainty.CERTAIN, Scans.classes());
        assertThat(certain.findings()).isNotEmpty().allMatch(finding -> "certain".equals(finding.certainty()));
        assertThat(certain.findings().size() + certain.scan().lessCertain())
                .isGreaterThanOrEqualTo(all.findings().size());
        assertThat(certain.scan().lessCertain()).isPositive();
    }

    @Test
    void switchesInFilesOfConfigurationAreFoundWithTheirLine() throws IOException {
        Path jar = new Jars()
                .with("application.properties", "a=b\nspring.mail.properties.mail.smtp.ssl.trust = *\n")
                .with(
                        "application.yml",
                        "spring:\n  datasource:\n    url: \"jdbc:mysql://db/shop?verifyServerCertificate=false\"\n"
                                + "  rabbitmq:\n    ssl:\n      verify-hostname: false # for now\n"
                                + "  kafka:\n    properties:\n      ssl.endpoint.identification.algorithm:\n")
                .with("sound.yml", "server:\n  ssl:\n    enabled-protocols: TLSv1.3\nspring:\n  rabbitmq:\n    ssl:\n")
                .to(directory.resolve("app.jar"));
        assertThat(scan(jar).findings())
                .extracting(finding ->
                        finding.origin().file() + ":" + finding.origin().line() + " " + finding.rule())
                .containsExactlyInAnyOrder(
                        "application.properties:2 trust",
                        "application.yml:3 trust",
                        "application.yml:6 name",
                        "application.yml:9 name");
    }

    private static Report scan(Path path) throws IOException {
        return Scans.of(Certainty.LIKELY, path.toFile());
    }

    private static Finding only(Report report, String className) {
        assertThat(Scans.in(report, className)).hasSize(1);
        return Scans.in(report, className).get(0);
    }

    private static byte[] moduleInfo() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, Opcodes.ACC_MODULE, "module-info", null, null, null);
        writer.visitModule("m", 0, null).visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] extending(String name, String superName) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superName, null);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
