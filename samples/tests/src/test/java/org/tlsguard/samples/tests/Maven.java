package org.tlsguard.samples.tests;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Files and class paths by Maven's own resolver, as the build that runs the tests would resolve them. */
public final class Maven {

    private static final Context CONTEXT = Runtimes.INSTANCE.getRuntime().create(overrides());
    private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();

    private Maven() {}

    /** The jars of these artifacts and of all that they need to run; fails if one is not to be had. */
    public static List<Path> classPath(List<String> coordinates) {
        return coordinates.isEmpty() ? List.of() : RESOLVED.computeIfAbsent(coordinates, Maven::resolve);
    }

    /** One file, by {@code group:artifact[:extension[:classifier]]:version}; fails if it is not to be had. */
    public static Path file(String coordinates) {
        ArtifactRequest request =
                new ArtifactRequest(new DefaultArtifact(coordinates), CONTEXT.remoteRepositories(), null);
        try {
            return CONTEXT.repositorySystem()
                    .resolveArtifact(CONTEXT.repositorySystemSession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new AssertionError("Maven cannot resolve " + coordinates + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> resolve(List<String> coordinates) {
        List<Dependency> dependencies = coordinates.stream()
                .map(each -> new Dependency(new DefaultArtifact(each), "runtime"))
                .toList();
        CollectRequest collect =
                new CollectRequest().setDependencies(dependencies).setRepositories(CONTEXT.remoteRepositories());
        try {
            return CONTEXT
                    .repositorySystem()
                    .resolveDependencies(
                            CONTEXT.repositorySystemSession(),
                            new DependencyRequest(collect, DependencyFilterUtils.classpathFilter("runtime")))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> artifact.getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new AssertionError("Maven cannot resolve " + coordinates + ": " + e.getMessage(), e);
        }
    }

    private static ContextOverrides overrides() {
        ContextOverrides.Builder overrides = ContextOverrides.create()
                .withUserSettings(true)
                .offline("offline=true".equals(System.getProperty("tlsguard.maven.mode")));
        String repository = System.getProperty("tlsguard.maven.repository");
        if (repository != null) {
            overrides.withLocalRepositoryOverride(Path.of(repository));
        }
        String home = System.getProperty("tlsguard.maven.home");
        if (home != null) {
            overrides.withGlobalSettingsXmlOverride(Path.of(home, "conf", "settings.xml"));
        }
        return overrides.build();
    }
}
