package org.tlsguard.samples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** An entry of the hall of shame, in words. */
record Finding(JsonNode json) {

    boolean is(String rule, String state, String outcome) {
        return text("rule").equals(rule)
                && text("state").equals(state)
                && text("outcome").equals(outcome);
    }

    String title() {
        return text("rule") + "/" + text("cause") + ", " + text("state") + ", " + text("outcome");
    }

    /** The code that switched verification off, as a stack trace would have it. */
    String culprit() {
        JsonNode origin = json.path("origin");
        String line = origin.has("line") ? ":" + origin.path("line").asInt() : "";
        return origin.path("class").asText() + "."
                + origin.path("method").asText() + "("
                + origin.path("file").asText() + line + ") in "
                + Path.of(origin.path("location").asText()).getFileName();
    }

    String caller() {
        return json.path("origin").path("caller").asText();
    }

    private String text(String field) {
        return json.path(field).asText();
    }
}
