/** Clients whose trust managers not only let everybody in but resist being found out. */
package org.tlsguard.samples.sinners.devious;
