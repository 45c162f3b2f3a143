/** Clients that enable old versions and weak suites. Each verifies its peer as it should. */
package org.tlsguard.samples.sinners.protocol;
