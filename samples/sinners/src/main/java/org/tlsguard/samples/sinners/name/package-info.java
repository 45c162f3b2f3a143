/** Clients that do not check whether the peer is the host they dialled. */
package org.tlsguard.samples.sinners.name;
