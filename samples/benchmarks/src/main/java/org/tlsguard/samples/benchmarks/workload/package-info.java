/** What the measured JVMs run. Each prints its figures as lines {@code figure NAME VALUE}. */
package org.tlsguard.samples.benchmarks.workload;
