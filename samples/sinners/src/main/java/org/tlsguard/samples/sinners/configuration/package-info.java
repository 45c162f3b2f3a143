/** Clients that weaken TLS for the whole JVM. Each verifies its peer as it should. */
package org.tlsguard.samples.sinners.configuration;
