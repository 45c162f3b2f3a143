package org.tlsguard.policy;

import java.io.File;
import java.util.Collections;

final class PolicyLoader {
    private PolicyLoader() {}

    static Policy load(File file) throws PolicyException {
        throw new PolicyException(
                Collections.singletonList(new Problem(file.getPath(), 1, 1, "policy files come next")));
    }
}
