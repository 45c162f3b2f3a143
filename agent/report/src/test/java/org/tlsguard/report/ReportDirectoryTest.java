package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    private static final long PID = 4711;

    @TempDir
    Path temporary;

    private final List<ReportDirectory> claimed = new ArrayList<ReportDirectory>();

    @AfterEach
    void giveUp() {
        claimed.forEach(ReportDirectory::close);
    }

    @Test
    void allFormsAreWritten() throws IOException {
        ReportDirectory directory = claim(temporary.resolve("a/b"));
        assertThat(directory.path()).isEqualTo(temporary.resolve("a/b").toFile());
        directory.write(Samples.typical());
        assertThat(files(directory.path()))
                .containsExactly(".tlsguard.lock", "hall-of-shame.html", "hall-of-shame.json", "hall-of-shame.sarif");
        assertThat(directory.path().toPath().resolve("hall-of-shame.html"))
                .content(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
    }

    @Test
    void aReaderNeverSeesHalfAReport() throws Exception {
        ReportDirectory directory = claim(temporary);
        directory.write(Samples.typical());
        Path json = temporary.resolve("hall-of-shame.json");
        AtomicBoolean done = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<Throwable>();
        Thread reader = new Thread(() -> {
            try {
                while (!done.get()) {
                    new ObjectMapper().readTree(Files.readAllBytes(json)).get("destinations");
                }
            } catch (Throwable e) {
                failures.add(e);
            }
        });
        reader.start();
        for (int i = 0; i < 30; i++) {
            directory.write(i % 2 == 0 ? Samples.clean() : Samples.typical());
        }
        done.set(true);
        reader.join();
        assertThat(failures).isEmpty();
    }

    @Test
    void anInterruptedThreadStillWritesItsReport() throws IOException {
        ReportDirectory directory = claim(temporary);
        Thread.currentThread().interrupt();
        try {
            directory.write(Samples.clean());
            directory.write(Samples.typical());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(temporary.resolve("hall-of-shame.json")).content().contains("self-signed");
    }

    @Test
    void aFailureLeavesThePreviousReportsAndNoTemporaryFile() throws IOException {
        ReportDirectory directory = claim(temporary);
        directory.write(Samples.clean());
        // Stands for a disk that fills up while the last of the forms is written.
        Path obstacle = temporary.resolve(".hall-of-shame.sarif.tmp");
        Files.createDirectories(obstacle.resolve("full"));
        assertThatIOException().isThrownBy(() -> directory.write(Samples.typical()));
        assertThat(temporary.resolve("hall-of-shame.json")).content().doesNotContain("self-signed");
        assertThat(temporary.resolve("hall-of-shame.html")).content().doesNotContain("self-signed");
        Files.delete(obstacle.resolve("full"));
        Files.delete(obstacle);
        assertThat(files(temporary.toFile())).noneMatch(name -> name.endsWith(".tmp"));
        directory.write(Samples.typical());
        assertThat(temporary.resolve("hall-of-shame.json")).content().contains("self-signed");
    }

    @Test
    void aDirectoryThatIsRemovedIsMadeAndLockedAnew() throws IOException {
        Path wanted = temporary.resolve("report");
        ReportDirectory directory = claim(wanted);
        Files.delete(wanted.resolve(".tlsguard.lock"));
        Files.delete(wanted);
        directory.write(Samples.typical());
        assertThat(files(wanted.toFile()))
                .containsExactly(".tlsguard.lock", "hall-of-shame.html", "hall-of-shame.json", "hall-of-shame.sarif");
        assertThat(claim(wanted).path())
                .as("nobody else's")
                .isEqualTo(wanted.resolve("4711").toFile());
    }

    @Test
    void whatAKilledJvmLeftBehindIsOverwritten() throws IOException {
        Files.write(temporary.resolve(".hall-of-shame.json.tmp"), new byte[1 << 20]);
        claim(temporary).write(Samples.typical());
        assertThat(files(temporary.toFile())).doesNotContain(".hall-of-shame.json.tmp");
        assertThat(temporary.resolve("hall-of-shame.json"))
                .content()
                .startsWith("{")
                .endsWith("}\n");
    }

    @Test
    void aFileInTheWayIsAnErrorThatNamesIt() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> ReportDirectory.claim(file.toFile(), PID))
                .withMessage(file + ": is not a directory");
        assertThatIOException()
                .isThrownBy(() -> ReportDirectory.claim(file.resolve("below").toFile(), PID))
                .withMessage(file.resolve("below") + ": the directory cannot be created");
    }

    @Test
    void aDirectoryCanBeTriedWithoutClaimingIt() throws Exception {
        Path wanted = temporary.resolve("a/b");
        ReportDirectory.check(wanted.toFile());
        try (OtherJvm other = new OtherJvm(wanted, 99)) {
            assertThat(other.path()).isEqualTo(wanted.toString());
            ReportDirectory.check(wanted.toFile());
        }
        claim(wanted);
        ReportDirectory.check(wanted.toFile());
        try (OtherJvm other = new OtherJvm(wanted, 99)) {
            assertThat(other.path()).isEqualTo(wanted.resolve("99").toString());
        }
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> ReportDirectory.check(file.toFile()))
                .withMessage(file + ": is not a directory");
    }

    @Test
    void aSecondClaimInThisJvmGetsItsOwnDirectoryAndKeepsTheFirstLocked() throws Exception {
        ReportDirectory first = claim(temporary);
        ReportDirectory second = claim(temporary);
        ReportDirectory third = claim(temporary);
        assertThat(second.path()).isEqualTo(new File(first.path(), "4711"));
        assertThat(third.path()).isEqualTo(new File(first.path(), "4711-2"));
        second.close();
        try (OtherJvm other = new OtherJvm(temporary, 99)) {
            assertThat(other.path()).isEqualTo(temporary.resolve("99").toString());
        }
    }

    @Test
    void twoJvmsDoNotOverwriteEachOthersReports() throws Exception {
        try (OtherJvm other = new OtherJvm(temporary, 99)) {
            assertThat(other.path()).isEqualTo(temporary.toString());
            ReportDirectory directory = claim(temporary);
            assertThat(directory.path()).isEqualTo(temporary.resolve("4711").toFile());
            directory.write(Samples.clean());
            assertThat(temporary.resolve("hall-of-shame.json")).content().contains("self-signed");
        }
    }

    @Test
    void aKilledJvmHoldsItsDirectoryNoLonger() throws Exception {
        try (OtherJvm other = new OtherJvm(temporary, 99)) {
            other.kill();
            assertThat(claim(temporary).path()).isEqualTo(temporary.toFile());
        }
    }

    @Test
    void aDirectoryGivenUpIsFreeAndNotWrittenToAnyMore() throws IOException {
        ReportDirectory directory = claim(temporary);
        directory.close();
        directory.close();
        assertThatIOException().isThrownBy(() -> directory.write(Samples.typical()));
        assertThat(claim(temporary).path()).isEqualTo(temporary.toFile());
    }

    private ReportDirectory claim(Path wanted) throws IOException {
        ReportDirectory directory = ReportDirectory.claim(wanted.toFile(), PID);
        claimed.add(directory);
        return directory;
    }

    private static String[] files(File directory) {
        String[] names = directory.list();
        Arrays.sort(names);
        return names;
    }

    /** Another JVM that claims a directory, writes a report, says where, and lives until it is killed. */
    private static final class OtherJvm implements AutoCloseable {

        private final Process process;
        private final String path;

        OtherJvm(Path wanted, long pid) throws IOException {
            process = new ProcessBuilder(
                            new File(System.getProperty("java.home"), "bin/java").getPath(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherJvm.class.getName(),
                            wanted.toString(),
                            Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            path = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }

        String path() {
            return path;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }

        public static void main(String[] args) throws Exception {
            ReportDirectory directory = ReportDirectory.claim(new File(args[0]), Long.parseLong(args[1]));
            directory.write(Samples.typical());
            System.out.println(directory.path());
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            directory.close();
        }
    }
}
