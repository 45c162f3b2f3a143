/** Makes a plug-in of the shop for a Kafka broker. */
package org.tlsguard.samples.applications.kafka;
