/** What all samples share: arguments, carriers, exit. There is no sin in here: every carrier leaves JSSE's checks as they come. */
package org.tlsguard.samples.sinners.plumbing;
