/** TLS peers to test against: sound, old, weak, broken and hostile, each on a loopback port of its own. */
package org.tlsguard.samples.servers;
