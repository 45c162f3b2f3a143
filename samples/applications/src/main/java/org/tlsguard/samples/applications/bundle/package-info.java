/** The shop as an OSGi bundle. */
package org.tlsguard.samples.applications.bundle;
