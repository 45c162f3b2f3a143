/** Servers with a sin. Each serves one connection and says what it got. */
package org.tlsguard.samples.sinners.server;
