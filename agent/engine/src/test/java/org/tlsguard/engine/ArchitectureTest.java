package org.tlsguard.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of {@code docs/architecture.md}: which way dependencies run. */
@AnalyzeClasses(
        packages = {"org.tlsguard", "javax.net.ssl"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String POLICY = "org.tlsguard.policy..";
    private static final String REPORT = "org.tlsguard.report..";
    private static final String ENGINE = "org.tlsguard.engine..";
    private static final String BOOTSTRAP = "org.tlsguard.bootstrap..";
    private static final String WEAVE = "org.tlsguard.engine.weave..";
    private static final String OBSERVE = "org.tlsguard.engine.observe..";
    private static final String JUDGE = "org.tlsguard.engine.judge..";
    private static final String RECORD = "org.tlsguard.engine.record..";
    private static final String ENGINE_ROOT = "org.tlsguard.engine";

    // ---- between the modules: policy <- report <- engine; the bridge and the bootstrap know nobody

    @ArchTest
    static final ArchRule policyKnowsNoneOfTheRest = noClasses()
            .that()
            .resideInAPackage(POLICY)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    REPORT, ENGINE, BOOTSTRAP, "org.objectweb.asm..", "java.lang.instrument..", "javax.net.ssl.."));

    /** {@code IDN} is pure; everything else of these packages reaches the network, or resolves names. */
    @ArchTest
    static final ArchRule policyKnowsNoNetwork = noClasses()
            .that()
            .resideInAPackage(POLICY)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(?!IDN$).*|java\\.nio\\.channels\\..*|javax\\.net\\..*");

    @ArchTest
    static final ArchRule reportKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE, BOOTSTRAP, "java.lang.instrument..", "javax.net.ssl.."));

    @ArchTest
    static final ArchRule bridgeKnowsTheJdkOnly = classes()
            .that(simpleNameStartingWith("TlsGuard"))
            .and()
            .resideInAPackage("javax.net.ssl")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.net.ssl"));

    @ArchTest
    static final ArchRule bootstrapKnowsTheEngineByNameOnly = noClasses()
            .that()
            .resideInAPackage(BOOTSTRAP)
            .should()
            .dependOnClassesThat(resideInAnyPackage(POLICY, REPORT, ENGINE, "javax.net.ssl..", "org.objectweb.asm.."));

    @ArchTest
    static final ArchRule engineKnowsNoBootstrap =
            noClasses().that().resideInAPackage(ENGINE).should().dependOnClassesThat(resideInAnyPackage(BOOTSTRAP));

    // ---- inside the engine: weave; observe <- record <- judge; the engine's own package joins them

    @ArchTest
    static final ArchRule weaveKnowsNoneOfTheEngine = noClasses()
            .that()
            .resideInAPackage(WEAVE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE_ROOT, OBSERVE, JUDGE, RECORD, POLICY, REPORT));

    @ArchTest
    static final ArchRule observeJudgesAndRecordsNothing = noClasses()
            .that()
            .resideInAPackage(OBSERVE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE_ROOT, WEAVE, JUDGE, RECORD, REPORT));

    @ArchTest
    static final ArchRule recordJudgesNothing = noClasses()
            .that()
            .resideInAPackage(RECORD)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE_ROOT, WEAVE, JUDGE));

    @ArchTest
    static final ArchRule recordKnowsObservedFactsNotHowTheyAreFound = noClasses()
            .that()
            .resideInAPackage(RECORD)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.tlsguard\\.engine\\.observe\\.(Jsse|Frames|Origins|NameChecker|ThreadState)");

    @ArchTest
    static final ArchRule judgeWeavesNothing = noClasses()
            .that()
            .resideInAPackage(JUDGE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINE_ROOT, WEAVE));

    @ArchTest
    static final ArchRule nothingRunsInCircles =
            slices().matching("org.tlsguard.(**)").should().beFreeOfCycles();

    /** ASM reads class files in two places, and nobody else depends on it. */
    @ArchTest
    static final ArchRule onlyWeaverAndOriginsReadClassFiles = noClasses()
            .that()
            .resideOutsideOfPackages(WEAVE, OBSERVE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.objectweb.asm.."));
}
