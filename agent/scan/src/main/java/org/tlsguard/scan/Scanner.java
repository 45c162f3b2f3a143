package org.tlsguard.scan;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Origin;
import org.tlsguard.report.Report;
import org.tlsguard.report.ScanFacts;

/**
 * Finds in classes and files of configuration, without running anything, what would be found when they run: trust
 * managers and host name verifiers that cannot refuse, switches that are thrown, weak versions and suites.
 *
 * <p>First every class is looked at from outside, so that it is known how they are related; then those that have to do
 * with TLS are read whole, one after the other. Not thread-safe.
 */
public final class Scanner {

    /** A report must stay readable, and memory bounded. */
    private static final int MOST_FINDINGS = 10_000;

    private static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_CONFIGURATION_BYTES = 4 << 20;

    private final Certainty least;
    private final LongConsumer progress;
    private final ClassIndex classes = new ClassIndex();
    private final Explorer explorer = new Explorer(classes);
    private final List<ClassFile> candidates = new ArrayList<>();
    private final Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long scannedClasses;
    private long scannedArchives;
    private long droppedFindings;
    private long droppedProblems;
    private long lessCertain;

    /**
     * Makes a scanner.
     *
     * @param least how sure a finding must be to be reported
     * @param progress is told again and again how many classes were looked at so far
     */
    public Scanner(Certainty least, LongConsumer progress) {
        this.least = least;
        this.progress = progress;
    }

    /**
     * Scans paths.
     *
     * @param paths classes, directories, archives
     * @return a report with the findings, and with what could not be read
     * @throws IOException if a path is not there, or is nothing that can be scanned; the message says which and why
     */
    public Report scan(List<File> paths) throws IOException {
        try (Archives archives = new Archives()) {
            Walker walker = new Walker(archives, new Collector());
            for (File path : paths) {
                walker.walk(path);
            }
            for (ClassFile each : worthJudging()) {
                judge(each);
                progress.accept(scannedClasses);
            }
        }
        return report();
    }

    /** Takes the heads of classes, and configuration whole. */
    private final class Collector implements Walker.Visitor {
        @Override
        public void archive(Archive archive) {
            scannedArchives++;
        }

        @Override
        public void classFile(Container container, String entry, InputStream in) throws IOException {
            byte[] bytes = Bytes.of(in, ClassFile.MOST_BYTES);
            ClassFile file;
            boolean mentions;
            try {
                ClassReader reader = new ClassReader(bytes);
                file = ClassFile.of(reader, container, entry);
                mentions = Mentions.tls(reader, bytes);
            } catch (IllegalArgumentException newer) {
                throw new IOException(newer.getMessage() == null ? "no class file" : newer.getMessage(), newer);
            } catch (RuntimeException damaged) {
                throw new IOException("no sound class file", damaged);
            }
            scannedClasses++;
            progress.accept(scannedClasses);
            if (file.name.endsWith("module-info") || file.name.endsWith("package-info")) {
                return;
            }
            classes.add(file);
            if (mentions) {
                candidates.add(file);
            }
        }

        @Override
        public void configuration(Container container, String entry, InputStream in) throws IOException {
            byte[] bytes = Bytes.of(in, MOST_CONFIGURATION_BYTES);
            // Properties of old are in Latin 1, but the keys looked for, and what they are set to, are in ASCII.
            String text = new String(bytes, StandardCharsets.UTF_8);
            Configuration.look(
                    text,
                    (row, line, what) -> add(
                            row.rule,
                            row.cause,
                            Certainty.LIKELY,
                            Origin.builder()
                                    .file(entry.substring(entry.lastIndexOf('/') + 1))
                                    .line(line)
                                    .location(container.location() + "!/" + entry)
                                    .artifact(container.artifact()),
                            entry + " " + what + ".",
                            row.instead));
        }

        @Override
        public void problem(String where, String what) {
            note(where, what);
        }
    }

