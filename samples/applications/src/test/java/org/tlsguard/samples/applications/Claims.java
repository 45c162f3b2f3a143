package org.tlsguard.samples.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.tlsguard.samples.applications.crm.CrmClient;
import org.tlsguard.samples.tests.HallOfShame.Origin;
import org.tlsguard.samples.tests.Mode;

/** What must hold wherever the shop is opened under the guard. */
record Claims(Encounter guarded, Mode mode) {

    /**
     * Compares with what happened without the guard.
     *
     * @param library how the place ends where the vendor's library is
     */
    void holdBeside(Encounter bare, String library) {
        assertThat(bare.told().subList(0, 2))
                .as("the sin is real%s", bare.run())
                .containsExactly(true, true);
        if (mode == Mode.AUDIT) {
            assertThat(guarded.log()).as("log%s", guarded.run()).isEqualTo(bare.log());
            assertThat(guarded.told()).as("told%s", guarded.run()).isEqualTo(bare.told());
        } else {
            assertThat(guarded.said())
                    .as("%s", guarded.run())
                    .containsExactly("crm FAILED", "bank GOT", "impostor FAILED");
            assertThat(guarded.told()).as("told%s", guarded.run()).containsExactly(false, true, false);
        }
        assertThat(guarded.run().report().summary().internalErrors())
                .as("internal errors%s", guarded.run())
                .isZero();
        assertThat(guarded.run().report().notices())
                .as("notices%s", guarded.run())
                .isNullOrEmpty();
        assertThat(guarded.findingsAt(0))
                .as("%s", guarded.run())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule() + '/' + finding.cause() + ' ' + finding.state() + ' ' + finding.outcome())
                            .isEqualTo("trust/self-signed active " + (mode == Mode.AUDIT ? "reported" : "vetoed"));
                    Origin culprit = finding.origin();
                    assertThat(culprit.type()).isEqualTo(CrmClient.class.getName() + "$TrustAll");
                    assertThat(culprit.location()).endsWith(library);
                    assertThat(culprit.caller()).startsWith(CrmClient.class.getName() + ".open(CrmClient.java:");
                });
    }

    /** That the client which came to the container, guarded as well, noticed nothing and did nothing wrong. */
    void spareTheGuest(Encounter bare) {
        guarded.guest().ifPresent(guest -> {
            assertThat(guest.exitCode()).as("%s", guest).isZero();
            assertThat(guest.report().summary().handshakes()).as("%s", guest).isPositive();
            assertThat(guest.report().findings()).as("%s", guest).isEmpty();
        });
        assertThat(guarded.guestLog()).isEqualTo(bare.guestLog());
    }

    /** That nothing else was found: the shop's own way to the bank, and the container, are sound. */
    void accuseNobodyElse() {
        assertThat(guarded.run().report().findings()).as("%s", guarded.run()).hasSize(1);
    }
}
