package org.tlsguard.bootstrap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent is told at start: {@code key=value} pairs after the {@code =} of {@code -javaagent}, system properties
 * {@code tlsguard.KEY}, environment variables {@code TLSGUARD_KEY}; the first of these that has a key wins. (What the
 * policy file says comes after them and is not known here.)
 */
final class Options {

    private static final String[] KEYS = {"mode", "policy", "report", "log"};
    private static final String[] MODES = {"audit", "enforce", "off"};
    private static final String PROPERTY = "tlsguard.";
    private static final String VARIABLE = "TLSGUARD_";

    private Options() {}

    /**
     * @param arguments the text after {@code -javaagent:tlsguard.jar=}, or null
     * @return the values by key; a key that was given nowhere is absent
     * @throws IllegalArgumentException naming where the first bad one stands and what was meant
     */
    static Map<String, String> read(String arguments) {
        return read(arguments, System.getProperties(), System.getenv());
    }

    static Map<String, String> read(String arguments, Map<?, ?> properties, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        for (String key : KEYS) {
            String variable = VARIABLE + upper(key);
            put(options, key, environment.get(variable), variable, 1);
        }
        for (String variable : environment.keySet()) {
            refuseMisspelt(variable, VARIABLE);
        }
        for (String name : ours(properties)) {
            String key = name.substring(PROPERTY.length());
            if (!isKey(key)) {
                throw new IllegalArgumentException(
                        "-D" + name + ":1:1: unknown option" + didYouMean(key, KEYS, PROPERTY));
            }
            put(options, key, (String) properties.get(name), "-D" + name, 1);
        }
        readArguments(arguments, options);
        return options;
    }

    /** The names of the properties that are meant for the agent, in alphabetical order. */
    private static List<String> ours(Map<?, ?> properties) {
        List<String> ours = new ArrayList<>();
        synchronized (properties) {
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                Object name = property.getKey();
                if (name instanceof String
                        && ((String) name).startsWith(PROPERTY)
                        && property.getValue() instanceof String) {
                    ours.add((String) name);
                }
            }
        }
        if (ours.size() > 1) {
            Collections.sort(ours);
        }
        return ours;
    }

    private static void readArguments(String arguments, Map<String, String> options) {
        if (arguments == null || arguments.isEmpty()) {
            return;
        }
        Map<String, Boolean> seen = new HashMap<>();
        int start = 0;
        while (start <= arguments.length()) {
            int comma = arguments.indexOf(',', start);
            int end = comma < 0 ? arguments.length() : comma;
            String pair = arguments.substring(start, end);
            int column = start + 1;
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("-javaagent:1:" + column + ": \"" + pair
                        + "\" is not key=value; the keys are mode, policy, report and log"
                        + (isMode(pair) ? " (did you mean \"mode=" + pair + "\"?)" : ""));
            }
            String key = pair.substring(0, equals);
            if (!isKey(key)) {
                throw new IllegalArgumentException(
                        "-javaagent:1:" + column + ": unknown option \"" + key + "\"" + didYouMean(key, KEYS, ""));
            }
            if (seen.put(key, Boolean.TRUE) != null) {
                throw new IllegalArgumentException("-javaagent:1:" + column + ": \"" + key + "\" is given twice");
            }
            put(options, key, pair.substring(equals + 1), "-javaagent", column + equals + 1);
            start = end + 1;
        }
    }

    private static void put(Map<String, String> options, String key, String value, String where, int column) {
        if (value == null) {
            return;
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException(where + ":1:" + column + ": the value of \"" + key + "\" is empty");
        }
        if (key.equals("mode") && !isMode(value)) {
            throw new IllegalArgumentException(where + ":1:" + column + ": unknown mode \"" + value
                    + "\"; it is audit, enforce or off" + didYouMean(value, MODES, ""));
        }
        options.put(key, value);
    }

    private static void refuseMisspelt(String variable, String prefix) {
        if (variable.startsWith(prefix)) {
            String key = variable.substring(prefix.length());
            for (String known : KEYS) {
                int distance = distance(key, upper(known));
                if (distance > 0 && distance <= 2) {
                    throw new IllegalArgumentException(
                            variable + ":1:1: unknown option (did you mean \"" + prefix + upper(known) + "\"?)");
                }
            }
        }
    }

    private static boolean isKey(String key) {
        return contains(KEYS, key);
    }

    private static boolean isMode(String value) {
        return contains(MODES, value);
    }

    private static boolean contains(String[] all, String one) {
        for (String each : all) {
            if (each.equals(one)) {
                return true;
            }
        }
        return false;
    }

    /** Upper case of an option's key; not by locale, which in Turkish would give a dotted capital I. */
    private static String upper(String key) {
        return key.toUpperCase(java.util.Locale.ROOT);
    }

    private static String didYouMean(String wrong, String[] known, String prefix) {
        String best = null;
        int least = 3;
        for (String each : known) {
            int distance = distance(wrong, each);
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best == null ? "" : " (did you mean \"" + prefix + best + "\"?)";
    }

    /** Levenshtein's distance; a transposition counts two. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
