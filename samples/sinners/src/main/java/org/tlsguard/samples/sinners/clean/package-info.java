/** Applications that verify their peers properly, each in a way that is easily mistaken for a sin. */
package org.tlsguard.samples.sinners.clean;
