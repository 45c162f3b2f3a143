/** Clients whose trust managers let the wrong peer in. */
package org.tlsguard.samples.sinners.trust;
