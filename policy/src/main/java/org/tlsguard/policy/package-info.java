/**
 * What is allowed, and why not. {@link org.tlsguard.policy.Policy} is the way in: it answers for each peer what versions,
 * suites, keys, anchors and names are expected, and which exemptions hold. {@link org.tlsguard.policy.NameMatcher} compares
 * names, {@link org.tlsguard.policy.Catalogue} has the words for findings.
 *
 * <p>Pure decisions: nothing here opens a socket, resolves a name, asks for the time or knows of instrumentation. Unless
 * said otherwise, arguments and results are never null, and types are immutable or safe for use by many threads.
 */
package org.tlsguard.policy;
