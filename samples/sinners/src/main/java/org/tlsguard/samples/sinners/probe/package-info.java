/** Applications that would notice it if something were changed around them, and tell. */
package org.tlsguard.samples.sinners.probe;
