/** Makes a plug-in of the shop for an ActiveMQ broker. */
package org.tlsguard.samples.applications.activemq;
