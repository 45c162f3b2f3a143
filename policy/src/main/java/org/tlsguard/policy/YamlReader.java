package org.tlsguard.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns YAML text into nodes that know their place. Of YAML it takes what a policy needs: one document, no anchors and
 * aliases (with which few bytes become many), no tags, no deep nesting. It does not recurse.
 */
final class YamlReader {
    private static final int DEEPEST = 16;
    /** Ten for each of a hundred thousand destinations. */
    private static final int MOST_NODES = 1_000_000;
    /** The parser copies a long scalar once for each buffer it goes through; with its own 1024 characters, that is quadratic. */
    private static final int MOST_BUFFERED = 1 << 20;
    /** Mistaken aliases are the commonest mistake: a pattern begins with a star. */
    private static final String QUOTE_STARS =
            "aliases are not used in a policy; a value that begins with * has to be quoted";

    private final Problems problems;
    private final Deque<Node> open = new ArrayDeque<>();
    private Node root;
    private int nodes;

    private YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** Returns the document, or null: then there is a problem, or the text has no content. */
    static Node read(String text, Problems problems) {
        return new YamlReader(problems).document(text);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused() {
            super(null, null, false, false);
        }
    }

    private Node document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.min(text.length() + 1, MOST_BUFFERED))
                .build();
        int line = 1;
        int column = 1;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                Mark mark = event.getStartMark().orElse(null);
                line = mark == null ? line : mark.getLine() + 1;
                column = mark == null ? column : mark.getColumn() + 1;
                take(event, line, column);
            }
            return root;
        } catch (Refused e) {
            return null;
        } catch (MarkedYamlEngineException e) {
            boolean alias = e.getContext() != null && e.getContext().contains("an alias");
            Mark mark = (alias ? e.getContextMark() : e.getProblemMark()).orElse(null);
            problems.add(
                    mark == null ? line : mark.getLine() + 1,
                    mark == null ? column : mark.getColumn() + 1,
                    alias ? QUOTE_STARS : syntax(e.getProblem()));
        } catch (ReaderException e) {
            String before = text.substring(
                    0, text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length()))));
            problems.add(PolicyFile.line(before), PolicyFile.column(before), syntax("a character that is not allowed"));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser's own slips; whatever it is, the text is not for us.
            problems.add(line, column, syntax(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String syntax(String problem) {
        return "this is not YAML: "
                + (problem.contains("(TAB)") ? "lines are indented by spaces, not tabs" : Yaml.escaped(problem));
    }

    private void take(Event event, int line, int column) {
        if (event instanceof NodeEvent && !(event instanceof AliasEvent)) {
            if (((NodeEvent) event).getAnchor().isPresent()) {
                problems.add(
                        line, column, "anchors are not used in a policy; a value that begins with & has to be quoted");
            }
        }
        switch (event.getEventId()) {
            case DocumentStart:
                if (root != null) {
                    problems.add(line, column, "a policy is one YAML document");
                    throw new Refused();
                }
                break;
            case Alias:
                problems.add(line, column, QUOTE_STARS);
                add(new Node(Node.Kind.INVALID, line, column, ""));
                break;
            case Scalar:
                add(scalar((ScalarEvent) event, line, column));
                break;
            case SequenceStart:
                begin(new Node(Node.Kind.LIST, line, column, ""));
                break;
            case MappingStart:
                begin(new Node(Node.Kind.MAP, line, column, ""));
                break;
            case SequenceEnd:
            case MappingEnd:
                open.pop();
                break;
            default:
                break;
        }
    }

    private Node scalar(ScalarEvent event, int line, int column) {
        if (event.getTag().isPresent()) {
            problems.add(line, column, "tags are not used in a policy; a value that begins with ! has to be quoted");
            return new Node(Node.Kind.INVALID, line, column, "");
        }
        return event.isPlain()
                ? Node.plain(line, column, event.getValue())
                : new Node(Node.Kind.TEXT, line, column, event.getValue());
    }

    private void begin(Node node) {
        add(node);
        if (open.size() == DEEPEST) {
            problems.add(node, "the nesting is too deep");
            throw new Refused();
        }
        open.push(node);
    }

    private void add(Node node) {
        if (++nodes > MOST_NODES) {
            problems.add(node, "the policy has more than " + MOST_NODES + " values");
            throw new Refused();
        }
        Node parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent.is(Node.Kind.LIST)
                || parent.keys().size() > parent.items().size()) {
            parent.items().add(node);
        } else {
            parent.keys().add(node);
        }
    }
}
