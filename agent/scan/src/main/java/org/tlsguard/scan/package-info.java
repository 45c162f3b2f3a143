/**
 * Sins visible in bytecode and in files of configuration, found without running them.
 *
 * <p>{@link org.tlsguard.scan.Scanner} walks the paths, indexes the classes, and judges two kinds of things: the methods by which
 * an application decides about a peer (a {@code Gate}), whose every path an {@code Explorer} follows to learn upon what
 * evidence the peer is let pass, and the calls and properties of a table ({@code KnownSwitches}) by which verification
 * is switched off. Nothing that is scanned is ever loaded as a class.
 */
package org.tlsguard.scan;
