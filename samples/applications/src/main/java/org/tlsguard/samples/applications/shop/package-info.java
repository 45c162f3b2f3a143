/** A small application that whatever container hosts: Java 8, nothing but the JDK and its vendor's library. */
package org.tlsguard.samples.applications.shop;
