/** Measures what the guard costs: JVMs are started in turn with and without it, and compared. */
package org.tlsguard.samples.benchmarks;
