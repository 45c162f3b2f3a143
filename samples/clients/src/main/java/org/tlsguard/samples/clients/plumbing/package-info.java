/** What the clients have in common: how they are told whom to dial, how they say how it went, and sins to commit. */
package org.tlsguard.samples.clients.plumbing;
