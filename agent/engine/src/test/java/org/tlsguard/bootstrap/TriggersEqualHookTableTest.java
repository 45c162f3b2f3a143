package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tlsguard.engine.weave.Hook;
import org.tlsguard.engine.weave.HookTable;

/**
 * The bootstrap must know the names of the hooked classes without loading the table. A name that is in one and not in the
 * other is a hook that silently never fires.
 */
class TriggersEqualHookTableTest {

    @Test
    void theBootstrapKnowsExactlyTheClassesOfTheTable() {
        Set<String> ofTable = new TreeSet<>();
        for (Hook row : HookTable.rows()) {
            if (row.isOfJdk()) {
                ofTable.add(row.className());
            }
        }
        Set<String> ofBootstrap = new TreeSet<>(Arrays.asList(Triggers.STARTING));
        ofBootstrap.addAll(Arrays.asList(Triggers.FOLLOWING));

        assertThat(ofBootstrap).isEqualTo(ofTable);
    }

    /** Loaded as part of another engine whose decisions no row of the table is about, and reported as such. */
    private static final String UNGUARDED = "/SSL";

    @Test
    void theBootstrapKnowsTheClassesOfOtherEnginesLikewise() {
        Set<String> ofTable = new TreeSet<>();
        ofTable.add(UNGUARDED);
        for (Hook row : HookTable.rows()) {
            if (row.className() != null && !row.isOfJdk()) {
                ofTable.add(row.ending());
            }
        }

        assertThat(new TreeSet<>(Arrays.asList(Triggers.ELSEWHERE))).isEqualTo(ofTable);
    }
}