    private void note(String where, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(where + ": " + what);
        } else {
            droppedProblems++;
        }
    }

    /** Those that mention TLS, and those that inherit it from others. */
    private List<ClassFile> worthJudging() {
        Set<ClassFile> worth = new LinkedHashSet<>(candidates);
        classes.forEach(file -> {
            if (!worth.contains(file) && isGatekeeper(file)) {
                worth.add(file);
            }
        });
        return new ArrayList<>(worth);
    }

    private boolean isGatekeeper(ClassFile file) {
        if ("java/lang/Object".equals(file.superName) && file.interfaces.length == 0) {
            return false;
        }
        for (Gate gate : Gate.all()) {
            if (classes.isA(file.name, gate.type)) {
                return true;
            }
        }
        return false;
    }

    private void judge(ClassFile file) {
        classes.lookFrom(file);
        explorer.forget();
        ClassNode node = classes.node(file);
        if (node == null) {
            note(file.location() + ": " + file.binaryName(), "is no sound class file");
            return;
        }
        for (Gate gate : Gate.all()) {
            if (!gate.isForClients() && classes.isA(file.name, gate.type)) {
                gates(file, gate);
            }
        }
        lambdas(file, node);
        new SwitchFinder(
                        classes,
                        node,
                        (rule, cause, certainty, method, line, what, instead) -> add(
                                rule,
                                cause,
                                certainty,
                                origin(file, node, method).line(line),
                                file.binaryName() + "." + method.name + " " + what + ".",
                                instead))
                .look();
    }

    private void gates(ClassFile file, Gate gate) {
        Verdict asked = worst(file, gate);
        blame(gate, asked, null);
        if (gate.question == Gate.Question.TRUST && (asked == null || asked.judgement == null)) {
            // Of one that is sound towards servers, the other half is often left empty because nobody calls it.
            Verdict clients = worst(file, Gate.forClients());
            boolean forServers = asked != null && Judgement.acceptsNobody(asked.outcomes);
            blame(Gate.forClients(), clients, forServers ? null : Certainty.POSSIBLE);
        }
    }

    /** What came of looking at one method. */
    private static final class Verdict {
        final ClassIndex.Method method;
        final Set<Outcome> outcomes;
        final Judgement judgement;

        Verdict(ClassIndex.Method method, Set<Outcome> outcomes, Judgement judgement) {
            this.method = method;
            this.outcomes = outcomes;
            this.judgement = judgement;
        }

        boolean isWorseThan(Verdict other) {
            if (judgement == null || other.judgement == null) {
                return judgement != null;
            }
            return judgement.certainty.compareTo(other.judgement.certainty) < 0;
        }
    }

    /** The verdict on the worst of the overloads; null where there is none to judge. */
    private Verdict worst(ClassFile file, Gate gate) {
        Verdict worst = null;
        Type self = Type.getObjectType(file.name);
        for (ClassIndex.Method method : classes.methods(file.name, gate)) {
            List<Fact> arguments = new ArrayList<>();
            arguments.add(Fact.made(self, 0));
            arguments.addAll(gate.arguments(Type.getArgumentTypes(method.node.desc)));
            Set<Outcome> outcomes = explorer.explore(method, arguments);
            if (outcomes == null || outcomes.isEmpty()) {
                continue;
            }
            Verdict verdict = new Verdict(method, outcomes, Judgement.of(gate.question, outcomes));
            if (worst == null || verdict.isWorseThan(worst)) {
                worst = verdict;
            }
        }
        return worst;
    }

    private void lambdas(ClassFile file, ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode each : method.instructions) {
                if (!(each instanceof InvokeDynamicInsnNode)) {
                    continue;
                }
                InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) each;
                Handle code = FactInterpreter.implementation(dynamic);
                String made = Type.getReturnType(dynamic.desc).getInternalName();
                Gate gate = code == null ? null : Gate.ofLambda(made);
                ClassIndex.Method body =
                        gate == null ? null : classes.method(code.getOwner(), code.getName(), code.getDesc());
                if (body == null || !body.hasCode()) {
                    continue;
                }
                List<Fact> arguments = new ArrayList<>();
                if (!body.isStatic()) {
                    arguments.add(Fact.of(Type.getObjectType(body.owner.name), 0));
                }
                arguments.addAll(gate.arguments(Type.getArgumentTypes(body.node.desc)));
                Set<Outcome> outcomes = explorer.explore(body, arguments);
                if (outcomes != null && !outcomes.isEmpty()) {
                    blame(gate, new Verdict(body, outcomes, Judgement.of(gate.question, outcomes)), null);
                }
            }
        }
    }

    private void blame(Gate gate, Verdict verdict, Certainty atMost) {
        if (verdict == null || verdict.judgement == null || KnownSwitches.off(verdict.method.owner.name) != null) {
            return;
        }
        ClassFile file = classes.file(verdict.method.owner.name);
        Certainty certainty = verdict.judgement.certainty;
        String words = file.binaryName() + "." + verdict.method.node.name + " " + verdict.judgement.words;
        if (atMost != null) {
            certainty = certainty.orLess(atMost);
            words += "; that matters where a server uses it to verify its clients";
        }
        Rule rule = gate.question == Gate.Question.NAME ? Rule.NAME : Rule.TRUST;
        add(
                rule,
                Cause.ACCEPTS_ANY,
                certainty,
                origin(file, verdict.method.owner, verdict.method.node).line(firstLine(verdict.method.node)),
                words + ".",
                Catalogue.remedy(rule, Cause.ACCEPTS_ANY));
    }

    private static Origin.Builder origin(ClassFile file, ClassNode node, MethodNode method) {
        return Origin.builder()
                .className(file.binaryName())
                .method(method.name)
                .file(node.sourceFile)
                .location(file.location())
                .artifact(file.container.artifact());
    }

    private static int firstLine(MethodNode method) {
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof LineNumberNode) {
                return ((LineNumberNode) each).line;
            }
        }
        return 0;
    }

    private void add(
            Rule rule, Cause cause, Certainty certainty, Origin.Builder origin, String message, String remedy) {
        if (certainty.compareTo(least) > 0) {
            lessCertain++;
            return;
        }
        Origin where = origin.build();
        List<Object> identity = Arrays.asList(
                rule, cause, where.className(), where.method(), where.file(), where.line(), where.location(), message);
        if (findings.containsKey(identity)) {
            return;
        }
        if (findings.size() >= MOST_FINDINGS) {
            droppedFindings++;
            return;
        }
        findings.put(
                identity,
                Finding.builder()
                        .rule(rule.id())
                        .cause(cause.id())
                        .state(State.LATENT.id())
                        .outcome(org.tlsguard.policy.Outcome.REPORTED.id())
                        .severity(Catalogue.severity(rule, cause, State.LATENT).id())
                        .certainty(certainty.id())
                        .cwe(Catalogue.cwe(rule, cause))
                        .message(message)
                        .remedy(remedy)
                        .origin(where)
                        .build());
    }

    private Report report() {
        if (droppedProblems > 0) {
            problems.add("and " + droppedProblems + " more that could not be read");
        }
        return Report.builder()
                .reports(0)
                .scan(ScanFacts.of(scannedClasses, scannedArchives, lessCertain, problems))
                .droppedFindings(droppedFindings)
                .findings(new ArrayList<>(findings.values()))
                .build();
    }
}
