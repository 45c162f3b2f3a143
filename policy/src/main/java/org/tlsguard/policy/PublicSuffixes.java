package org.tlsguard.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Guesses whether a domain is one under which anyone can register a name, so that no certificate may speak for all of it.
 *
 * <p>The list that says so for sure (publicsuffix.org) is large and changes daily; an agent that may not grow old in
 * silence decides by rule instead. A domain is taken for a public suffix when it is
 * <ol>
 *   <li>a single label ({@code com}, {@code de}, also {@code corp}), or
 *   <li>a customary second-level category under a country code ({@code co.uk}, {@code com.au}, {@code ac.jp}).
 * </ol>
 *
 * <p>What it misses: categories in a country's language ({@code gob.mx} is known, most are not), regional suffixes
 * ({@code kawasaki.jp}), and hosting platforms that let anyone register ({@code github.io}). There a wildcard is judged as
 * the JDK judges it, and public certification authorities do not issue it (CA/Browser Forum baseline requirements,
 * section 3.2.2.6). What it takes by mistake: the few companies that own such a name ({@code co.de}); a wildcard directly
 * under it has to be allowed by a policy.
 */
public final class PublicSuffixes {
    private static final Set<String> CATEGORIES = new HashSet<>(Arrays.asList(
            "ac", "co", "com", "ed", "edu", "gen", "gob", "gov", "gouv", "govt", "gv", "id", "info", "int", "ltd", "me",
            "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "sch", "school"));

    private PublicSuffixes() {}

    /**
     * Tells whether anyone may be able to register a name directly under the domain.
     *
     * @param domain a DNS name in A-labels, in any case, with or without the trailing dot; not null
     * @return true as well for the empty name, the root
     */
    public static boolean isPublicSuffix(String domain) {
        String name = DnsName.canonicalAscii(domain);
        if (name == null) {
            return domain.isEmpty() || domain.equals(".");
        }
        int dot = name.indexOf('.');
        return dot < 0
                || dot == name.lastIndexOf('.')
                        && name.length() - dot - 1 == 2
                        && CATEGORIES.contains(name.substring(0, dot));
    }
}
