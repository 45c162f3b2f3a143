/**
 * The hall of shame: what tlsguard saw, as pure data ({@link org.tlsguard.report.Report} and what it holds), and its
 * forms: JSON, HTML, SARIF and text.
 *
 * <p>The model knows no rule, policy or JVM: rules, causes, states and outcomes are plain identifiers, and a report can
 * be built by the agent or read back from a file alike. All text in it may come from an attacker (certificates, host
 * and class names). So every builder bounds what it is given, and every writer escapes it through {@link
 * org.tlsguard.report.Escape}.
 *
 * <p>This package runs inside the application's JVM: it depends on nothing but the JDK, logs nothing and starts no
 * thread.
 */
package org.tlsguard.report;
