/** The library of some vendor, which the shop brings along in a jar of its own: it trusts whoever answers. */
package org.tlsguard.samples.applications.crm;
