/** An application in a jar within a jar. */
package org.tlsguard.samples.sinners.boot;
