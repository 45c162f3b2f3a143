/** Certificates made at run time: sound ones, faulty ones and forged ones. */
package org.tlsguard.samples.pki;
