package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldHostTest {

    private static final String SHARED = "shared.example";

    private static class Holder {
        private final String host;

        Holder(String host) {
            this.host = host;
        }
    }

    private static final class Heir extends Holder {
        Heir() {
            super("db.example");
        }
    }

    @Test
    void aHostInAFieldIsKnown() {
        assertThat(HeldHost.isKnownTo(new Holder("DB.example"), "db.example")).isTrue();
        assertThat(HeldHost.isKnownTo(new Heir(), "db.example")).isTrue();
    }

    @Test
    void aHostThatACodeBlockHasCapturedIsKnown() {
        String captured = new String("db.example");
        Object part = new Object() {
            @Override
            public String toString() {
                return captured;
            }
        };

        assertThat(HeldHost.isKnownTo(part, "db.example")).isTrue();
    }

    @Test
    void anotherHostAndNoneAreNot() {
        assertThat(HeldHost.isKnownTo(new Holder("db.example"), "other.example"))
                .isFalse();
        assertThat(HeldHost.isKnownTo(new Holder(null), "db.example")).isFalse();
        assertThat(HeldHost.isKnownTo(new Holder("db.example"), null)).isFalse();
    }

    @Test
    void whatAllObjectsOfAClassShareIsNobodysHost() {
        assertThat(SHARED).isNotEmpty();
        assertThat(HeldHost.isKnownTo(this, SHARED)).isFalse();
    }
}
